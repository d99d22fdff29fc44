import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import { NATIONAL_CALENDAR, NATIONAL_NOTICES } from './national-calendar.ts'
import { addDaysRolled, addMonthsRolled, dueDayText, makeCalendar } from './working-calendar.ts'

const day = parsePlainDate
const calendar = NATIONAL_CALENDAR

describe('the n-th working day after a day', () => {
  // biome-ignore format: a table
  const CASES = [
    // received,    days, last day
    ['2019-05-15', 20, '2019-06-13'],
    ['2019-09-20', 20, '2019-10-23'],
    ['2020-01-15', 20, '2020-02-19'],
    ['2021-04-30', 20, '2021-06-01'],
    ['2021-05-06', 20, '2021-06-02'],
    ['2021-09-13',  7, '2021-09-23'],
    ['2021-11-24', 20, '2021-12-22'],
    ['2022-06-06', 20, '2022-07-04'],
    ['2022-09-30', 20, '2022-11-02'],
    ['2023-04-17',  7, '2023-04-25'],
    ['2023-05-08', 20, '2023-06-05'],
    ['2023-09-04', 20, '2023-10-08'],
    ['2023-09-04', 30, '2023-10-20'],
    ['2023-09-04', 40, '2023-11-03'],
    ['2023-10-07', 20, '2023-11-02'],
    ['2024-01-08', 20, '2024-02-04'],
    ['2024-01-24', 15, '2024-02-19'],
    ['2024-09-10', 20, '2024-10-14'],
    ['2024-12-10', 20, '2025-01-08'],
    ['2025-01-06', 20, '2025-02-08'],
    ['2025-01-06', 40, '2025-03-07'],
    ['2025-02-20', 20, '2025-03-20'],
    ['2025-03-28', 20, '2025-04-27'],
    ['2025-04-14', 20, '2025-05-14'],
    ['2025-09-15', 20, '2025-10-17'],
    ['2025-09-26',  7, '2025-10-13'],
    ['2025-12-08', 20, '2026-01-06'],
    // 政府信息 formed before 国庆: 20 working days to publish
    ['2019-09-27', 20, '2019-10-30'],
  ] as const
  test.each(CASES)('%s and %i working days: %s', (from, count, expected) => {
    expect(calendar.addWorkingDays(day(from), count)).toBe(expected)
    expect(calendar.workingDaysBetween(day(from), day(expected))).toBe(count)
  })
})

describe('whether a day is worked', () => {
  // biome-ignore format: a table
  const CASES = [
    ['2019-04-28', true,  'make-up'], ['2019-05-04', false, 'holiday'], ['2019-09-29', true,  'make-up'],
    ['2020-01-31', false, 'holiday'], ['2020-02-01', false, 'holiday'], ['2020-02-03', true,  'weekday'],
    ['2021-02-20', true,  'make-up'], ['2022-10-08', true,  'make-up'], ['2023-04-23', true,  'make-up'],
    ['2024-02-04', true,  'make-up'], ['2024-02-09', true,  'weekday'], ['2025-01-26', true,  'make-up'],
    ['2025-02-08', true,  'make-up'], ['2025-04-27', true,  'make-up'], ['2025-10-08', false, 'holiday'],
    ['2026-01-04', true,  'make-up'], ['2025-06-07', false, 'weekend'], ['2023-01-03', true,  'weekday'],
  ] as const
  test.each(CASES)('%s: %s, %s', (date, worked, kind) => {
    expect(calendar.isWorkingDay(day(date))).toBe(worked)
    expect(calendar.dayKind(day(date)).kind).toBe(kind)
  })
})

test('a day off names its holiday and its notice', () => {
  expect(calendar.dayKind(day('2025-10-08'))).toMatchObject({
    kind: 'holiday',
    name: '国庆节、中秋节',
    notice: { year: 2025, number: '国办发明电〔2024〕12号' },
  })
  expect(calendar.dayKind(day('2005-12-31'))).toMatchObject({
    kind: 'make-up',
    name: '元旦',
    notice: { year: 2006 },
  })
})

