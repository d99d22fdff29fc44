import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  daysInMonth,
  earlier,
  fromDayNumber,
  isPlainDate,
  later,
  parsePlainDate,
  plainDate,
  plainDateText,
  weekdayOf,
  weekdayText,
  yearOf,
} from './plain-date.ts'

const day = parsePlainDate

describe('a day', () => {
  // biome-ignore format: a table
  const CASES = [
    ['2024-02-29', true],  ['2023-02-29', false], ['2000-02-29', true], ['1900-02-29', false], ['2024-04-31', false],
    ['2024-13-01', false], ['2024-00-10', false], ['2024-01-00', false], ['2024-1-01', false], ['24-01-01', false],
    ['2024-01-01T00:00', false], ['', false], ['0000-01-01', true], ['9999-12-31', true], ['２０２４-01-01', false],
  ] as const
  test.each(CASES)('%s: %s', (text, exists) => {
    expect(isPlainDate(text)).toBe(exists)
  })

  test('that does not exist is refused in words', () => {
    expect(() => parsePlainDate('2023-02-29')).toThrow('“2023-02-29”不是有效日期，请按 2024-09-30 的样式填写')
    expect(() => plainDate(2024, 2, 30)).toThrow(RangeError)
    expect(plainDate(2024, 9, 30)).toBe('2024-09-30')
  })
})

describe('arithmetic', () => {
  // biome-ignore format: a table
  const NUMBERS = [
    ['1970-01-01', 0], ['1969-12-31', -1], ['2000-02-29', 11016], ['2000-03-01', 11017], ['2024-12-31', 20088],
    ['1900-02-28', -25509], ['1900-03-01', -25508], ['0000-01-01', -719528], ['9999-12-31', 2932896],
  ] as const
  test.each(NUMBERS)('%s is day %i', (date, number) => {
    expect(dayNumber(day(date))).toBe(number)
    expect(fromDayNumber(number)).toBe(date)
  })

  test('every day of four centuries follows the one before', () => {
    let on = day('1900-01-01')
    for (let number = dayNumber(on); on < '2300-01-01'; number++) {
      if (dayNumber(on) !== number || !isPlainDate(on)) expect(on).toBe(number)
      on = addDays(on, 1)
    }
    expect(on).toBe('2300-01-01')
  })

  test('days and months', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
    expect(addDays(day('2024-01-01'), -1)).toBe('2023-12-31')
    expect(addMonths(day('2024-08-31'), 6)).toBe('2025-02-28')
    expect(addMonths(day('2023-11-30'), 3)).toBe('2024-02-29')
    expect(addMonths(day('2024-03-31'), -1)).toBe('2024-02-29')
    expect(daysBetween(day('2024-02-01'), day('2024-03-01'))).toBe(29)
    expect(daysBetween(day('2024-03-01'), day('2024-02-01'))).toBe(-29)
    expect([daysInMonth(2024, 2), daysInMonth(2100, 2), daysInMonth(2024, 4), daysInMonth(2024, 12)]).toEqual(
      [29, 28, 30, 31],
    )
  })

  test('outside four digits of year there is no day', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow('日期超出可以计算的范围')
    expect(() => fromDayNumber(0.5)).toThrow('日期超出可以计算的范围')
  })

  test('the earlier and the later of two', () => {
    expect(earlier(day('2024-01-02'), day('2024-01-01'))).toBe('2024-01-01')
    expect(later(day('2024-01-02'), day('2024-01-01'))).toBe('2024-01-02')
  })
})

test('a day in words', () => {
  expect(plainDateText(day('2024-09-03'))).toBe('2024年9月3日')
  expect(weekdayText(day('2025-10-11'))).toBe('星期六')
  expect(weekdayText(day('2025-10-12'))).toBe('星期日')
  expect([weekdayOf(day('2025-10-06')), weekdayOf(day('1969-12-28')), weekdayOf(day('1969-12-29'))]).toEqual([
    1, 7, 1,
  ])
  expect(yearOf(day('2024-09-03'))).toBe(2024)
})
