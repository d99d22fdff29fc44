import {
  type Assessment,
  checkAcrossYears,
  checkAggregation,
  checkTables,
  type Finding,
  type FormatId,
  mergeAssessments,
  type NotAssessable,
  type ReportFacts,
  type RuleId,
  type Severity,
  severityIn,
  unassessed,
} from '@mingfu/law'
import { formatOf } from '../render/report-document.ts'
import type { Report } from '../report.ts'
import { checkAbsoluteStatements } from './absolute-statements.ts'
import { checkApplicantShares } from './applicant-shares.ts'
import { checkBreakdowns } from './breakdowns.ts'
import { checkReportedLedger } from './check-ledger.ts'
import { checkIdentityOfReport } from './document-rules.ts'
import { checkDocumentsInText } from './documents-in-text.ts'
import { fingerprinted, type MarkedFinding } from './fingerprint.ts'
import { checkNarrativeCounts } from './narrative-counts.ts'
import { withoutUnreadLines } from './printed-but-unread.ts'
import { checkProseAlike } from './prose-alike.ts'
import { checkPublication } from './publication.ts'
import { checkRates } from './rates.ts'
import { aggregationFacts, type Evidence, reportFacts } from './report-facts.ts'
import { checkSections } from './section-rules.ts'
import { type ShapeFault, usableReport } from './usable-report.ts'
import { checkYearOnYear } from './year-on-year.ts'

/** The findings on one report, in the order of the rules, as `mingfu report check` prints them. */
export type CheckedReport = Readonly<{
  file: string
  format: FormatId
  reportYear: number | null
  orgName: string | null
  findings: readonly MarkedFinding[]
  notAssessable: readonly NotAssessable[]
  summary: Readonly<{ errors: number; warnings: number; infos: number; notAssessable: number }>
}>

/**
 * 核验: every rule whose facts are at hand, over tables, prose, years, units, publication and ledger. A rule whose
 * facts are missing is not assessable, never failed.
 */
export function checkReport(given: Report, file = '', evidence: Evidence = {}): CheckedReport {
  const { report, faults } = usableReport(given)
  const format = formatOf(report)
  const { reportYear, orgName } = report.meta
  const facts = reportFacts(report, format, reportYear ?? unknownYear(format), evidence)
  const assessment =
    reportYear === undefined
      ? mergeAssessments(ofOneYear(report, facts, evidence))
      : mergeAssessments([
          checkIdentityOfReport(report, format, reportYear),
          ...ofOneYear(report, facts, evidence),
          ...beyondOneReport(report, facts),
        ])
  const findings = fingerprinted(
    inOrder(assessment.findings.map((finding) => lowered(finding, reportYear))),
    report.meta,
  )
  const notAssessable = inOrder(distinct([...assessment.notAssessable, ...faults.flatMap(unusable)]))
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

function ofOneYear(report: Report, facts: ReportFacts, evidence: Evidence): readonly Assessment[] {
  return [
    checkSections(report, facts.format, facts.reportYear),
    withoutUnreadLines(checkTables(facts), report, evidence),
    checkNarrativeCounts(report, facts),
    checkAbsoluteStatements(report, facts),
    checkDocumentsInText(report, facts),
    checkBreakdowns(report),
    checkRates(report, facts),
    checkApplicantShares(report, facts),
  ]
}

function beyondOneReport(report: Report, facts: ReportFacts): readonly Assessment[] {
  const { format, reportYear } = facts
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
      : [checkReportedLedger(report.ledger, format, reportYear, facts.cells)]),
  ]
}

/** What a part that cannot be used keeps from being assessed. */
function unusable({ part, why }: ShapeFault): readonly NotAssessable[] {
  const rules: Readonly<Record<ShapeFault['part'], readonly RuleId[]>> = {
    components: ['AR-57', 'AR-58', 'AR-59', 'AR-61'],
  }
  return rules[part].flatMap((rule) => unassessed(rule, why).notAssessable)
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
