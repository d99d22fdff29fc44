declare const brand: unique symbol

/** A calendar day in China, `YYYY-MM-DD`. Compares and sorts as a string. Never a moment, never a time zone. */
export type PlainDate = string & { readonly [brand]: true }

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** True when `text` is a day that exists, written `YYYY-MM-DD` (so `2023-02-29` is not). */
export function isPlainDate(text: string): text is PlainDate {
  if (!SHAPE.test(text)) return false
  const month = number2(text, 5)
  const day = number2(text, 8)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(number4(text), month)
}

/** The day that `text` writes. Throws `RangeError`, in Chinese, when it is not a day. */
export function parsePlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`“${text}”不是有效日期，请按 2024-09-30 的样式填写`)
  return text
}

/** `plainDate(2024, 9, 30)` → `2024-09-30`. Throws `RangeError` when there is no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  return parsePlainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

/** Days since 1970-01-01; the arithmetic form of a day. */
export function dayNumber(date: PlainDate): number {
  const month = number2(date, 5)
  // Years that begin in March put the leap day last, so that one formula serves every month.
  const year = number4(date) - (month <= 2 ? 1 : 0)
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + number2(date, 8) - 1
  return 365 * year + leapDaysBefore(year) + dayOfYear - MARCH_0000
}

export function fromDayNumber(days: number): PlainDate {
  const sinceMarch0000 = days + MARCH_0000
  let year = Math.floor(sinceMarch0000 / 365.2425)
  let dayOfYear = sinceMarch0000 - 365 * year - leapDaysBefore(year)
  if (dayOfYear < 0) {
    year -= 1
    dayOfYear = sinceMarch0000 - 365 * year - leapDaysBefore(year)
  } else if (dayOfYear > 364 && sinceMarch0000 >= 365 * (year + 1) + leapDaysBefore(year + 1)) {
    year += 1
    dayOfYear = sinceMarch0000 - 365 * year - leapDaysBefore(year)
  }
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const civilYear = month <= 2 ? year + 1 : year
  if (!Number.isInteger(days) || civilYear < 0 || civilYear > 9999)
    throw new RangeError('日期超出可以计算的范围')
  return `${pad(civilYear, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate
}

/** `addDays('2024-02-28', 2)` → `2024-03-01`; negative counts go back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** `addMonths('2024-08-31', 6)` → `2025-02-28`: the day of the same number, or the last of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const monthsSinceYear0 = yearOf(date) * 12 + number2(date, 5) - 1 + months
  const year = Math.floor(monthsSinceYear0 / 12)
  const month = monthsSinceYear0 - year * 12 + 1
  return plainDate(year, month, Math.min(number2(date, 8), daysInMonth(year, month)))
}

/** Calendar days from `from` to `to`; 0 when equal, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** `星期一` … `星期日`. */
export function weekdayText(date: PlainDate): string {
  return `星期${'一二三四五六日'[weekdayOf(date) - 1]}`
}

export function yearOf(date: PlainDate): number {
  return number4(date)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** `2024年9月30日`, as official documents write a day in Arabic numerals (GB/T 9704). */
export function plainDateText(date: PlainDate): string {
  return `${yearOf(date)}年${number2(date, 5)}月${number2(date, 8)}日`
}

export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b
}

export function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}

/** Days from 0000-03-01 to 1970-01-01. */
const MARCH_0000 = 719_468

function leapDaysBefore(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

function number2(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
}

function number4(text: string): number {
  return number2(text, 0) * 100 + number2(text, 2)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
