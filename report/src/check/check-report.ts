import {
  type Assessment,
  checkAcrossYears,
  checkAggregation,
  checkLedger,
  checkTables,
  type DisputeFact,
  type Finding,
  type FormatId,
  isPlainDate,
  type LedgerFacts,
  mergeAssessments,
  type NotAssessable,
  type RuleId,
  type Severity,
  severityIn,
  T4_BLOCKS,
} from '@mingfu/law'
import { formatOf } from '../render/report-document.ts'
import type { Report } from '../report.ts'
import { checkAbsoluteStatements } from './absolute-statements.ts'
import { checkBreakdowns } from './breakdowns.ts'
import { checkIdentityOfReport } from './document-rules.ts'
import { checkDocumentsInText } from './documents-in-text.ts'
import { checkNarrativeCounts } from './narrative-counts.ts'
import { checkProseAlike } from './prose-alike.ts'
import { checkPublication } from './publication.ts'
import { aggregationFacts, type Evidence, reportFacts } from './report-facts.ts'
import { checkSections } from './section-rules.ts'
import { usableReport } from './usable-report.ts'
import { checkYearOnYear } from './year-on-year.ts'

/** The findings on one report, in the order of the rules, as `mingfu report check` prints them. */
export type CheckedReport = Readonly<{
  file: string
  format: FormatId
  reportYear: number | null
  orgName: string | null
  findings: readonly Finding[]
  notAssessable: readonly NotAssessable[]
  summary: Readonly<{ errors: number; warnings: number; infos: number; notAssessable: number }>
}>

/**
 * 核验: every rule whose facts are at hand, over tables, prose, years, units, publication and ledger. A rule whose
 * facts are missing is not assessable, never failed.
 */
export function checkReport(given: Report, file = '', evidence: Evidence = {}): CheckedReport {
  const report = usableReport(given)
  const format = formatOf(report)
  const { reportYear, orgName } = report.meta
  const assessment =
    reportYear === undefined
      ? mergeAssessments(ofOneYear(report, format, unknownYear(format), evidence))
      : mergeAssessments([
          checkIdentityOfReport(report, format, reportYear),
          ...ofOneYear(report, format, reportYear, evidence),
          ...beyondOneReport(report, format, reportYear, evidence),
        ])
  const findings = inOrder(assessment.findings.map((finding) => lowered(finding, reportYear)))
  const notAssessable = inOrder(distinct(assessment.notAssessable))
  return {
    file,
    format,
    reportYear: reportYear ?? null,
    orgName: orgName ?? null,
    findings,
    notAssessable,
    summary: {
      errors: countOf(findings, 'error'),
      warnings: countOf(findings, 'warning'),
      infos: countOf(findings, 'info'),
      notAssessable: notAssessable.length,
    },
  }
}

/** A year in which the format binds, for the rules within the tables, none of which asks for more. */
function unknownYear(format: FormatId): number {
  return format === '2019' ? 2020 : 2021
}

function ofOneYear(
  report: Report,
  format: FormatId,
  reportYear: number,
  evidence: Evidence,
): readonly Assessment[] {
  const facts = reportFacts(report, format, reportYear, evidence)
  return [
    checkSections(report, format, reportYear),
    checkTables(facts),
    checkNarrativeCounts(report, facts),
    checkAbsoluteStatements(report, facts),
    checkDocumentsInText(report, facts),
    checkBreakdowns(report),
  ]
}

function beyondOneReport(
  report: Report,
  format: FormatId,
  reportYear: number,
  evidence: Evidence,
): readonly Assessment[] {
  const facts = reportFacts(report, format, reportYear, evidence)
  return [
    checkYearOnYear(report, facts),
    checkAcrossYears(facts),
    checkProseAlike(report),
    ...(report.roster === undefined && report.components === undefined
      ? []
      : [checkAggregation(aggregationFacts(report, facts))]),
    ...(report.publication === undefined ? [] : [checkPublication(report, format, reportYear)]),
    ...(report.ledger === undefined
      ? []
      : [checkLedger(ledgerFacts(report, format, reportYear, facts.cells))]),
  ]
}

function ledgerFacts(
  { ledger }: Report,
  format: FormatId,
  reportYear: number,
  cells: LedgerFacts['cells'],
): LedgerFacts {
  const applications = (ledger?.applications ?? []).flatMap((line) => {
    const { id, applicantCategory, receivedOn, decidedOn, result } = line
    if (typeof receivedOn !== 'string' || !isPlainDate(receivedOn)) return []
    return [
      {
        ...(id === undefined ? {} : { id }),
        applicantCategories: listOf(applicantCategory),
        receivedOn,
        decidedOn: typeof decidedOn === 'string' && isPlainDate(decidedOn) ? decidedOn : null,
        results: listOf(result),
      },
    ]
  })
  const disputes = (ledger?.disputes ?? []).flatMap((line, index): DisputeFact[] => {
    const { id, filedOn, concludedOn, block, outcome, role } = line
    if (typeof filedOn !== 'string' || !isPlainDate(filedOn)) return []
    if (!T4_BLOCKS.some(({ id: known }) => known === block)) return []
    return [
      {
        id: id ?? String(index + 1),
        block: block as DisputeFact['block'],
        filedOn,
        concludedOn: typeof concludedOn === 'string' && isPlainDate(concludedOn) ? concludedOn : null,
        outcome: outcome as DisputeFact['outcome'],
        role,
      },
    ]
  })
  return { format, reportYear, cells, applications, disputes }
}

/** A ledger of another system may hold several marks where one belongs; AR-69 and AR-70 then say so. */
function listOf(marks: string | readonly string[] | null | undefined): readonly string[] {
  if (marks === null || marks === undefined || marks === '') return []
  return typeof marks === 'string' ? [marks] : marks
}

/** For report year 2019 the unified form was encouraged, not prescribed. */
function lowered(finding: Finding, reportYear: number | undefined): Finding {
  if (reportYear !== 2019) return finding
  const severity = severityIn(finding.rule, reportYear)
  return severity === 'info' && finding.severity !== 'info' ? { ...finding, severity } : finding
}

function inOrder<Entry extends Readonly<{ rule: RuleId }>>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
}

function distinct(entries: readonly NotAssessable[]): readonly NotAssessable[] {
  const seen = new Set<string>()
  return entries.filter(({ rule, cells, why }) => {
    const key = `${rule} ${why} ${cells.join(' ')}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}
