declare const brand: unique symbol

/** A calendar day in China, `YYYY-MM-DD`. Compares and sorts as a string. Never a moment, never a time zone. */
export type PlainDate = string & { readonly [brand]: true }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

/** True when `text` is a day that exists, written `YYYY-MM-DD` (so `2023-02-29` is not). */
export function isPlainDate(text: string): text is PlainDate {
  const match = SHAPE.exec(text)
  if (match === null) return false
  const day = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
  return day.toISOString().slice(0, 10) === text
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
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY
  )
}

export function fromDayNumber(days: number): PlainDate {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate
}

/** `addDays('2024-02-28', 2)` → `2024-03-01`; negative counts go back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Calendar days from `from` to `to`; 0 when equal, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

/** `2024年9月30日`, as official documents write a day in Arabic numerals (GB/T 9704). */
export function plainDateText(date: PlainDate): string {
  return `${yearOf(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b
}

export function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
