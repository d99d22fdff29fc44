import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { earlier, later, type PlainDate } from '../plain-date.ts'
import { type Clock, workingDaysUsed } from './clock.ts'
import { isInGap } from './pause.ts'

/** 期限状态 on a day, from quiet to late. */
export type ClockStage =
  | 'not-received'
  | 'waiting'
  | 'running'
  | 'paused'
  | 'due-today'
  | 'overdue'
  | 'stopped'

export type ClockToday = Readonly<{
  stage: ClockStage
  workingDaysUsed: number
  /** Working days until the deadline, 0 on the day itself, negative past it; `null` without a deadline. */
  workingDaysLeft: number | null
  workingDaysLate: number
}>

/** 期限的今日状态: the clock as it stands on a day; once stopped, as it stood when it stopped. */
export function readToday(clock: Clock, today: PlainDate, calendar: WorkingCalendar): ClockToday {
  const on = clock.stopped?.on ?? today
  const left = workingDaysLeft(clock, on, calendar)
  return {
    stage: stageOf(clock, today),
    workingDaysUsed: workingDaysUsed(clock, on, calendar),
    workingDaysLeft: left,
    workingDaysLate: left === null ? 0 : Math.max(0, -left),
  }
}

/** 剩余工作日: what is left of the count, pauses known so far taken out. */
export function workingDaysLeft(clock: Clock, on: PlainDate, calendar: WorkingCalendar): number | null {
  const { dueOn, gaps, counts } = clock
  if (dueOn === null) return null
  if (on > dueOn) return -Math.max(1, calendar.workingDaysBetween(dueOn, on))
  const fixed = counts.at(-1)?.fixed ?? null
  const between = calendar.workingDaysBetween(on, dueOn)
  if (fixed !== null) return between
  const excluded = gaps.reduce((sum, { after, through }) => {
    const from = later(after, on)
    const to = earlier(through, dueOn)
    return from < to ? sum + calendar.workingDaysBetween(from, to) : sum
  }, 0)
  return between - excluded
}

export function isOverdue(clock: Clock, today: PlainDate): boolean {
  return clock.dueOn !== null && (clock.stopped?.on ?? today) > clock.dueOn
}

function stageOf(clock: Clock, today: PlainDate): ClockStage {
  if (clock.stopped !== null) return 'stopped'
  if (clock.waiting !== null) return 'waiting'
  if (clock.dueOn === null) return 'not-received'
  if (today > clock.dueOn) return 'overdue'
  if (today === clock.dueOn) return 'due-today'
  return clock.paused && isInGap(today, clock.gaps) ? 'paused' : 'running'
}
