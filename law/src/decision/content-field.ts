import type { PlainDate } from '../plain-date.ts'
import type { OutcomeCode } from './outcome-code.ts'

/** Something withheld inside a document that is otherwise given: 条例 第三十七条 owes a reason for each part. */
export type WithheldPart = Readonly<{ part: string; ground: DenialCode; reason: string; masking: string }>

/** The eight grounds of （三）不予公开. */
export type DenialCode = Extract<OutcomeCode, `deny-${string}`>

type Choices = Readonly<Record<string, string>>

/** One thing that a letter must, or may, say; the console draws its form from it and the letter its sentence. */
export type ContentField = Readonly<{ key: string; label: string; required: boolean }> &
  (
    | Readonly<{ kind: 'text' | 'list' | 'day' | 'count' | 'flag' | 'withheld-parts' }>
    | Readonly<{ kind: 'choice'; choices: Choices }>
  )

export type ContentValue = string | number | boolean | readonly string[] | readonly WithheldPart[] | PlainDate

/** The facts of one outcome as they come from a form, by the keys of its content fields. */
export type ContentFacts = Readonly<Record<string, ContentValue | undefined>>

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

export function choice<const Key extends string, const C extends Choices>(
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
