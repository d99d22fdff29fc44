import { describe, expect, test } from 'vitest'
import { someCells } from '../../testing/a-report.ts'
import { type AggregationFacts, checkAggregation, type ReportComponent } from './aggregation.ts'

function unit(name: string, received: string, facts: Readonly<Record<string, string>> = {}): ReportComponent {
  const cells = someCells('2021', { 't3.new_received.total': received, ...facts })
  return { name, format: '2021', reportYear: 2024, cells }
}

const UNITS = [
  unit('市城市管理局', '30', { 't2.administrative_penalty.decisions': '86', 't4.review.total': '2' }),
  unit('市自然资源局', '12', { 't2.administrative_penalty.decisions': '4', 't4.review.total': '1' }),
]

function aggregate(texts: Readonly<Record<string, string>>, facts: Partial<AggregationFacts> = {}) {
  return checkAggregation({
    format: '2021',
    reportYear: 2024,
    cells: someCells('2021', texts),
    components: UNITS,
    ...facts,
  })
}

const RIGHT = {
  't3.new_received.total': '42',
  't2.administrative_penalty.decisions': '90',
  't4.review.total': '3',
}

describe('the report of a government adds up its components', () => {
  test('sums that hold', () => {
    expect(aggregate(RIGHT, { roster: ['市城市管理局', '市自然资源局'] }).findings).toEqual([])
  })

  // biome-ignore format: a table
  const CASES = [
    ['AR-57 a case too many in table three',  { 't3.new_received.total': '43' },              ['AR-57', 'error', '42', '43']],
    ['AR-57 a unit left out',                 { 't3.new_received.total': '30' },              ['AR-57', 'error', '42', '30']],
    ['AR-58 table two',                       { 't2.administrative_penalty.decisions': '86' }, ['AR-58', 'warning', '90', '86']],
    ['AR-58 table two, one too many',         { 't2.administrative_penalty.decisions': '91' }, ['AR-58', 'warning', '90', '91']],
    ['AR-59 a lawsuit with two defendants',   { 't4.review.total': '2' },                     ['AR-59', 'warning', '3', '2']],
    ['AR-59 a review nobody has',             { 't4.review.total': '4' },                     ['AR-59', 'warning', '3', '4']],
  ] as const
  test.each(CASES)('%s', (_case, texts, [rule, severity, expected, actual]) => {
    expect(aggregate({ ...RIGHT, ...texts }).findings).toMatchObject([{ rule, severity, expected, actual }])
  })

  test('AR-60: every unit on the roster has a report of the year; until then no sum is judged', () => {
    const roster = ['市城市管理局', '市自然资源局', '市水利局', '市文化和旅游局']
    const { findings, notAssessable } = aggregate({ ...RIGHT, 't3.new_received.total': '99' }, { roster })
    expect(findings.map(({ rule, where }) => [rule, where])).toEqual([
      ['AR-60', '市水利局'],
      ['AR-60', '市文化和旅游局'],
    ])
    expect(notAssessable.map(({ rule, why }) => [rule, why])).toContainEqual([
      'AR-57',
      '缺少市水利局、市文化和旅游局的报告',
    ])
  })

  test('AR-60: last year’s report is not this year’s', () => {
    const late = [...UNITS, { ...unit('市水利局', '1'), reportYear: 2023 }]
    expect(
      aggregate(RIGHT, { roster: ['市水利局'], components: late }).findings.map(({ rule }) => rule),
    ).toEqual(['AR-60'])
  })

  test('AR-61: a unit added twice', () => {
    const twice = [...UNITS, unit('市城市管理局', '30')]
    const rules = aggregate({ 't3.new_received.total': '72' }, { components: twice }).findings
    expect(rules).toMatchObject([
      { rule: 'AR-61', severity: 'warning', actual: '2次', where: '市城市管理局' },
    ])
    // Listed twice and added once: the sums are right, the list is not.
    expect(
      aggregate(RIGHT, { components: [...UNITS, unit('市城市管理局', '30')] }).findings.map(
        ({ rule }) => rule,
      ),
    ).toEqual(['AR-61'])
    const thrice = [...twice, unit('市城市管理局', '0')]
    expect(aggregate({}, { components: thrice }).findings).toMatchObject([{ rule: 'AR-61', actual: '3次' }])
  })

  test('without roster and components nothing is assessable', () => {
    const { findings, notAssessable } = checkAggregation({ format: '2021', reportYear: 2024, cells: {} })
    expect(findings).toEqual([])
    expect(notAssessable.map(({ rule }) => rule).toSorted()).toEqual([
      'AR-57',
      'AR-58',
      'AR-59',
      'AR-60',
      'AR-61',
    ])
  })
})
