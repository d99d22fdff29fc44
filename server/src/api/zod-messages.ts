import type { z } from 'zod'

/**
 * What is wrong with an input, as `{ 'contact.phone': '请填写联系电话' }`: one plain sentence a field, which says what
 * to do. The field's name comes from its `.meta({ title })`; a schema's own message always wins.
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
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `请填写${title}` : `${title}的类型不正确，请重新填写`
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1 ? `请填写${title}` : `${title}不少于${issue.minimum}个字`
      if (issue.origin === 'array') return `${title}至少填写${issue.minimum}项`
      return `${title}不能小于${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'string') return `${title}不超过${issue.maximum}个字`
      if (issue.origin === 'array') return `${title}不超过${issue.maximum}项`
      return `${title}不能大于${issue.maximum}`
    case 'invalid_format':
      return `${title}的格式不正确，请核对后重新填写`
    case 'invalid_value':
      return `请从给出的选项中选择${title}`
    case 'unrecognized_keys':
      return `不认识的项目：${issue.keys.join('、')}`
    default:
      return `${title}填写有误，请核对`
  }
}

/** Zod's own messages are English; whoever wrote Chinese into a schema meant it for people. */
function isOwnMessage(message: string): boolean {
  return /\p{Script=Han}/u.test(message)
}

function titleAt(schema: z.ZodType, path: readonly string[]): string | undefined {
  let at: unknown = schema
  for (const key of path) {
    at = unwrap(at)
    const { shape, element } = at as { shape?: Record<string, unknown>; element?: unknown }
    at = shape?.[key] ?? element
    if (at === undefined) return undefined
  }
  for (let layer = at; layer !== undefined; layer = inner(layer)) {
    const title = (layer as z.ZodType).meta?.()?.title
    if (title !== undefined) return title
  }
  return undefined
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
