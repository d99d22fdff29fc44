import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { earlier, type PlainDate, plainDateText } from '../plain-date.ts'
import type { RequestEvent } from '../request/event.ts'
import { type LedgerStep, ledgerSteps } from './ledger.ts'
import { type Gap, type Pause, workingDaysCounted } from './pause.ts'
import type { Receipt } from './receipt.ts'
import type { ReplyRules } from './reply-rules.ts'
import { type ClockSettings, DEFAULT_SETTINGS, mostCareful } from './settings.ts'
import { correctionNoticeBy } from './tally/correction.ts'
import {
  type Consultation,
  type Count,
  dueOfCount,
  gapsOfTally,
  type Running,
  running,
  type Stop,
  type Tally,
  type Waiting,
} from './tally/tally.ts'
import { tallyEvents } from './tally/tally-events.ts'
import type { Violation } from './violation.ts'

export type { Consultation, Count, Stop, Waiting } from './tally/tally.ts'

/** 答复期限: what the recorded facts of a request make of its days. Knows no today; `readToday` does. */
export type Clock = Readonly<{
  receipt: Receipt | null
  rules: ReplyRules | null
  /** 收到申请之日 of the request itself; decides its year and its law. */
  receivedOn: PlainDate | null
  /** 重新计算之日: receipt of the corrected request or of the payment, or the order to answer again. */
  restartedOn: PlainDate | null
  /** 答复期限届满日; `null` before receipt and while the applicant is waited for. */
  dueOn: PlainDate | null
  /** The same without extension. */
  baseDueOn: PlainDate | null
  /** The earliest last day under any reading that the law leaves open. */
  riskDueOn: PlainDate | null
  /** 暂定: a day that decides the deadline lies beyond the last holiday notice. */
  provisional: boolean
  /** An opinion is out, and the days until it comes are not counted. */
  paused: boolean
  waiting: Waiting | null
  /** Days that must not be counted, merged. */
  gaps: readonly Gap[]
  pauses: readonly Pause[]
  counts: readonly Count[]
  consultations: readonly Consultation[]
  extendedByWorkingDays: number
  /** Working days of the current count; `null` when its limit is a day set from outside. */
  limitInWorkingDays: number | null
  /** Last day to tell the applicant to correct. */
  correctionDueOn: PlainDate | null
  correctionRounds: number
  /** Last day for the applicant to correct, as told. */
  respondBy: PlainDate | null
  reasonsRespondBy: PlainDate | null
  /** Last day to pay; `null` until the notice's arrival is known. */
  feePayBy: PlainDate | null
  /** What ended the count: the day that decides whether an answer was in time, a withdrawal, a giving up. */
  stopped: Stop | null
  steps: readonly LedgerStep[]
  violations: readonly Violation[]
}>

/** Reads the clock of a request off its history. */
export function readClock(
  events: readonly RequestEvent[],
  calendar: WorkingCalendar,
  settings: ClockSettings = DEFAULT_SETTINGS,
): Clock {
  const tally = tallyEvents(events, calendar, settings)
  const now = running(tally)
  const dueOn = dueNow(tally, now)
  const gaps = gapsOfTally(tally)
  const pauses = [...tally.pauses.values()]
  const last = tally.counts.at(-1)

  return {
    receipt: tally.receipt,
    rules: tally.rules,
    receivedOn: tally.receipt?.receivedOn ?? null,
    restartedOn: tally.counts.length > 1 && last !== undefined ? last.from : null,
    dueOn,
    baseDueOn: now === null || dueOn === null ? null : dueOfCount(tally, now.count, now.rules, 0),
    riskDueOn: riskOf(events, calendar, settings, dueOn),
    provisional: isProvisional(tally, dueOn),
    paused: tally.stopped === null && pauses.some((pause) => pause.open),
    waiting: tally.waiting,
    gaps,
    pauses,
    counts: tally.counts,
    consultations: [...tally.consultations.values()],
    extendedByWorkingDays: last?.extendedBy ?? 0,
    limitInWorkingDays:
      now === null || now.count.fixed !== null ? null : now.rules.replyWithin + now.count.extendedBy,
    correctionDueOn: correctionNoticeBy(tally),
    correctionRounds: tally.correctionRounds,
    respondBy: tally.respondBy,
    reasonsRespondBy: tally.reasonsRespondBy,
    feePayBy: tally.fee?.payBy ?? null,
    stopped: tally.stopped,
    steps: ledgerSteps(tally, gaps, dueOn),
    violations: violationsOf(tally, dueOn),
  }
}

/** 已用工作日 of the current count through a day. */
export function workingDaysUsed(clock: Clock, today: PlainDate, calendar: WorkingCalendar): number {
  const count = clock.counts.at(-1)
  if (count === undefined) return 0
  const ends = [today, count.leftOn, clock.stopped?.on].filter((on) => on !== null && on !== undefined)
  const through = ends.reduce(earlier)
  return workingDaysCounted(count.from, through, clock.gaps, calendar)
}

function dueNow(tally: Tally, now: Running | null): PlainDate | null {
  if (now === null || tally.waiting !== null) return null
  // A request given up while it was waited for had no deadline any more.
  return now.count.leftOn !== null && tally.stopped !== null ? null : now.dueOn
}

function riskOf(
  events: readonly RequestEvent[],
  calendar: WorkingCalendar,
  settings: ClockSettings,
  dueOn: PlainDate | null,
): PlainDate | null {
  const careful = tallyEvents(events, calendar, mostCareful(settings), true)
  const atRisk = dueNow(careful, running(careful))
  if (atRisk === null || dueOn === null) return atRisk
  return earlier(atRisk, dueOn)
}

/** An answer after the last day is a fault of its own, on the day it was given. */
function violationsOf(tally: Tally, dueOn: PlainDate | null): readonly Violation[] {
  const { stopped, rules, violations } = tally
  if (stopped === null || rules === null || dueOn === null || stopped.on <= dueOn) return violations
  const late = tally.calendar.workingDaysBetween(dueOn, stopped.on)
  const text = `答复逾期：期限${plainDateText(dueOn)}届满，超过${late}个工作日`
  return [
    ...violations,
    { code: 'answered-late', on: stopped.on, text, basis: rules.reply, severity: 'error' },
  ]
}

/** A day set by a judgment or told to the applicant stands, whatever a notice will say; a computed one may move. */
function isProvisional({ calendar, counts, fee, waiting }: Tally, dueOn: PlainDate | null): boolean {
  const fixed = counts.at(-1)?.fixed ?? null
  if (fixed !== null) return false
  const payBy = waiting?.for === 'payment' ? (fee?.payBy ?? null) : null
  const deciding = [...counts.map(({ from }) => from), dueOn, payBy]
  return deciding.some((on) => on !== null && calendar.isProvisional(on))
}
