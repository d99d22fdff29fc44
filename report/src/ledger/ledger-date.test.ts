import { describe, expect, test } from 'vitest'
import { parseLedgerDate } from './ledger-date.ts'

// biome-ignore format: a table
const DAYS: readonly (readonly [string, number | string, boolean, string])[] = [
  ['a date cell',                       45_565,               false, '2024-09-30'],
  ['a date cell with a time',           45_565.75,            false, '2024-09-30'],
  ['a date cell of the 1904 system',    44_103,               true,  '2024-09-30'],
  ['eight figures',                     20_240_930,           false, '2024-09-30'],
  ['eight figures as text',             '20240930',           false, '2024-09-30'],
  ['ISO',                               '2024-09-30',         false, '2024-09-30'],
  ['slashes',                           '2024/9/30',          false, '2024-09-30'],
  ['dots',                              '2024.9.30',          false, '2024-09-30'],
  ['Chinese',                           '2024年9月30日',       false, '2024-09-30'],
  ['Chinese with spaces, full width',   '２０２４ 年 9 月 30 日', false, '2024-09-30'],
  ['a time behind it',                  '2024-09-30 08:15',   false, '2024-09-30'],
]

test.each(DAYS)('%s is a day', (_case, value, since1904, date) => {
  expect(parseLedgerDate(value, since1904)).toEqual({ date })
})

describe('what is no day is said with what to do', () => {
  // biome-ignore format: a table
  const FAULTS: readonly (readonly [number | string, string])[] = [
    ['2023-02-29', '填的是“2023-02-29”，没有这一天，请核对后改为实际日期'],
    ['2024-13-01', '填的是“2024-13-01”，没有这一天，请核对后改为实际日期'],
    ['九月底',      '填的是“九月底”，不是日期，请按2024-09-30的样式填写'],
    [2024,         '填的是“2024”，不是日期，请按2024-09-30的样式填写'],
    ['1924-09-30', '填的是“1924-09-30”，年份不在2000年至2100年之间，请核对'],
  ]
  test.each(FAULTS)('%s', (value, fault) => {
    expect(parseLedgerDate(value, false)).toEqual({ fault })
  })
})
