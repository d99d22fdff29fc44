import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { citationText } from '../citation.ts'
import { addDays, daysInMonth, type PlainDate, plainDate, weekdayOf, weekdayText } from '../plain-date.ts'
import type { Clock } from './clock.ts'
import type { LedgerStep } from './ledger.ts'
import { ledgerDays } from './ledger-days.ts'

/** 期限计算过程 as lines of text: date, weekday, count, what happened, article. */
export function ledgerText(steps: readonly LedgerStep[]): string {
  return steps
    .map(({ on, count, text, basis }) => {
      const counted = count === null ? '  —  ' : `第${String(count).padStart(2)}日`
      const article = basis === null ? '' : `  ${citationText(basis)}`
      return `${on} ${weekdayText(on)}  ${counted}  ${text}${article}`
    })
    .join('\n')
}

/** Signs of the picture: what a day that is not simply counted shows under its number. */
const SIGNS = {
  'day-zero': '收',
  weekend: '休',
  holiday: '假',
  paused: '停',
  waiting: '等',
} as const

const CELL = 5
const HEAD = ['一', '二', '三', '四', '五', '六', '日'].map((day) => `   ${day}`).join('')

/** 日历图: the months of a count, each day with the number it counts as or the sign of why it does not. */
export function calendarPicture(clock: Clock, calendar: WorkingCalendar): string {
  const days = ledgerDays(clock, calendar)
  const marks = new Map<PlainDate, string>(days.map((day) => [day.on, markOf(day)]))
  const [first, last] = [days[0]?.on, days.at(-1)?.on]
  if (first === undefined || last === undefined) return ''
  if (clock.dueOn !== null && marks.has(clock.dueOn)) {
    marks.set(clock.dueOn, `${marks.get(clock.dueOn)}*`)
  }
  const months: string[] = []
  for (let month = startOfMonth(first); month <= last; month = addDays(month, lengthOfMonth(month))) {
    months.push(monthPicture(month, marks))
  }
  const legend =
    '数字：第几个工作日　收：起算日（当日不计）　休：休息日　假：放假　停：征求意见等不计　等：等待申请人　*：期限届满日'
  return `${months.join('\n\n')}\n\n${legend}`
}

function monthPicture(month: PlainDate, marks: ReadonlyMap<PlainDate, string>): string {
  const lines = [`${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`, HEAD]
  const offset = weekdayOf(month) - 1
  const days = lengthOfMonth(month)
  for (let start = -offset; start < days; start += 7) {
    const week = Array.from({ length: 7 }, (_, index) => {
      const day = start + index
      return day < 0 || day >= days ? null : addDays(month, day)
    })
    lines.push(
      week
        .map((on) => cell(on === null ? '' : String(Number(on.slice(8)))))
        .join('')
        .trimEnd(),
    )
    const signs = week
      .map((on) => cell((on === null ? undefined : marks.get(on)) ?? ''))
      .join('')
      .trimEnd()
    if (signs !== '') lines.push(signs)
  }
  return lines.join('\n')
}

function markOf({ kind, count }: LedgerStep): string {
  switch (kind) {
    case 'day-zero':
    case 'weekend':
    case 'holiday':
    case 'paused':
    case 'waiting':
      return SIGNS[kind]
    case 'void':
      return `(${count ?? ''})`
    default:
      return count === null ? '' : String(count)
  }
}

/** Right-aligned in its column; a Chinese sign is as wide as two letters. */
function cell(text: string): string {
  const width = [...text].reduce((sum, character) => sum + (character > '⺀' ? 2 : 1), 0)
  return ' '.repeat(Math.max(0, CELL - width)) + text
}

function startOfMonth(on: PlainDate): PlainDate {
  return plainDate(Number(on.slice(0, 4)), Number(on.slice(5, 7)), 1)
}

function lengthOfMonth(on: PlainDate): number {
  return daysInMonth(Number(on.slice(0, 4)), Number(on.slice(5, 7)))
}
