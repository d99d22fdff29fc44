import type { Citation } from '../../citation.ts'

/**
 * 栏位类型. Values are kept as text: days as `2024-09-30`, numbers without separators, a choice as the words chosen.
 * `wan-yuan` is 万元 with up to four decimals; `document` is the id of another document of the organ; `party` names whom
 * a decision is addressed to, and `person` somebody in office.
 */
export type FieldType =
  | 'line'
  | 'text'
  | 'day'
  | 'year'
  | 'number'
  | 'wan-yuan'
  | 'choice'
  | 'choices'
  | 'person'
  | 'party'
  | 'credit-code'
  | 'phone'
  | 'document'

export type SimpleField = Readonly<{
  label: string
  type: FieldType
  /** Without it the content is not sent to review. */
  required: boolean
  basis: Citation | null
  hint: string
  options: readonly string[]
  /** For the office alone: neither on the page nor in the data. */
  internal: boolean
}>

/** A table of a form: each row has the same columns. */
export type RowsField = Readonly<{
  label: string
  type: 'rows'
  required: boolean
  basis: Citation | null
  hint: string
  columns: Readonly<Record<string, SimpleField>>
  internal: false
}>

/** 栏位 of a content form; its key in the form is its name in the data. */
export type FormField = SimpleField | RowsField

export type FormFields = Readonly<Record<string, FormField>>

type More = Partial<Pick<SimpleField, 'basis' | 'hint'>>

const plain = { required: false, basis: null, hint: '', options: [], internal: false } as const

function simple(type: FieldType) {
  return (label: string, more: More = {}): SimpleField => ({ ...plain, label, type, ...more })
}

export const line = simple('line')
export const text = simple('text')
export const day = simple('day')
export const year = simple('year')
export const number = simple('number')
export const wanYuan = simple('wan-yuan')
export const person = simple('person')
export const party = simple('party')
export const creditCode = simple('credit-code')
export const phone = simple('phone')
export const document = simple('document')

export function choice(label: string, options: readonly string[], more: More = {}): SimpleField {
  return { ...plain, label, type: 'choice', options, ...more }
}

export function choices(label: string, options: readonly string[], more: More = {}): SimpleField {
  return { ...plain, label, type: 'choices', options, ...more }
}

export function rows(
  label: string,
  columns: Readonly<Record<string, SimpleField>>,
  more: More = {},
): RowsField {
  return { label, type: 'rows', required: false, basis: null, hint: '', internal: false, columns, ...more }
}

/** 必填. */
export function must<Field extends FormField>(field: Field): Field {
  return { ...field, required: true }
}

/** 不对外显示. */
export function internal(field: SimpleField): SimpleField {
  return { ...field, internal: true }
}
