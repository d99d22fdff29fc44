import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import type { HolidayNotice, LocalHolidayNotice } from './holiday-notice.ts'
import { calendarWith, regionsOf } from './imported-calendar.ts'

const day = parsePlainDate

const notice = (
  year: number,
  amends: boolean,
  name: string,
  on: string,
  ...workedOn: string[]
): HolidayNotice => ({
  year,
  title: `${name}放假通知`,
  number: null,
  issuedOn: null,
  amends,
  holidays: [{ name, from: day(on), to: day(on), workedOn: workedOn.map(day) }],
})
const local = (region: string, name: string, on: string, ...workedOn: string[]): LocalHolidayNotice => ({
  ...notice(2025, false, name, on, ...workedOn),
  region,
})

describe('days that a region gives off for itself (放假办法 Art. 4)', () => {
  // 2025-03-31 is a Monday, 2025-10-17 a Friday, 2025-10-18 a Saturday.
  const imported = [
    local('广西壮族自治区', '壮族三月三', '2025-03-31'),
    local('新疆维吾尔自治区', '地方节日', '2025-10-17', '2025-10-18'),
  ]
  test('count for nobody who does not name the region', () => {
    const calendar = calendarWith(imported)
    expect(calendar.isWorkingDay(day('2025-03-31'))).toBe(true)
    expect(calendar.isWorkingDay(day('2025-10-18'))).toBe(false)
    expect(calendar.workingDaysInYear(2025)).toBe(248)
  })
  test('and for whoever does, that region only', () => {
    const calendar = calendarWith(imported, ['广西壮族自治区'])
    expect(calendar.isWorkingDay(day('2025-03-31'))).toBe(false)
    expect(calendar.dayKind(day('2025-03-31'))).toMatchObject({ kind: 'local-holiday', name: '壮族三月三' })
    expect(calendar.isWorkingDay(day('2025-10-17'))).toBe(true)
    expect(calendar.workingDaysInYear(2025)).toBe(247)
  })
  test('with the weekend days worked for them', () => {
    const calendar = calendarWith(imported, ['新疆维吾尔自治区'])
    expect(calendar.dayKind(day('2025-10-17')).kind).toBe('local-holiday')
    expect(calendar.dayKind(day('2025-10-18')).kind).toBe('local-make-up')
    expect(calendar.isWorkingDay(day('2025-10-18'))).toBe(true)
    expect(calendar.workingDaysInYear(2025)).toBe(248)
  })
  test('the regions with notices are known by name', () => {
    expect(regionsOf([...imported, ...imported, notice(2027, false, '元旦', '2027-01-01')])).toEqual([
      '广西壮族自治区',
      '新疆维吾尔自治区',
    ])
  })
})

describe('an imported national notice', () => {
  test('makes its year certain', () => {
    const calendar = calendarWith([notice(2027, false, '元旦', '2027-01-01')])
    expect(calendar.knownThrough).toBe('2027-12-31')
    expect(calendar.isWorkingDay(day('2027-01-01'))).toBe(false)
  })
  test('of a year that the package knows itself is left out, unless it amends the year', () => {
    // 2026-11-09 is a Monday.
    expect(calendarWith([notice(2026, false, '增加', '2026-11-09')]).isWorkingDay(day('2026-11-09'))).toBe(
      true,
    )
    expect(calendarWith([notice(2026, true, '增加', '2026-11-09')]).isWorkingDay(day('2026-11-09'))).toBe(
      false,
    )
  })
})
