import type { ContentField, FieldChoices } from './content-field.ts'

export function text<const Key extends string>(key: Key, label: string) {
  return { key, label, required: true, kind: 'text' } as const
}

export function list<const Key extends string>(key: Key, label: string) {
  return { key, label, required: true, kind: 'list' } as const
}

export function day<const Key extends string>(key: Key, label: string) {
  return { key, label, required: true, kind: 'day' } as const
}

export function count<const Key extends string>(key: Key, label: string) {
  return { key, label, required: true, kind: 'count' } as const
}

export function flag<const Key extends string>(key: Key, label: string) {
  return { key, label, required: false, kind: 'flag' } as const
}

export function choice<const Key extends string, const C extends FieldChoices>(
  key: Key,
  label: string,
  choices: C,
) {
  return { key, label, required: true, kind: 'choice', choices } as const
}

export function withheldParts<const Key extends string>(key: Key, label: string) {
  return { key, label, required: true, kind: 'withheld-parts' } as const
}

/** The same field, for what a letter may say but need not. */
export function optional<Field extends ContentField>(
  field: Field,
): Omit<Field, 'required'> & { required: false } {
  return { ...field, required: false }
}
