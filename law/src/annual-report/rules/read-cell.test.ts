import { describe, expect, test } from 'vitest'
import { add, compare, decimalText, parseDecimal, shift, ZERO } from './decimal.ts'
import { readCell } from './read-cell.ts'
import { REPORT_RULES, RULE_IDS, severityIn } from './report-rules.ts'

describe('one cell', () => {
  // biome-ignore format: a table
  const CASES = [
    // raw                type           status         value         unit
    ['0',                 'count',       'number',      '0',          null],
    ['１，２５０',         'count',       'number',      '1250',       null],
    ['1 250',             'count',       'number',      '1250',       null],
    ['1250件',            'count',       'number',      '1250',       '件'],
    ['22（其中修订16件）', 'count',       'number',      '22',         null],
    ['12,50',             'count',       'text',        null,         null],
    ['1O',                'count',       'text',        null,         null],
    ['2万件',             'count',       'text',        null,         null],
    ['',                  'count',       'blank',       null,         null],
    ['\u3000\u00a0',      'count',       'blank',       null,         null],
    ['／',                'count',       'placeholder', null,         null],
    ['無',                'count',       'placeholder', null,         null],
    ['…',                 'count',       'placeholder', null,         null],
    ['-8',                'signedCount', 'number',      '-8',         null],
    ['−8',                'signedCount', 'number',      '-8',         null],
    ['+1036',             'signedCount', 'number',      '1036',       null],
    ['减2',               'signedCount', 'number',      '-2',         null],
    ['增加5项',           'signedCount', 'number',      '5',          '项'],
    ['312.5600',          'amount',      'number',      '312.56',     null],
    ['160.5964万元',      'amount',      'number',      '160.5964',   '万元'],
    ['251000元',          'amount',      'number',      '251000',     '元'],
    ['1,646.50',          'amount',      'number',      '1646.5',     null],
  ] as const
  test.each(CASES)('%j as %s is %s', (raw, type, status, value, unit) => {
    expect(readCell(raw, type, 'here')).toMatchObject({ raw, status, value, unit, where: 'here' })
  })
})

describe('decimals are exact', () => {
  test('0.1 and 0.2 are 0.3, and 312.56 equals 312.5600', () => {
    const of = (text: string) => parseDecimal(text) ?? ZERO
    expect(decimalText(add(of('0.1'), of('0.2')))).toBe('0.3')
    expect(compare(of('312.56'), of('312.5600'))).toBe(0)
    expect(decimalText(shift(of('59237.2449'), 4))).toBe('592372449')
    expect(decimalText(shift(of('251000'), -4))).toBe('25.1')
    expect(decimalText(of('-0.50'))).toBe('-0.5')
    expect(decimalText(of('000.000'))).toBe('0')
    expect(parseDecimal('1e3')).toBeUndefined()
  })
})

describe('the catalogue of rules', () => {
  test('runs from AR-01 to AR-74 without a gap', () => {
    expect(RULE_IDS).toEqual(
      Array.from({ length: 74 }, (_, index) => `AR-${String(index + 1).padStart(2, '0')}`),
    )
  })

  test('has the severities of the norm', () => {
    const of = (severity: string) =>
      RULE_IDS.filter((id) => REPORT_RULES[id].severity === severity).map((id) => id.slice(3))
    expect(of('error').join(' ')).toBe(
      '01 02 03 04 08 13 14 15 20 21 24 25 26 27 28 32 36 39 40 41 44 45 50 57 60 62 63 67 69 70 71 72 73 74',
    )
    expect(of('info').join(' ')).toBe('06 11 12 16 17 37 38 48 55')
  })

  test('the form was only encouraged for 2019', () => {
    expect(severityIn('AR-03', 2019)).toBe('info')
    expect(severityIn('AR-03', 2020)).toBe('error')
    expect(severityIn('AR-24', 2019)).toBe('error')
  })
})