describe('working days in a year', () => {
  // biome-ignore format: a table
  const CASES = [
    [2019, 250], [2020, 249], [2021, 250], [2022, 249], [2023, 249], [2024, 251], [2025, 248],
  ] as const
  test.each(CASES)('%i has %i', (year, count) => {
    expect(calendar.workingDaysInYear(year)).toBe(count)
  })
})

describe('periods of the civil rules, in calendar days and months', () => {
  // biome-ignore format: a table
  const DAYS = [
    ['2024-08-06', 60, '2024-10-08'],
    ['2024-07-02', 60, '2024-09-02'],
    ['2025-03-31', 60, '2025-05-30'],
    ['2025-01-17', 15, '2025-02-05'],
  ] as const
  test.each(DAYS)('%s and %i days: %s', (from, count, expected) => {
    expect(addDaysRolled(day(from), count, calendar)).toBe(expected)
  })
  // biome-ignore format: a table
  const MONTHS = [
    ['2025-03-31', 6, '2025-09-30'],
    ['2024-08-31', 6, '2025-02-28'],
  ] as const
  test.each(MONTHS)('%s and %i months: %s', (from, count, expected) => {
    expect(addMonthsRolled(day(from), count, calendar)).toBe(expected)
  })
})

describe('where no notice reaches', () => {
  test('days count by Monday to Friday and are provisional', () => {
    expect(calendar.knownFrom).toBe('2004-01-01')
    expect(calendar.knownThrough).toBe('2026-12-31')
    expect(calendar.isProvisional(day('2026-12-31'))).toBe(false)
    expect(calendar.isProvisional(day('2027-01-01'))).toBe(true)
    expect(calendar.isProvisional(day('2003-12-31'))).toBe(true)
    expect(calendar.addWorkingDays(day('2026-12-31'), 1)).toBe('2027-01-01')
    expect(calendar.addWorkingDays(day('2026-12-25'), 20)).toBe('2027-01-22')
    expect(calendar.addWorkingDays(day('2099-12-31'), 1)).toBe('2100-01-01')
    expect(calendar.addWorkingDays(day('1999-12-31'), 1)).toBe('2000-01-03')
    expect(calendar.dayKind(day('2030-01-01'))).toEqual({ kind: 'weekday' })
  })

  test('a year without a notice ends what is known, even when a later year has one', () => {
    const gap = makeCalendar(NATIONAL_NOTICES.filter((notice) => notice.year !== 2021))
    expect(gap.knownThrough).toBe('2020-12-31')
  })

  test('the new notice makes a provisional day certain and may move the deadline', () => {
    const before = makeCalendar(NATIONAL_NOTICES.filter((notice) => notice.year < 2026))
    expect(before.isProvisional(day('2026-01-05'))).toBe(true)
    expect(before.addWorkingDays(day('2025-12-08'), 20)).toBe('2026-01-05')
    expect(calendar.addWorkingDays(day('2025-12-08'), 20)).toBe('2026-01-06')
  })
})

test('an amendment overrides the yearly notice: before the 2020 prolongation the answer was two days earlier', () => {
  const asOf2019 = makeCalendar(NATIONAL_NOTICES.filter((notice) => notice.year <= 2020 && !notice.amends))
  expect(asOf2019.isWorkingDay(day('2020-02-01'))).toBe(true)
  expect(asOf2019.addWorkingDays(day('2020-01-15'), 20)).toBe('2020-02-17')
  expect(asOf2019.workingDaysBetween(day('2019-04-26'), day('2019-05-06'))).toBe(5)
  expect(calendar.workingDaysBetween(day('2019-04-26'), day('2019-05-06'))).toBe(5)
})

