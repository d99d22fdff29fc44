import type { PlainDate } from '../plain-date.ts'
import type { OutcomeCode } from './outcome-code.ts'

/** Something withheld inside a document that is otherwise given: 条例 第三十七条 owes a reason for each part. */
export type WithheldPart = Readonly<{ part: string; ground: WithheldGround; reason: string; masking: string }>

/** 不属于政府信息的内容, which 条例 第三十七条 sets apart without refusing it. */
export const NOT_GOVERNMENT_INFORMATION = 'not-government-information'

export type WithheldGround = DenialCode | typeof NOT_GOVERNMENT_INFORMATION

/** The eight grounds of （三）不予公开. */
export type DenialCode = Extract<OutcomeCode, `deny-${string}`>

export type FieldChoices = Readonly<Record<string, string>>

/** One thing that a letter must, or may, say; the console draws its form from it and the letter its sentence. */
export type ContentField = Readonly<{ key: string; label: string; required: boolean }> &
  (
    | Readonly<{ kind: 'text' | 'list' | 'day' | 'count' | 'flag' | 'withheld-parts' }>
    | Readonly<{ kind: 'choice'; choices: FieldChoices }>
  )

export type ContentValue = string | number | boolean | readonly string[] | readonly WithheldPart[] | PlainDate

/** The facts of one outcome as they come from a form, by the keys of its content fields. */
export type ContentFacts = Readonly<Record<string, ContentValue | undefined>>
