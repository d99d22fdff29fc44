import { addDays, type PlainDate, plainDate, weekdayText, yearOf } from '../plain-date.ts'
import { noticeNumberText } from './holiday-notice.ts'
import type { DayKind, WorkingCalendar } from './working-calendar.ts'

/** A run of days of one kind and one holiday. */
export type YearSpan = Readonly<{ from: PlainDate; to: PlainDate; day: DayKind }>

/** 全年安排: the days of a year that are not what their weekday says, in date order. */
export function yearSpans(year: number, calendar: WorkingCalendar): YearSpan[] {
  const spans: YearSpan[] = []
  for (let on = plainDate(year, 1, 1); yearOf(on) === year; on = addDays(on, 1)) {
    const day = calendar.dayKind(on)
    if (!('notice' in day)) continue
    const last = spans.at(-1)
    if (last !== undefined && isSame(last.day, day) && addDays(last.to, 1) === on) {
      spans[spans.length - 1] = { ...last, to: on }
    } else {
      spans.push({ from: on, to: on, day })
    }
  }
  return spans
}

/** The same as lines of text, under the number of working days. */
export function yearText(year: number, calendar: WorkingCalendar): string {
  const provisional = calendar.isProvisional(plainDate(year, 12, 31)) ? '（暂定：放假安排尚未公布）' : ''
  const head = `${year}年共${calendar.workingDaysInYear(year)}个工作日${provisional}`
  const lines = yearSpans(year, calendar).map(({ from, to, day }) => {
    const days = from === to ? `${from} ${weekdayText(from)}` : `${from} 至 ${to}`
    return 'notice' in day ? `${days}  ${day.name}${WHAT[day.kind]}（${noticeNumberText(day.notice)}）` : days
  })
  return [head, ...lines].join('\n')
}

const WHAT = {
  holiday: '放假',
  'make-up': '调休上班',
  'local-holiday': '地方放假',
  'local-make-up': '地方调休上班',
} as const

function isSame(a: DayKind, b: DayKind): boolean {
  return 'notice' in a && 'notice' in b && a.kind === b.kind && a.name === b.name && a.notice === b.notice
}
