import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../../plain-date.ts'
import { someCells } from '../../testing/a-report.ts'
import type { DisputeFact } from '../counting/disputes.ts'
import { checkLedger, type LedgerApplication } from './ledger.ts'

const on = parsePlainDate

function line(
  id: string,
  received: string,
  decided: string | null,
  result: string | null,
  category = 'natural_person',
) {
  return {
    id,
    applicantCategories: category === '' ? [] : category.split(' '),
    receivedOn: on(received),
    decidedOn: decided === null ? null : on(decided),
    results: result === null ? [] : result.split(' '),
  } satisfies LedgerApplication
}

const LEDGER = [
  line('A1', '2023-12-20', '2024-01-10', 'granted'),
  line('A2', '2024-03-01', '2024-03-20', 'granted', 'business'),
  line('A3', '2024-06-01', '2024-06-25', 'unable.not_held'),
  line('A4', '2024-12-28', null, null),
]

const DISPUTES: DisputeFact[] = [
  {
    id: 'D1',
    block: 'review',
    filedOn: on('2024-04-01'),
    concludedOn: on('2024-05-20'),
    outcome: 'upheld',
    role: 'original',
  },
  {
    id: 'D2',
    block: 'review',
    filedOn: on('2023-11-01'),
    concludedOn: null,
    outcome: null,
    role: 'original',
  },
  {
    id: 'D3',
    block: 'litigation_after_review',
    filedOn: on('2024-08-01'),
    concludedOn: null,
    outcome: null,
    role: 'co-defendant-reviewer',
  },
]

const REPORT: Readonly<Record<string, string>> = {
  't3.new_received.total': '3',
  't3.carried_in.total': '1',
  't3.granted.total': '2',
  't3.unable.not_held.total': '1',
  't3.carried_out.total': '1',
  't4.review.total': '2',
  't4.litigation_after_review.total': '0',
}

function check(texts: Readonly<Record<string, string>> = {}, applications = LEDGER, disputes = DISPUTES) {
  const cells = someCells('2021', { ...REPORT, ...texts })
  return checkLedger({ format: '2021', reportYear: 2024, cells, applications, disputes })
}

describe('the report against its ledger', () => {
  test('a report made from its ledger', () => {
    expect(check().findings).toEqual([])
  })

  // biome-ignore format: a table
  const REPORTS = [
    ['AR-71 one too many',                   { 't3.new_received.total': '4' },              'AR-71', '3', '4'],
    ['AR-71 one too few',                    { 't3.new_received.total': '2' },              'AR-71', '3', '2'],
    ['AR-72 nothing carried in',             { 't3.carried_in.total': '0' },                'AR-72', '1', '0'],
    ['AR-72 the open case forgotten',        { 't3.carried_out.total': '0' },               'AR-72', '1', '0'],
    ['AR-73 a result too many',              { 't3.granted.total': '3' },                   'AR-73', '2', '3'],
    ['AR-73 a result not shown',             { 't3.unable.not_held.total': '0' },           'AR-73', '1', '0'],
    ['AR-74 a review not shown',             { 't4.review.total': '1' },                    'AR-74', '2', '1'],
    ['AR-74 the co-defendant counted',       { 't4.litigation_after_review.total': '1' },   'AR-74', '0', '1'],
  ] as const
  test.each(REPORTS)('%s', (_case, texts, rule, expected, actual) => {
    expect(check(texts).findings).toMatchObject([{ rule, severity: 'error', expected, actual }])
  })

  // biome-ignore format: a table
  const LINES = [
    ['AR-69 no category',                        line('A2', '2024-03-01', '2024-03-20', 'granted', ''),                        ['AR-69']],
    ['AR-69 two categories',                     line('A2', '2024-03-01', '2024-03-20', 'granted', 'business research'),       ['AR-69']],
    ['AR-69 no category of the table',           line('A2', '2024-03-01', '2024-03-20', 'granted', 'total'),                   ['AR-69']],
    ['AR-70 the same number twice',              line('A3', '2024-03-01', '2024-03-20', 'granted', 'business'),                ['AR-70']],
    ['AR-70 closed without a result',            line('A2', '2024-03-01', '2024-03-20', null, 'business'),                     ['AR-70', 'AR-72', 'AR-73']],
    ['AR-70 two results',                        line('A2', '2024-03-01', '2024-03-20', 'granted denied.state_secret'),        ['AR-70']],
    ['AR-70 open with a result',                 line('A2', '2024-03-01', null, 'granted'),                                    ['AR-70', 'AR-72', 'AR-73']],
    ['AR-70 a result the format does not have',  line('A2', '2024-03-01', '2024-03-20', 'results_total'),                      ['AR-70', 'AR-72', 'AR-73']],
    ['AR-70 decided before it was received',     line('A2', '2024-03-01', '2024-02-20', 'granted'),                            ['AR-70']],
  ] as const
  test.each(LINES)('%s', (_case, faulty, rules) => {
    const ledger = LEDGER.map((row, index) => (index === 1 ? faulty : row))
    expect([...new Set(check({}, ledger).findings.map(({ rule }) => rule))]).toEqual(rules)
  })

  test('without a ledger nothing is failed', () => {
    const facts = { format: '2021', reportYear: 2024, cells: someCells('2021', REPORT) } as const
    expect(checkLedger(facts).findings).toEqual([])
    expect(checkLedger(facts).notAssessable.map(({ rule }) => rule)).toEqual([
      'AR-69',
      'AR-70',
      'AR-71',
      'AR-72',
      'AR-73',
      'AR-74',
    ])
  })
})
