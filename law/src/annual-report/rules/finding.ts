import type { CellId } from '../cell-id.ts'

/** error: the document contradicts itself or the statute. warning: a lawful explanation exists. info: style, or a hint. */
export type Severity = 'error' | 'warning' | 'info'

export type RuleId = `AR-${number}`

/** What is wrong, where, and both sides of the comparison, in words for the author of the report. */
export type Finding = Readonly<{
  rule: RuleId
  severity: Severity
  cells: readonly CellId[]
  message: string
  expected: string | null
  actual: string | null
  where: string
  /** The comparison used a blank or placeholder as 0: look before believing it. */
  needsLook?: true
}>

/** A rule whose facts are missing is never failed; `why` says what is missing. */
export type NotAssessable = Readonly<{ rule: RuleId; cells: readonly CellId[]; why: string }>

export type Assessment = Readonly<{ findings: readonly Finding[]; notAssessable: readonly NotAssessable[] }>

/** One list of findings out of many. */
export function mergeAssessments(assessments: readonly Assessment[]): Assessment {
  return {
    findings: assessments.flatMap(({ findings }) => findings),
    notAssessable: assessments.flatMap(({ notAssessable }) => notAssessable),
  }
}
