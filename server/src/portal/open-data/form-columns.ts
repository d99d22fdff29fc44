import {
  type ContentForm,
  type ContentKind,
  type FormField,
  formChosen,
  formFields,
  formRows,
  formValue,
  type RowsField,
} from '@mingfu/law'

/** 内容表单 as columns of a spreadsheet: its own fields, then those of its first table, a line for each row. */
export function formColumns(kind: ContentKind): Readonly<{
  head: readonly string[]
  linesOf: (form: ContentForm) => readonly (readonly string[])[]
}> {
  const shown = formFields(kind).filter(([, { internal }]) => !internal)
  const single = shown.filter(([, { type }]) => type !== 'rows')
  const table = shown.find((field): field is readonly [string, RowsField] => field[1].type === 'rows')
  const columns = table === undefined ? [] : Object.entries(table[1].columns)
  return {
    head: [
      ...single.map(([, { label }]) => label),
      ...columns.map(([, { label }]) => `${table?.[1].label}：${label}`),
    ],
    linesOf(form) {
      const own = single.map(([name, field]) => wordsOf(field, form, name))
      const rows = table === undefined ? [] : formRows(form, table[0])
      if (rows.length === 0) return [[...own, ...columns.map(() => '')]]
      return rows.map((row) => [...own, ...columns.map(([name]) => row[name] ?? '')])
    },
  }
}

function wordsOf({ type }: FormField, form: ContentForm, name: string): string {
  return type === 'choices' ? formChosen(form, name).join('、') : formValue(form, name)
}
