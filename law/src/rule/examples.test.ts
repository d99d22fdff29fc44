import { describe, expect, test } from 'vitest'
import { feeStatement } from '../annual-report/counting/fee-statement.ts'
import { yuanToWanYuan } from '../annual-report/counting/table-two.ts'
import { checkAcrossYears } from '../annual-report/rules/across-years.ts'
import { checkTables } from '../annual-report/rules/check-tables.ts'
import { checkPublicationDate } from '../annual-report/rules/publication.ts'
import { readCell } from '../annual-report/rules/read-cell.ts'
import type { ReportFacts } from '../annual-report/rules/report-facts.ts'
import { NATIONAL_CALENDAR as CALENDAR } from '../calendar/national-calendar.ts'
import { deadlineOf, gapsOf } from '../clock/pause.ts'
import { repairDocumentNumber, yearFault } from '../decision/document-number.ts'
import { DEADLINE_RULES, publishDue, publishReminders } from '../disclosure/deadline-rule.ts'
import { feedbackDue } from '../disclosure/feedback.ts'
import { nextReviewOn } from '../disclosure/re-review.ts'
import { feeOfItem, feeOfItems, feeOfPages } from '../fee/fee.ts'
import { addMonths, parsePlainDate } from '../plain-date.ts'
import { remedyPeriodEnd } from '../remedy/period.ts'
import { aReport, aTrialReport, someCells } from '../testing/a-report.ts'
import { COUNTING_RULE_KEEPERS } from './counting-rule-keepers.ts'
import { PUBLICATION_RULES } from './publication-rules.ts'
import { REQUEST_RULES } from './request-rules.ts'

const on = parsePlainDate
const wd = (from: string, count: number) => CALENDAR.addWorkingDays(on(from), count) as string
const short = (day: string) => day.slice(5)

describe('the figures of the examples are what the code answers', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [keyof typeof REQUEST_RULES | keyof typeof PUBLICATION_RULES | keyof typeof COUNTING_RULE_KEEPERS, ...string[]])[] = [
    ['REQ-06', wd('2019-05-15', 20)],
    ['REQ-07', wd('2022-06-06', 20)],
    ['REQ-09', wd('2021-05-06', 20)],
    ['REQ-10', wd('2021-12-02', 20), wd('2021-11-24', 20)],
    ['REQ-12', wd('2025-05-24', 20), wd('2025-05-26', 20)],
    ['REQ-13', wd('2025-02-20', 20)],
    ['REQ-14', wd('2022-09-30', 20)],
    ['REQ-16', wd('2020-01-15', 20)],
    ['REQ-17', wd('2023-04-17', 7)],
    ['REQ-20', wd('2021-09-22', 10)],
    ['REQ-21', wd('2023-05-08', 20)],
    ['REQ-24', due('2024-01-08', ['2024-01-15', '2024-01-29'])],
    ['REQ-26', wd('2023-09-04', 20)],
    ['REQ-28', due('2024-09-02', ['2024-09-09', '2024-09-24'], ['2024-09-12', '2024-09-30'])],
    ['REQ-29', wd('2024-01-24', 15), due('2024-01-15', ['2024-01-22', '2024-02-19'])],
    ['REQ-31', short(wd('2024-01-08', 20))],
    ['REQ-32', wd('2024-09-10', 20)],
    ['REQ-60', textOf(repairDocumentNumber('示公复[2024]012号'))],
    ['REQ-69', String(feeOfItems(31)), String(feeOfPages(150))],
    ['REQ-70', `${feeOfItem(12)}元`, `${feeOfPages(80)}元`],
    ['REQ-71', `${feeOfItem(10)}元`, `${feeOfItem(11)}元`, `${feeOfPages(30)}元`, `${feeOfPages(31)}元`],
    ['REQ-74', wd('2025-03-03', 20)],
    ['REQ-75', wd('2025-03-28', 20)],
    ['REQ-94', wd('2024-01-08', 20), short(wd('2024-02-04', -5))],
    ['REQ-95', wd('2024-06-03', 20), remedyPeriodEnd('apply-against-silence', on('2024-07-02'), CALENDAR)],
    ['PUB-01', publishDue(DEADLINE_RULES.general, on('2019-09-27'), CALENDAR).dueOn],
    ['PUB-03', ...publishReminders(on('2024-03-01'), on('2024-03-29'), CALENDAR).map(short)],
    ['PUB-23', textOf(repairDocumentNumber('国办发[2017]47号'))],
    ['PUB-41', String(nextReviewOn({ attribute: 'withheld', reviewedOn: on('2024-02-29') }))],
    ['PUB-42', publishDue(DEADLINE_RULES.interpretation, on('2019-09-27'), CALENDAR).dueOn],
    ['PUB-92', short(addMonths(on('2024-01-31'), 6)).replace('07-31', '08-01')],
    ['PUB-111', String(feedbackDue('question', on('2019-09-27'), CALENDAR))],
    ['PUB-114', short(String(feedbackDue('consultation', on('2024-03-01'), CALENDAR)))],
    ['PUB-120', publishDue(DEADLINE_RULES['annual-report'], on('2024-12-31'), CALENDAR).dueOn],
    ['PUB-122', publishDue(DEADLINE_RULES['website-report'], on('2024-12-31'), CALENDAR).dueOn],
    ['CR-24', yuanToWanYuan(3125600)],
    ['CR-25', feeStatement([{ id: '1', collectedInYuan: 380 }], 2024).text],
  ]
  test.each(CASES)('%s', (id, ...figures) => {
    const examples: Readonly<Record<string, { example: string }>> = {
      ...REQUEST_RULES,
      ...PUBLICATION_RULES,
      ...COUNTING_RULE_KEEPERS,
    }
    for (const figure of figures) expect(examples[id]?.example).toContain(figure)
  })

  test('a number of another year is told', () => {
    expect(yearFault('示公复〔2023〕5号', on('2024-01-08'))).not.toBe(null)
  })
})

