import { type Citation, cite } from '../citation.ts'
import { type PlainDate, yearOf } from '../plain-date.ts'

/** 一个节日的安排: the days off, first to last with the weekends inside, and the weekend days worked for them. */
export type HolidayArrangement = Readonly<{
  name: string
  from: PlainDate
  to: PlainDate
  workedOn: readonly PlainDate[]
}>

/**
 * 放假安排通知: what the General Office of the State Council announces each autumn for the year that follows.
 * `amends` marks a later notice that changes single days of a year already announced (2019 劳动节, 2020 春节).
 */
export type HolidayNotice = Readonly<{
  year: number
  title: string
  /** 发文字号; `null` while not verified (文号待核). */
  number: string | null
  issuedOn: PlainDate | null
  amends: boolean
  holidays: readonly HolidayArrangement[]
}>

/** 地方假日: days that a region fixes for itself (全国年节及纪念日放假办法 Art. 4). */
export type LocalHolidayNotice = HolidayNotice & Readonly<{ region: string }>

/** `国办发明电〔2024〕12号`, or that the number is not verified. */
export function noticeNumberText(notice: HolidayNotice): string {
  return notice.number ?? '文号待核'
}

/** 放假办法 in force in a year: what every notice of that year stands on. */
export function holidayMeasures(on: PlainDate): Citation {
  const year = yearOf(on)
  if (year >= 2025) return cite('holiday-measures')
  if (year >= 2014) return cite('holiday-measures-2014')
  return year >= 2008 ? cite('holiday-measures-2008') : cite('holiday-measures-1999')
}
