import { describe, expect, test } from 'vitest'
import { aReport, aTrialReport, someCells } from '../../testing/a-report.ts'
import { checkAcrossYears } from './across-years.ts'
import type { PriorFacts, ReportFacts } from './report-facts.ts'

/** The report of 2023 that the consistent report of 2024 follows. */
// biome-ignore format: a table
const REPORT_2023 = {
  't3.carried_out.natural_person': '9', 't3.carried_out.business': '2', 't3.carried_out.research': '0',
  't3.carried_out.public_welfare': '0', 't3.carried_out.legal_service': '1', 't3.carried_out.other_org': '0',
  't3.carried_out.total': '12',
  't2.regulations.in_force': '0', 't2.normative_documents.in_force': '17',
  't4.review.pending': '3', 't4.litigation_direct.pending': '0', 't4.litigation_after_review.pending': '1',
  't2.administrative_license.decisions': '1190', 't2.administrative_penalty.decisions': '79',
} as const

function after(changes: Readonly<Record<string, string>> = {}, facts: Partial<PriorFacts> = {}): PriorFacts {
  return {
    format: '2021',
    reportYear: 2023,
    cells: someCells('2021', { ...REPORT_2023, ...changes }),
    ...facts,
  }
}

function spoken(facts: ReportFacts): (readonly [string, string])[] {
  return checkAcrossYears(facts).findings.map(({ rule, severity }) => [rule, severity] as const)
}

describe('the same organ in two consecutive years', () => {
  test('consistent years give no finding', () => {
    expect(spoken(aReport({ prior: after() }))).toEqual([])
  })

  // biome-ignore format: a table
  const CASES = [
    // case                                            report of 2023                                                              findings
    ['AR-50 a case lost over midnight',                { 't3.carried_out.total': '13' },                                            [['AR-50', 'error']]],
    ['AR-50 a case won over midnight',                 { 't3.carried_out.total': '0' },                                             [['AR-50', 'error']]],
    ['AR-51 an applicant of another class',            { 't3.carried_out.natural_person': '10', 't3.carried_out.business': '1' },   [['AR-51', 'warning'], ['AR-51', 'warning']]],
    ['AR-51 one column only',                          { 't3.carried_out.legal_service': '0' },                                     [['AR-51', 'warning']]],
    ['AR-52 the stock does not roll forward',          { 't2.normative_documents.in_force': '18' },                                 [['AR-52', 'warning']]],
    ['AR-52 rules vanished',                           { 't2.regulations.in_force': '6' },                                          [['AR-52', 'warning']]],
    ['AR-53 a pending lawsuit vanished',               { 't4.litigation_direct.pending': '1' },                                     [['AR-53', 'warning']]],
    ['AR-53 more pending reviews than all this year',  { 't4.review.pending': '11' },                                               [['AR-53', 'warning']]],
    ['AR-53 as many pending as all this year',         { 't4.review.pending': '10' },                                               []],
    ['AR-55 a digit too many',                         { 't2.administrative_license.decisions': '125' },                            [['AR-55', 'info']]],
    ['AR-55 a digit too few',                          { 't2.administrative_penalty.decisions': '860' },                            [['AR-55', 'info']]],
    ['AR-55 tenfold, but fewer than 100 units',        { 't2.administrative_penalty.decisions': '8' },                              []],
    ['AR-55 many units, but not tenfold',              { 't2.administrative_license.decisions': '126' },                            []],
  ] as const
  test.each(CASES)('%s', (_case, changes, findings) => {
    expect(spoken(aReport({ prior: after(changes) }))).toEqual(findings)
  })

  test('AR-50 says both numbers, and is a warning where the report explains it', () => {
    const [finding] = checkAcrossYears(aReport({ prior: after({ 't3.carried_out.total': '13' }) })).findings
    expect(finding?.message).toBe(
      '上年报告结转下年度继续办理总计13件，本年上年结转总计12件，应当相等。请核对两年台账，确有变动的在第六部分说明。',
    )
    const explained = after({ 't3.carried_out.total': '13' }, { carryOverExplained: true })
    expect(spoken(aReport({ prior: explained }))).toEqual([['AR-50', 'warning']])
  })

  test('AR-52 never runs from a year in the trial format', () => {
    const prior = { format: '2019', reportYear: 2020, cells: someCells('2019', {}) } as const
    const facts = aReport({ reportYear: 2021, prior })
    expect(checkAcrossYears(facts).notAssessable).toContainEqual({
      rule: 'AR-52',
      cells: [],
      why: '上一年度采用试行格式，没有现行有效件数',
    })
  })

  test('AR-54: the catalogue of the trial format rolls forward', () => {
    const of = (items: string, change: string): PriorFacts => ({
      format: '2019',
      reportYear: 2019,
      cells: someCells('2019', {
        't2.administrative_license.prior_year_items': items,
        't2.administrative_license.change': change,
      }),
    })
    const facts = (prior: PriorFacts) => aTrialReport({ reportYear: 2020, prior })
    expect(spoken(facts(of('100', '+10')))).toEqual([])
    expect(spoken(facts(of('118', '-8')))).toEqual([])
    expect(spoken(facts(of('100', '0')))).toEqual([['AR-54', 'warning']])
    expect(spoken(facts(of('110', '-8')))).toEqual([['AR-54', 'warning']])
  })

  test('a report of another year is not last year', () => {
    expect(spoken(aReport({ prior: after({ 't3.carried_out.total': '13' }, { reportYear: 2022 }) }))).toEqual(
      [],
    )
    expect(checkAcrossYears(aReport()).notAssessable.map(({ rule }) => rule)).toEqual([
      'AR-50',
      'AR-51',
      'AR-52',
      'AR-53',
      'AR-54',
      'AR-55',
    ])
  })
})