describe('what the example of a report rule shows is found', () => {
  const prior = (texts: Readonly<Record<string, string>>, format: '2019' | '2021' = '2021') => ({
    format,
    reportYear: format === '2021' ? 2023 : 2019,
    cells: someCells(format, texts),
  })
  const cell = (text: string) => readCell(text, 'count', '')
  const blankRow = Object.fromEntries(
    ['natural_person', 'business', 'research', 'public_welfare', 'legal_service', 'other_org'].map(
      (column) => [`t3.granted.${column}`, ''],
    ),
  )
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, ReportFacts])[] = [
    ['AR-13', aReport({ without: ['t3.'], tables: { t3: 'picture' } })],
    ['AR-14', aReport({ without: ['t3.not_handled.excessive'] })],
    ['AR-16', aReport({ extras: [{ what: 'row', label: '其他主动公开文件', where: '表二' }] })],
    ['AR-17', aReport({ softLabels: [{ printed: '2.其他法律法规禁止公开', canonical: '2.其他法律行政法规禁止公开', how: 'variant', where: '表三' }] })],
    ['AR-18', aReport({ with: { 't3.granted.business': '', 't3.granted.research': '', 't3.granted.public_welfare': '', 't3.granted.legal_service': '', 't3.granted.other_org': '' } })],
    ['AR-19', aReport({ with: { 't2.regulations.issued': '/', 't2.regulations.repealed': '/', 't2.regulations.in_force': '/' } })],
    ['AR-20', aReport({ with: { 't3.new_received.total': '13.5' } })],
    ['AR-21', aReport({ with: { 't2.administrative_fees.fee_amount': '251000元' } })],
    ['AR-22', aReport({ with: { 't2.administrative_license.decisions': '1250件' } })],
    ['AR-23', aReport({ with: { 't2.administrative_fees.fee_amount': '3125600' }, prior: prior({ 't2.administrative_fees.fee_amount': '312.56' }) })],
    ['AR-24', aReport({ with: { 't3.new_received.total': '133' } })],
    ['AR-25', aReport({ with: { 't3.results_total.total': '137' } })],
    ['AR-26', aReport({ with: { 't3.new_received.total': '133' } })],
    ['AR-27', aReport({ groupSubtotals: { denied: { total: cell('19') } } })],
    ['AR-28', aReport({ organisationSubtotals: { new_received: cell('17') } })],
    ['AR-29', aReport({ with: blankRow })],
    ['AR-30', aReport({ with: { 't2.normative_documents.in_force': '2', 't2.normative_documents.issued': '5', 't2.normative_documents.repealed': '1' } })],
    ['AR-31', aTrialReport({ with: { 't2.normative_documents.newly_disclosed': '40' } })],
    ['AR-32', aTrialReport({ with: { 't2.administrative_fees.change': '-5' } })],
    ['AR-33', aTrialReport({ with: { 't2.centralized_procurement.procurement_items': '0' } })],
    ['AR-34', aReport({ orgType: 'township', with: { 't2.regulations.in_force': '6' } })],
    ['AR-35', aReport({ feeStatedInYuan: '3800', with: { 't2.administrative_fees.fee_amount': '0.1' } })],
    ['AR-36', aReport({ with: { 't4.review.total': '11' } })],
    ['AR-37', aReport({ with: { 't4.review.upheld': '0', 't4.review.corrected': '0', 't4.review.other': '0', 't4.review.pending': '0', 't4.review.total': '0' }, prior: prior({ 't4.review.total': '0' }) })],
    ['AR-38', aReport({ with: { 't4.litigation_direct.upheld': '2', 't4.litigation_direct.total': '2' } })],
    ['AR-50', aReport({ prior: prior({ 't3.carried_out.total': '11' }) })],
    ['AR-51', aReport({ prior: prior({ 't3.carried_out.natural_person': '8', 't3.carried_out.total': '12' }) })],
    ['AR-52', aReport({ with: { 't2.normative_documents.in_force': '20' }, prior: prior({ 't2.normative_documents.in_force': '17' }) })],
    ['AR-53', aReport({ with: { 't4.review.total': '1' }, prior: prior({ 't4.review.pending': '2' }) })],
    ['AR-54', aTrialReport({ reportYear: 2020, prior: prior({ 't2.administrative_license.prior_year_items': '110', 't2.administrative_license.change': '-8' }, '2019') })],
    ['AR-55', aReport({ prior: prior({ 't2.administrative_license.decisions': '125' }) })],
  ]
  test.each(CASES)('%s', (rule, facts) => {
    const { findings } = Number(rule.slice(3)) >= 50 ? checkAcrossYears(facts) : checkTables(facts)
    expect(findings.map((finding) => finding.rule)).toContain(rule)
  })

  // biome-ignore format: a table
  const DATES = [
    ['AR-62', 'department', '2025-02-01', undefined],
    ['AR-63', 'government', '2025-04-01', undefined],
    ['AR-64', 'township',   '2025-01-25', '2025-01-20'],
  ] as const
  test.each(DATES)('%s', (rule, orgType, published, local) => {
    const facts = { orgType, reportYear: 2024, publishedOn: on(published) }
    const { findings } = checkPublicationDate(
      local === undefined ? facts : { ...facts, localDeadline: on(local) },
    )
    expect(findings).toMatchObject([{ rule }])
  })
})

function textOf(ruling: ReturnType<typeof repairDocumentNumber>): string {
  return ruling.granted ? ruling.value : ruling.refusal.reason
}

/** Twenty working days from receipt, with the days of consultation left out. */
function due(received: string, ...pauses: readonly (readonly [string, string])[]): string {
  const gaps = gapsOf(
    pauses.map(([from, to]) => ({ from: on(from), to: on(to) })),
    'after-sending-through-answer',
  )
  return deadlineOf(on(received), 20, gaps, CALENDAR)
}
