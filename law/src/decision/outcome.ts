import type { FormatId } from '../annual-report/report-format.ts'
import type { T3ResultRowId } from '../annual-report/table-three.ts'
import { NOT_GOVERNMENT_INFORMATION, type WithheldGround } from './content-field.ts'
import { DENIED_OUTCOMES } from './outcome/denied.ts'
import { GRANTED_OUTCOMES } from './outcome/granted.ts'
import { NOT_PROCESSED_OUTCOMES } from './outcome/not-processed.ts'
import { OTHER_OUTCOMES } from './outcome/other.ts'
import type { Outcome } from './outcome/outcome-entry.ts'
import { UNABLE_OUTCOMES } from './outcome/unable.ts'
import type { OutcomeCode } from './outcome-code.ts'

/** 处理决定: every outcome, in the order of table three. */
export const OUTCOMES = {
  ...GRANTED_OUTCOMES,
  ...DENIED_OUTCOMES,
  ...UNABLE_OUTCOMES,
  ...NOT_PROCESSED_OUTCOMES,
  ...OTHER_OUTCOMES,
} as const satisfies Record<OutcomeCode, Outcome>

/** The entry of the table, without its literal types. */
export function outcomeOf(code: OutcomeCode): Outcome {
  return OUTCOMES[code]
}

/** The row of table three that counts an outcome in a format. */
export function rowOfOutcome(code: OutcomeCode, format: FormatId): T3ResultRowId {
  return OUTCOMES[code].rows[format]
}

/**
 * 复议前置: whether the reply can be sued over only after reconsideration. Partial disclosure counts when a part
 * is withheld under 条例 第十四条、第十五条、第十六条.
 */
export function needsReconsiderationFirst(
  code: OutcomeCode,
  withheldUnder: readonly WithheldGround[] = [],
): boolean {
  if (code !== 'partial') return OUTCOMES[code].reconsiderationFirst
  return withheldUnder.some(
    (ground) => ground !== NOT_GOVERNMENT_INFORMATION && OUTCOMES[ground].reconsiderationFirst,
  )
}
