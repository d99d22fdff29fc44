import type { ContentKind } from '../content-kind.ts'
import {
  type ContentForm,
  type FormRow,
  type FormValue,
  formChosen,
  formFields,
  formRows,
  formValue,
} from './content-form.ts'
import type { FormField, SimpleField } from './form-field.ts'

/** As it is kept: only the fields of the kind, in their order, without blank edges, empty ones left out. */
export function tidyForm(kind: ContentKind, given: ContentForm): ContentForm {
  const kept = formFields(kind).flatMap(([name, field]): (readonly [string, FormValue])[] => {
    const value = tidyValue(field, name, given)
    return value === undefined || value.length === 0 ? [] : [[name, value]]
  })
  return Object.fromEntries(kept)
}

function tidyValue(field: FormField, name: string, given: ContentForm): FormValue | undefined {
  if (field.type === 'rows') {
    return formRows(given, name)
      .map((row) => tidyRow(field.columns, row))
      .filter((row) => Object.keys(row).length > 0)
  }
  if (field.type === 'choices') {
    const chosen = formChosen(given, name)
    return field.options.filter((option) => chosen.includes(option))
  }
  return tidyText(field, formValue(given, name))
}

function tidyRow(columns: Readonly<Record<string, SimpleField>>, row: FormRow): FormRow {
  const cells = Object.entries(columns).map(
    ([name, column]) => [name, tidyText(column, row[name] ?? '')] as const,
  )
  return Object.fromEntries(cells.filter(([, value]) => value !== ''))
}

function tidyText({ type }: SimpleField, given: string): string {
  const lines = given.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')
  if (type === 'text') {
    return lines
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }
  const line = lines.replace(/\s+/g, ' ').trim()
  if (type === 'number' || type === 'wan-yuan' || type === 'year') {
    const plain = line.normalize('NFKC').replace(/[,，\s]/g, '')
    return type === 'year' ? plain.replace(/年$/, '') : plain
  }
  return type === 'credit-code' ? line.normalize('NFKC').replace(/\s/g, '').toUpperCase() : line
}