test('counts go back with a negative number and stand still at zero', () => {
  expect(calendar.addWorkingDays(day('2025-10-09'), -1)).toBe('2025-09-30')
  expect(calendar.addWorkingDays(day('2025-10-05'), -1)).toBe('2025-09-30')
  expect(calendar.addWorkingDays(day('2025-10-09'), -3)).toBe('2025-09-28')
  expect(calendar.addWorkingDays(day('2025-10-05'), 0)).toBe('2025-10-05')
  expect(calendar.workingDaysBetween(day('2025-10-09'), day('2025-09-30'))).toBe(-1)
  expect(calendar.nextWorkingDay(day('2025-09-30'))).toBe('2025-10-09')
  expect(calendar.rollForward(day('2025-10-03'))).toBe('2025-10-09')
  expect(calendar.rollForward(day('2025-09-28'))).toBe('2025-09-28')
})

test('a region may have days off of its own (放假办法 Art. 4)', () => {
  const guangxi = makeCalendar(NATIONAL_NOTICES, [
    {
      region: '广西壮族自治区',
      year: 2025,
      title: '“壮族三月三”放假通知',
      number: null,
      issuedOn: null,
      amends: false,
      holidays: [{ name: '壮族三月三', from: day('2025-03-31'), to: day('2025-04-01'), workedOn: [] }],
    },
  ])
  expect(guangxi.dayKind(day('2025-03-31'))).toMatchObject({ kind: 'local-holiday', name: '壮族三月三' })
  expect(guangxi.addWorkingDays(day('2025-03-28'), 1)).toBe('2025-04-02')
  expect(calendar.addWorkingDays(day('2025-03-28'), 1)).toBe('2025-03-31')
})

describe('at the edges of what is known', () => {
  const only2026 = makeCalendar(NATIONAL_NOTICES.filter(({ year }) => year === 2026))
  test('the first and the last day belong to it, the ones beside do not', () => {
    expect(only2026.isProvisional(day('2026-01-01'))).toBe(false)
    expect(only2026.isProvisional(day('2025-12-31'))).toBe(true)
    expect(only2026.isProvisional(day('2026-12-31'))).toBe(false)
    expect(only2026.isProvisional(day('2027-01-01'))).toBe(true)
  })
  test('counting runs over both edges', () => {
    // 2026 has 248 working days; Thursday 2025-12-25 and Friday 2027-01-01 are plain weekdays here.
    expect(only2026.workingDaysBetween(day('2025-12-31'), day('2026-12-31'))).toBe(248)
    expect(only2026.workingDaysBetween(day('2025-12-25'), day('2027-01-01'))).toBe(253)
    expect(only2026.addWorkingDays(day('2025-12-25'), 253)).toBe('2027-01-01')
    expect(only2026.addWorkingDays(day('2027-01-01'), -253)).toBe('2025-12-25')
    expect(only2026.addWorkingDays(day('2025-12-25'), 4)).toBe('2025-12-31')
    expect(only2026.addWorkingDays(day('2025-12-25'), 5)).toBe('2026-01-04')
    expect(only2026.addWorkingDays(day('2025-12-25'), 252)).toBe('2026-12-31')
    expect(only2026.addWorkingDays(day('2026-01-04'), -1)).toBe('2025-12-31')
  })
  test('a notice that reaches into the year before counts there too', () => {
    const only2023 = makeCalendar(NATIONAL_NOTICES.filter(({ year }) => year === 2023))
    expect(only2023.dayKind(day('2022-12-31'))).toMatchObject({ kind: 'holiday', name: '元旦' })
    expect(only2023.isWorkingDay(day('2022-12-30'))).toBe(true)
  })
  test('without a yearly notice there is no calendar', () => {
    expect(() => makeCalendar([])).toThrow('工作日历至少需要一个年度的放假安排通知')
    expect(() => makeCalendar(NATIONAL_NOTICES.filter(({ amends }) => amends))).toThrow('放假安排通知')
  })
  test('a computed day says when it may still move', () => {
    expect(dueDayText(day('2026-12-31'), calendar)).toBe('2026年12月31日')
    expect(dueDayText(day('2027-01-04'), calendar)).toBe('2027年1月4日（暂定）')
  })
})
