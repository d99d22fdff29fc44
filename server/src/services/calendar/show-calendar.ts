import {
  noticeNumberText,
  type PlainDate,
  plainDate,
  type WorkingCalendar,
  type YearSpan,
  yearSpans,
} from '@mingfu/law'
import type { Context } from '../context.ts'

type SpecialDay = Extract<YearSpan['day'], { notice: unknown }>

export type CalendarYear = Readonly<{
  year: number
  provisional: boolean
  workingDays: number
  knownThrough: PlainDate
  spans: readonly Readonly<{
    from: PlainDate
    to: PlainDate
    name: string
    kind: SpecialDay['kind']
    notice: string
  }>[]
}>

/** 一年的工作日历: public, for everybody counts by it. */
export function showCalendar(ctx: Pick<Context, 'calendar'>, year: number): CalendarYear {
  return calendarYear(year, ctx.calendar)
}

/** The days of a year that are not what their weekday says, each with its notice. */
export function calendarYear(year: number, calendar: WorkingCalendar): CalendarYear {
  return {
    year,
    provisional: calendar.isProvisional(plainDate(year, 12, 31)),
    workingDays: calendar.workingDaysInYear(year),
    knownThrough: calendar.knownThrough,
    spans: yearSpans(year, calendar).flatMap(({ from, to, day }) =>
      'notice' in day ? [{ from, to, name: day.name, kind: day.kind, notice: noticeText(day.notice) }] : [],
    ),
  }
}

function noticeText(notice: SpecialDay['notice']): string {
  return `《${notice.title}》（${noticeNumberText(notice)}）`
}
