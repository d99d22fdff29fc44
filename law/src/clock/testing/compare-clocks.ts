import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts'
import { earlier, type PlainDate } from '../../plain-date.ts'
import type { RequestEvent } from '../../request/event.ts'
import { readClock, workingDaysUsed } from '../clock.ts'
import { ledgerDays } from '../ledger-days.ts'
import { type ClockSettings, mostCareful } from '../settings.ts'
import { naiveClock } from './naive-clock.ts'

/** What both clocks answer, side by side; a proof fails on the first history where they differ. */
export type Comparison = Readonly<{ real: unknown; naive: unknown }>

export function compareClocks(events: readonly RequestEvent[], settings: ClockSettings): Comparison {
  const clock = readClock(events, NATIONAL_CALENDAR, settings)
  const naive = naiveClock(events, settings)
  const careful = naiveClock(events, mostCareful(settings), true)
  return {
    real: {
      dueOn: clock.dueOn,
      waitingFor: clock.waiting?.for ?? null,
      stoppedOn: clock.stopped?.on ?? null,
      feePayBy: clock.feePayBy,
      extendedBy: clock.extendedByWorkingDays,
      riskDueOn: clock.riskDueOn,
    },
    naive: { ...naive, riskDueOn: earliest(naive.dueOn, careful.dueOn) },
  }
}

/** The ledger of days tells the same story: on the last day of a running count its number is the limit. */
export function ledgerAgrees(events: readonly RequestEvent[], settings: ClockSettings): boolean {
  const clock = readClock(events, NATIONAL_CALENDAR, settings)
  const { dueOn, limitInWorkingDays } = clock
  if (dueOn === null || limitInWorkingDays === null || clock.stopped !== null) return true
  const last = ledgerDays(clock, NATIONAL_CALENDAR).findLast(({ on }) => on === dueOn)
  const used = workingDaysUsed(clock, dueOn, NATIONAL_CALENDAR)
  return last?.count === limitInWorkingDays && last.kind === 'counted' && used === limitInWorkingDays
}

function earliest(legal: PlainDate | null, careful: PlainDate | null): PlainDate | null {
  if (careful === null || legal === null) return careful
  return earlier(careful, legal)
}
