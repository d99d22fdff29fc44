import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Citation } from '../citation.ts'
import { addDays, type PlainDate } from '../plain-date.ts'
import type { ConsultedParty } from '../request/event.ts'
import type { PauseConvention } from './settings.ts'

/** 不计算在内的时间: from the day of asking to the day of the answer, or the last day allowed for it. */
export type Pause = Readonly<{
  from: PlainDate
  to: PlainDate
  /** No answer yet: `to` is the last day allowed. */
  open: boolean
  why: ConsultedParty | 'reasons' | 'fee'
  basis: Citation
}>

type Spell = Pick<Pause, 'from' | 'to'> & Partial<Pick<Pause, 'why'>>

/** Days left out of a count: strictly after `after`, through `through`. */
export type Gap = Readonly<{ after: PlainDate; through: PlainDate }>

/** Pauses as gaps in date order, overlapping ones merged: time asked for twice is left out once. */
export function gapsOf(pauses: readonly Spell[], convention: PauseConvention): Gap[] {
  const merged: Gap[] = []
  const gaps = pauses.map((pause) => gapOf(pause, convention)).filter((gap) => gap.after < gap.through)
  for (const gap of gaps.sort((a, b) => (a.after < b.after ? -1 : 1))) {
    const last = merged.at(-1)
    if (last === undefined || gap.after > last.through) merged.push(gap)
    else if (gap.through > last.through)
      merged[merged.length - 1] = { after: last.after, through: gap.through }
  }
  return merged
}

/** The day on which the `workingDays`-th working day after `from` outside the gaps falls. */
export function deadlineOf(
  from: PlainDate,
  workingDays: number,
  gaps: readonly Gap[],
  calendar: WorkingCalendar,
): PlainDate {
  let left = workingDays
  let counted = from
  for (const { after, through } of gaps) {
    if (through <= counted) continue
    if (after > counted) {
      const before = calendar.workingDaysBetween(counted, after)
      if (before >= left) break
      left -= before
    }
    counted = through
  }
  return calendar.addWorkingDays(counted, left)
}

/** Working days used of a count: those in `(from, on]` outside the gaps. */
export function workingDaysCounted(
  from: PlainDate,
  on: PlainDate,
  gaps: readonly Gap[],
  calendar: WorkingCalendar,
): number {
  if (on <= from) return 0
  let used = calendar.workingDaysBetween(from, on)
  for (const { after, through } of gaps) {
    const start = after > from ? after : from
    const end = through < on ? through : on
    if (start < end) used -= calendar.workingDaysBetween(start, end)
  }
  return used
}

export function isInGap(on: PlainDate, gaps: readonly Gap[]): boolean {
  return gaps.some((gap) => gap.after < on && on <= gap.through)
}

function gapOf({ from, to, why }: Spell, convention: PauseConvention): Gap {
  // Waiting for a payment is no asking of opinions: the notice's day is used, the payment's is not.
  switch (why === 'fee' ? 'after-sending-through-answer' : convention) {
    case 'after-sending-through-answer':
      return { after: from, through: to }
    case 'sending-through-answer':
      return { after: addDays(from, -1), through: to }
    case 'sending-until-answer':
      return { after: addDays(from, -1), through: addDays(to, -1) }
    case 'between':
      return { after: from, through: addDays(to, -1) }
  }
}
