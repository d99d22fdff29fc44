import { describe, expect, test } from 'vitest'
import { addDays, parsePlainDate, weekdayOf, yearOf } from '../plain-date.ts'
import published from './fixtures/chinese-days-1.5.7.json' with { type: 'json' }
import { NATIONAL_CALENDAR, NATIONAL_NOTICES } from './national-calendar.ts'

const day = parsePlainDate

/** Weekdays off and weekend days worked of a year, as the data set lists them. */
function exceptionsOf(year: number): { off: string; worked: string } {
  const off: string[] = []
  const worked: string[] = []
  for (let on = day(`${year}-01-01`); yearOf(on) === year; on = addDays(on, 1)) {
    const weekend = weekdayOf(on) > 5
    if (NATIONAL_CALENDAR.isWorkingDay(on) === weekend) (weekend ? worked : off).push(on.slice(5))
  }
  return { off: off.join(' '), worked: worked.join(' ') }
}

describe('the calendar agrees with chinese-days 1.5.7, day by day', () => {
  // The data set of 2005 ends before its last day: 国办发明电〔2005〕35号 orders work on Saturday 31 December 2005.
  const NOT_IN_THE_DATA_SET: Readonly<Record<number, string>> = { 2005: ' 12-31' }

  test.each(Object.entries(published))('%s', (year, { off, worked }) => {
    const added = NOT_IN_THE_DATA_SET[Number(year)] ?? ''
    expect(exceptionsOf(Number(year))).toEqual({ off, worked: worked + added })
  })
})

// Weekdays of the year, less the weekdays off, plus the weekend days worked, counted from the fixture by another program.
describe('working days of every year with a notice', () => {
  // biome-ignore format: a table
  const CASES = [
    [2004, 252], [2005, 251], [2006, 251], [2007, 249], [2008, 251], [2009, 250], [2010, 250], [2011, 250],
    [2012, 249], [2013, 250], [2014, 250], [2015, 249], [2016, 250], [2017, 249], [2018, 250], [2019, 250],
    [2020, 249], [2021, 250], [2022, 249], [2023, 249], [2024, 251], [2025, 248], [2026, 248],
  ] as const
  test.each(CASES)('%i has %i', (year, count) => {
    expect(NATIONAL_CALENDAR.workingDaysInYear(year)).toBe(count)
  })
})

describe('every notice', () => {
  const yearly = NATIONAL_NOTICES.filter((notice) => !notice.amends)

  test('follows the year before it, with none missing', () => {
    expect(yearly.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index))
  })

  test('has its number, but for the two before the published series', () => {
    const unverified = NATIONAL_NOTICES.filter(({ number }) => number === null).map(({ year }) => year)
    expect(unverified).toEqual([2004, 2005])
  })

  test('has only weekend days worked, and none that it gives off', () => {
    for (const { year, holidays } of NATIONAL_NOTICES) {
      for (const on of holidays.flatMap(({ workedOn }) => workedOn)) {
        const off = holidays.some(({ from, to }) => from <= on && on <= to)
        expect({ year, on, weekend: weekdayOf(on) > 5, off }).toEqual({ year, on, weekend: true, off: false })
      }
    }
  })
})
