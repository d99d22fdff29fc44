import {
  addDays,
  addMonths,
  dayNumber,
  fromDayNumber,
  type PlainDate,
  parsePlainDate,
  plainDateText,
  weekdayOf,
} from '../plain-date.ts'
import type { HolidayNotice, LocalHolidayNotice } from './holiday-notice.ts'

/** What a day is: an ordinary weekday or weekend, a day off by notice, a weekend day worked (调休), a local day off. */
export type DayKind = Readonly<
  | { kind: 'weekday' | 'weekend' }
  | { kind: 'holiday' | 'make-up'; name: string; notice: HolidayNotice }
  | { kind: 'local-holiday' | 'local-make-up'; name: string; notice: LocalHolidayNotice }
>

/** 工作日历, read off the holiday notices. Days past the last notice count by Monday to Friday and are 暂定. */
export type WorkingCalendar = Readonly<{
  notices: readonly HolidayNotice[]
  local: readonly LocalHolidayNotice[]
  /** First and last day of the unbroken run of years with a notice. */
  knownFrom: PlainDate
  knownThrough: PlainDate
  /** 暂定: no notice covers the day, so it may still change. */
  isProvisional(date: PlainDate): boolean
  isWorkingDay(date: PlainDate): boolean
  dayKind(date: PlainDate): DayKind
  /** The `count`-th working day strictly after `date`; strictly before it when negative; `date` itself for 0. */
  addWorkingDays(date: PlainDate, count: number): PlainDate
  /** Working days in `(from, to]`; negative when `to` is earlier. */
  workingDaysBetween(from: PlainDate, to: PlainDate): number
  /** The first working day strictly after `date`. */
  nextWorkingDay(date: PlainDate): PlainDate
  /** `date` if it is a working day, else the first one after it. */
  rollForward(date: PlainDate): PlainDate
  workingDaysInYear(year: number): number
}>

/** A calendar from notices, later ones over earlier ones, and local ones over all. The order given is the order of issue. */
export function makeCalendar(
  notices: readonly HolidayNotice[],
  local: readonly LocalHolidayNotice[] = [],
): WorkingCalendar {
  const known = knownYears(notices)
  const kinds = new Map<number, DayKind>()
  for (const notice of notices) markNational(kinds, notice)
  for (const notice of local) markLocal(kinds, notice)

  // Every day that a notice names lies in the table; outside it, Monday to Friday is arithmetic.
  const marked = [...kinds.keys()]
  const first = Math.min(dayNumber(parsePlainDate(`${known.first}-01-01`)), ...marked)
  const last = Math.max(dayNumber(parsePlainDate(`${known.last}-12-31`)), ...marked)
  const through = new Int32Array(last - first + 1)
  const workingDays: PlainDate[] = []
  const before = weekdaysThrough(first - 1)
  for (let day = first; day <= last; day++) {
    if (isWorking(kinds.get(day) ?? plainKind(day))) workingDays.push(fromDayNumber(day))
    through[day - first] = before + workingDays.length
  }
  const after = before + workingDays.length
  const shift = after - weekdaysThrough(last)

  function rank(day: number): number {
    if (day < first) return weekdaysThrough(day)
    return day > last ? weekdaysThrough(day) + shift : (through[day - first] ?? after)
  }

  function ranked(position: number): PlainDate {
    const inTable = workingDays[position - before - 1]
    if (inTable !== undefined) return inTable
    return fromDayNumber(nthWeekday(position <= before ? position : position - shift))
  }

  function dayKind(date: PlainDate): DayKind {
    const day = dayNumber(date)
    return kinds.get(day) ?? plainKind(day)
  }

  function addWorkingDays(date: PlainDate, count: number): PlainDate {
    if (count === 0) return date
    const day = dayNumber(date)
    return count > 0 ? ranked(rank(day) + count) : ranked(rank(day - 1) + count + 1)
  }

  const knownFrom = parsePlainDate(`${known.first}-01-01`)
  const knownThrough = parsePlainDate(`${known.last}-12-31`)
  const isWorkingDay = (date: PlainDate) => rank(dayNumber(date)) > rank(dayNumber(date) - 1)

  return {
    notices,
    local,
    knownFrom,
    knownThrough,
    isProvisional: (date) => date > knownThrough || date < knownFrom,
    isWorkingDay,
    dayKind,
    addWorkingDays,
    workingDaysBetween: (from, to) => rank(dayNumber(to)) - rank(dayNumber(from)),
    nextWorkingDay: (date) => addWorkingDays(date, 1),
    rollForward: (date) => (isWorkingDay(date) ? date : addWorkingDays(date, 1)),
    workingDaysInYear: (year) =>
      rank(dayNumber(parsePlainDate(`${year}-12-31`))) - rank(dayNumber(parsePlainDate(`${year}-01-01`)) - 1),
  }
}

