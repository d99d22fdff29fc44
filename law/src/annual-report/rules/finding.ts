import type { CellId } from '../cell-id.ts'
import type { ReportSectionId } from '../sections.ts'
import { REPORT_RULES, type RuleId, type Severity } from './report-rules.ts'

/** The words a finding is about, as they stand in the title, the preamble or a section. */
export type Quote = Readonly<{ part: 'title' | 'preamble' | ReportSectionId; text: string }>

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
  quote?: Quote
}>

/** A rule whose facts are missing is never failed; `why` says what is missing. */
export type NotAssessable = Readonly<{ rule: RuleId; cells: readonly CellId[]; why: string }>

export type Assessment = Readonly<{ findings: readonly Finding[]; notAssessable: readonly NotAssessable[] }>

export const NOTHING_FOUND: Assessment = { findings: [], notAssessable: [] }

type Details = Readonly<{
  message: string
  cells?: readonly CellId[]
  expected?: string
  actual?: string
  where?: string
  severity?: Severity
  needsLook?: boolean
  quote?: Quote
}>

/** A finding of a rule, with the severity of the catalogue unless the case lowers it. */
export function found(rule: RuleId, details: Details): Finding {
  const {
    message,
    cells = [],
    expected = null,
    actual = null,
    where = '',
    needsLook = false,
    quote,
  } = details
  const severity = details.severity ?? REPORT_RULES[rule].severity
  return {
    rule,
    severity,
    cells,
    message,
    expected,
    actual,
    where,
    ...(needsLook ? { needsLook } : {}),
    ...(quote === undefined ? {} : { quote }),
  }
}

export function failed(...findings: readonly Finding[]): Assessment {
  return { findings, notAssessable: [] }
}

export function unassessed(rule: RuleId, why: string, cells: readonly CellId[] = []): Assessment {
  return { findings: [], notAssessable: [{ rule, cells, why }] }
}

/** One assessment out of many, in their order. */
export function mergeAssessments(assessments: readonly Assessment[]): Assessment {
  const findings: Finding[] = []
  const notAssessable: NotAssessable[] = []
  for (const assessment of assessments) {
    for (const finding of assessment.findings) findings.push(finding)
    for (const one of assessment.notAssessable) notAssessable.push(one)
  }
  return { findings, notAssessable }
}
