import type { z } from 'zod'

/**
 * What is wrong with an input, as `{ 'contact.phone': '请填写联系电话' }`: one plain sentence a field, which says what
 * to do. The field's name comes from its `.meta({ title })`; a Chinese message written into the schema always wins.
 * Parse with `{ reportInput: true }`, so that an empty field and a wrong one can be told apart.
 */
export function fieldErrors(schema: z.ZodType, error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String)
    fields[path.join('.') || '_'] ??= sentence(issue, titleAt(schema, path) ?? '这一项')
  }
  return fields
}

type Issue = z.core.$ZodIssue

function sentence(issue: Issue, title: string): string {
  if (isOwnMessage(issue.message)) return issue.message
  if (isEmpty(issue.input)) return issue.code === 'invalid_value' ? `请选择${title}` : `请填写${title}`
  switch (issue.code) {
    case 'invalid_type':
      return `${title}${TYPES[issue.expected] ?? '的类型不正确'}，请重新填写`
    case 'too_small':
      if (issue.origin === 'string') return `${title}不少于${issue.minimum}个字`
      if (issue.origin === 'array') return `${title}至少填写${issue.minimum}项`
      return `${title}不能小于${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'string') return `${title}不超过${issue.maximum}个字，请精简`
      if (issue.origin === 'array') return `${title}不超过${issue.maximum}项`
      return `${title}不能大于${issue.maximum}`
    case 'not_multiple_of':
      return `${title}应当是${issue.divisor}的倍数`
    case 'invalid_format':
      return `${title}${FORMATS[issue.format] ?? '的格式不正确，请核对后重新填写'}`
    case 'invalid_value':
      return `请从给出的选项中选择${title}`
    case 'unrecognized_keys':
      return `不认识的项目：${issue.keys.join('、')}`
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return `${title}填写有误，请核对`
  }
}

const TYPES: Readonly<Record<string, string>> = {
  number: '应当是数字',
  int: '应当是整数',
  boolean: '应当选择是或者否',
  array: '应当是一个列表',
}

const FORMATS: Readonly<Record<string, string>> = {
  email: '应当是完整的电子邮箱地址',
  url: '应当是完整的网址，以 http:// 或者 https:// 开头',
  date: '应当是日期，按 2024-09-30 的样式填写',
  uuid: '不是有效的编号',
}

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || input === ''
}

/** Zod's own messages are English; whoever wrote Chinese into a schema meant it for people. */
function isOwnMessage(message: string): boolean {
  return /\p{Script=Han}/u.test(message)
}

/** The name of a field, `.meta({ title })`, looked for below and above defaults, nullables and pipes. */
export function titleAt(schema: z.ZodType, path: readonly string[]): string | undefined {
  const at = schemaAt(schema, path)
  for (let layer: unknown = at; layer !== undefined; layer = inner(layer)) {
    const title = (layer as z.ZodType).meta?.()?.title
    if (title !== undefined) return title
  }
  return undefined
}

/** The schema of one field: `schemaAt(Body, ['contact', 'phone'])`. */
export function schemaAt(schema: z.ZodType, path: readonly string[]): z.ZodType | undefined {
  let at: unknown = schema
  for (const key of path) {
    const { shape, element } = unwrap(at) as { shape?: Record<string, unknown>; element?: unknown }
    at = shape?.[key] ?? element
    if (at === undefined) return undefined
  }
  return at as z.ZodType
}

function inner(schema: unknown): unknown {
  const { def } = schema as { def?: { innerType?: unknown; in?: unknown } }
  return def?.innerType ?? def?.in
}

function unwrap(schema: unknown): unknown {
  for (let at = schema; ; ) {
    const next = inner(at)
    if (next === undefined) return at
    at = next
  }
}
