import { describe, expect, test } from 'vitest'
import { looksLikeValue, parseValue } from './parse-value.ts'

describe('a cell is a number, a blank, a placeholder or a text', () => {
  // biome-ignore format: a table
  const CASES = [
    // printed        type           status         value
    ['0',             'count',       'number',      0],
    ['１２',          'count',       'number',      12],
    ['11,398,889',    'count',       'number',      11_398_889],
    ['1，234',        'count',       'number',      1234],
    ['1250件',        'count',       'number',      1250],
    ['  0 ',          'count',       'number',      0],
    ['22（其中修订16件）', 'count',  'number',      22],
    ['-3',            'count',       'number',      -3],
    ['+3',            'signedCount', 'number',      3],
    ['−8',            'signedCount', 'number',      -8],
    ['减2',           'signedCount', 'number',      -2],
    ['增5',           'signedCount', 'number',      5],
    ['减2',           'count',       'text',        null],
    ['160.5964万元',  'amount',      'number',      160.5964],
    ['251000元',      'amount',      'number',      25.1],
    ['3606000元',     'amount',      'number',      360.6],
    ['1.2亿元',       'amount',      'number',      12_000],
    ['312.5600',      'amount',      'number',      312.56],
    ['12万元',        'count',       'text',        null],
    ['',              'count',       'blank',       null],
    ['　 ',           'count',       'blank',       null],
    ['/',             'count',       'placeholder', null],
    ['／',            'count',       'placeholder', null],
    ['——',            'count',       'placeholder', null],
    ['_',             'count',       'placeholder', null],
    ['无',            'count',       'placeholder', null],
    ['N/A',           'count',       'placeholder', null],
    ['1O',            'count',       'text',        null],
    ['0 0',           'count',       'text',        null],
    ['三件',          'count',       'text',        null],
    ['5（2）',        'count',       'text',        null],
    ['12,34',         'count',       'text',        null],
  ] as const

  test.each(CASES)('%s as %s', (printed, type, status, value) => {
    expect(parseValue(printed, type)).toMatchObject({ status, value })
  })
})

test('labels are not taken for values', () => {
  for (const label of ['1.属于国家秘密', '三、', '（一）予以公开', '规章', '2024年', '其他', '1.']) {
    expect(looksLikeValue(label)).toBe(false)
  }
  for (const value of ['', '0', '/', '22（其中修订16件）', 'O', '1O', '三件'])
    expect(looksLikeValue(value)).toBe(true)
})