/**
 * 按日计算的期间 of the civil rules: the day it starts is not counted, and a last day that is a day off moves to the
 * first day after the holiday (民法典 Arts. 201, 203).
 */
export function addDaysRolled(date: PlainDate, days: number, calendar: WorkingCalendar): PlainDate {
  return calendar.rollForward(addDays(date, days))
}

/** 按月计算的期间: ends on the day of the same number, or the month's last, and rolls likewise (民法典 Arts. 202, 203). */
export function addMonthsRolled(date: PlainDate, months: number, calendar: WorkingCalendar): PlainDate {
  return calendar.rollForward(addMonths(date, months))
}

/** A computed last day in words: `2027年1月7日（暂定）` where no notice covers it yet. */
export function dueDayText(on: PlainDate, calendar: Pick<WorkingCalendar, 'isProvisional'>): string {
  return `${plainDateText(on)}${calendar.isProvisional(on) ? '（暂定）' : ''}`
}

function isWorking({ kind }: DayKind): boolean {
  return kind === 'weekday' || kind === 'make-up' || kind === 'local-make-up'
}

function plainKind(day: number): DayKind {
  return { kind: weekdayOf(fromDayNumber(day)) <= 5 ? 'weekday' : 'weekend' }
}

function markNational(kinds: Map<number, DayKind>, notice: HolidayNotice): void {
  for (const { name, from, to, workedOn } of notice.holidays) {
    for (let day = dayNumber(from); day <= dayNumber(to); day++)
      kinds.set(day, { kind: 'holiday', name, notice })
    for (const day of workedOn) kinds.set(dayNumber(day), { kind: 'make-up', name, notice })
  }
}

function markLocal(kinds: Map<number, DayKind>, notice: LocalHolidayNotice): void {
  for (const { name, from, to, workedOn } of notice.holidays) {
    for (let day = dayNumber(from); day <= dayNumber(to); day++) {
      kinds.set(day, { kind: 'local-holiday', name, notice })
    }
    for (const day of workedOn) kinds.set(dayNumber(day), { kind: 'local-make-up', name, notice })
  }
}

/** The unbroken run of years with a yearly notice that ends earliest: past a gap nothing is certain. */
function knownYears(notices: readonly HolidayNotice[]): { first: number; last: number } {
  const years = new Set(notices.filter((notice) => !notice.amends).map((notice) => notice.year))
  if (years.size === 0) throw new RangeError('工作日历至少需要一个年度的放假安排通知')
  const first = Math.min(...years)
  let last = first
  while (years.has(last + 1)) last += 1
  return { first, last }
}

/** Weekdays from Monday 1969-12-29 through `day`; negative before. */
function weekdaysThrough(day: number): number {
  const sinceMonday = day + 3
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5)
}

function nthWeekday(position: number): number {
  const weeks = Math.floor((position - 1) / 5)
  return weeks * 7 + (position - 1 - weeks * 5) - 3
}
