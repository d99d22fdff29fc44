import { type PlainDate, plainDateText } from '../../plain-date.ts'
import type { ContentKind } from '../content-kind.ts'
import {
  type ContentForm,
  type FormRow,
  formChosen,
  formFields,
  formRows,
  formValue,
} from './content-form.ts'
import type { SimpleField } from './form-field.ts'

/** A fact of a form as a reader sees it: a text, or a table with a head. */
export type ShownField = Readonly<{
  name: string
  label: string
  text: string
  /** `document` holds an id, which whoever shows it turns into a title. */
  table: Readonly<{
    head: readonly Readonly<{ name: string; label: string; type: SimpleField['type'] }>[]
    rows: readonly (readonly string[])[]
  }> | null
}>

/** 对外显示的栏目 in their order: what is filled in and not internal; columns that no row uses are left out. */
export function shownFields(kind: ContentKind, form: ContentForm): readonly ShownField[] {
  return formFields(kind).flatMap(([name, field]): ShownField[] => {
    if (field.internal || form[name] === undefined) return []
    const { label } = field
    if (field.type !== 'rows') {
      const text =
        field.type === 'choices' ? formChosen(form, name).join('、') : shown(field, formValue(form, name))
      return text === '' ? [] : [{ name, label, text, table: null }]
    }
    const all = formRows(form, name)
    if (all.length === 0) return []
    const used = Object.entries(field.columns).filter(([column]) => all.some((row) => row[column]))
    const head = used.map(([column, { label: title, type }]) => ({ name: column, label: title, type }))
    const rows = all.map((row) => used.map(([column, of]) => shown(of, row[column] ?? '')))
    return [{ name, label, text: '', table: { head, rows } }]
  })
}

/** What of a form may leave the house. */
export function publicForm(kind: ContentKind, form: ContentForm): ContentForm {
  const hidden = formFields(kind).flatMap(([name, { internal }]) => (internal ? [name] : []))
  return Object.fromEntries(Object.entries(form).filter(([name]) => !hidden.includes(name)))
}

/** The words of a form, a fact a line, for search, screening and whoever reads by ear. */
export function formText(kind: ContentKind, form: ContentForm): string {
  return shownFields(kind, form)
    .map(({ label, text, table }) => {
      if (table === null) return `${label}：${text}`
      // An id says nothing to a reader.
      const words = table.head.map(({ type }) => type !== 'document')
      const line = (cells: readonly string[]) =>
        cells.filter((cell, at) => words[at] && cell !== '').join(' ')
      return [label, ...table.rows.map(line)].join('\n')
    })
    .join('\n')
}

/** 数据: the same facts under their names, numbers as numbers; what is internal stays out. */
export function formData(kind: ContentKind, form: ContentForm): Readonly<Record<string, unknown>> {
  const fields = formFields(kind).filter(([name, { internal }]) => !internal && form[name] !== undefined)
  return Object.fromEntries(
    fields.map(([name, field]) => {
      if (field.type === 'rows') return [name, formRows(form, name).map((row) => rowData(field.columns, row))]
      if (field.type === 'choices') return [name, formChosen(form, name)]
      return [name, datum(field, formValue(form, name))]
    }),
  )
}

function rowData(columns: Readonly<Record<string, SimpleField>>, row: FormRow) {
  const cells = Object.entries(columns).filter(([name]) => row[name] !== undefined)
  return Object.fromEntries(cells.map(([name, column]) => [name, datum(column, row[name] ?? '')]))
}

function datum({ type }: SimpleField, value: string): string | number {
  return ['number', 'wan-yuan', 'year'].includes(type) ? Number(value) : value
}

function shown({ type }: SimpleField, value: string): string {
  return type === 'day' && value !== '' ? plainDateText(value as PlainDate) : value
}
