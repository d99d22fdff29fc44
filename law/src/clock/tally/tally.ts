import type { WorkingCalendar } from '../../calendar/working-calendar.ts'
import type { Citation } from '../../citation.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { ConsultedParty } from '../../request/event.ts'
import { deadlineOf, type Gap, gapsOf, type Pause } from '../pause.ts'
import type { Receipt } from '../receipt.ts'
import type { ReplyRules } from '../reply-rules.ts'
import type { ClockSettings } from '../settings.ts'
import type { Violation } from '../violation.ts'

/** 一次计算: a run of days from its day 0. A correction or a payment voids it and begins another. */
export type Count = Readonly<{
  from: PlainDate
  why: 'receipt' | 'correction' | 'payment' | 'ordered-again'
  extendedBy: number
  extensions: number
  /** A limit set as a day instead of a number of working days. */
  fixed: Readonly<{ dueOn: PlainDate; by: 'delayed-reply' | 'review'; since: PlainDate }> | null
  /** The day the count was left, to wait for the applicant. */
  leftOn: PlainDate | null
}>

/** 征求意见 of one party. */
export type Consultation = Readonly<{
  consultation: string
  with: ConsultedParty
  sentOn: PlainDate
  deliveredOn: PlainDate | null
  /** Last day of the asked party's period; `null` until the letter's arrival is known. */
  respondBy: PlainDate | null
  closedOn: PlainDate | null
  answer: 'consent' | 'refusal' | 'silence' | null
  /** Whether the grounds of a refusal hold. */
  reasonable: boolean | null
}>

export type MilestoneKind =
  | 'submission'
  | 'receipt'
  | 'correction-notice'
  | 'fee-notice'
  | 'restart'
  | 'pause-start'
  | 'pause-end'
  | 'extension'
  | 'limit-fixed'
  | 'notice'
  | 'stop'

/** A turn in the life of the clock, and the count that it belongs to. */
export type Milestone = Readonly<{
  on: PlainDate
  kind: MilestoneKind
  text: string
  basis: Citation | null
  count: number
}>

/** What the applicant is waited for, and until when; `until` is unknown until the notice's arrival is. */
export type Waiting = Readonly<{ for: 'correction' | 'payment'; since: PlainDate; until: PlainDate | null }>

export type Stop = Readonly<{ on: PlainDate; by: 'answer' | 'withdrawal' | 'abandonment' }>

export type FeeNotice = Readonly<{
  noticedOn: PlainDate
  deliveredOn: PlainDate | null
  payBy: PlainDate | null
}>

/** The working sheet of a clock, filled event by event in date order. It never leaves `clock/`. */
export type Tally = {
  readonly calendar: WorkingCalendar
  readonly settings: ClockSettings
  /** Reads every open question for the earlier deadline. */
  readonly careful: boolean
  readonly receipt: Receipt | null
  readonly rules: ReplyRules | null
  readonly counts: Count[]
  readonly pauses: Map<string, Pause>
  readonly consultations: Map<string, Consultation>
  readonly violations: Violation[]
  readonly milestones: Milestone[]
  correctionRounds: number
  respondBy: PlainDate | null
  reasons: 'asked' | 'reasonable' | 'unreasonable' | 'none' | null
  reasonsRespondBy: PlainDate | null
  fee: FeeNotice | null
  waiting: Waiting | null
  stopped: Stop | null
}

/** A tally with the count it stands in and the rules it goes by. */
export type Running = Readonly<{ tally: Tally; count: Count; rules: ReplyRules; dueOn: PlainDate }>

/** The tally with its current count; `null` before receipt. */
export function running(tally: Tally): Running | null {
  const count = tally.counts.at(-1)
  if (count === undefined || tally.rules === null) return null
  return { tally, count, rules: tally.rules, dueOn: dueOfCount(tally, count, tally.rules) }
}

/** The last day of a count by what is known so far, with or without its extension. */
export function dueOfCount(
  tally: Tally,
  count: Count,
  rules: ReplyRules,
  extendedBy = count.extendedBy,
): PlainDate {
  if (count.fixed !== null) return count.fixed.dueOn
  return deadlineOf(count.from, rules.replyWithin + extendedBy, gapsOfTally(tally), tally.calendar)
}

export function gapsOfTally(tally: Tally): Gap[] {
  return gapsOf([...tally.pauses.values()], tally.settings.pauseConvention)
}

export function beginCount(
  tally: Tally,
  from: PlainDate,
  why: Count['why'],
  fixed: Count['fixed'] = null,
): void {
  tally.counts.push({ from, why, extendedBy: 0, extensions: 0, fixed, leftOn: null })
}

/** Changes the current count. */
export function amendCount(tally: Tally, change: Partial<Count>): void {
  const count = tally.counts.pop()
  if (count !== undefined) tally.counts.push({ ...count, ...change })
}

/** Leaves the current count to wait for the applicant. */
export function waitFor(tally: Tally, waiting: Waiting): void {
  amendCount(tally, { leftOn: waiting.since })
  tally.waiting = waiting
}

/** The first stop of a count holds: an answer posted in time stays in time when it comes back. */
export function stop(
  tally: Tally,
  on: PlainDate,
  by: Stop['by'],
  text: string,
  basis: Citation | null,
): void {
  if (tally.stopped === null) tally.stopped = { on, by }
  tally.waiting = null
  note(tally, on, 'stop', text, basis)
}

export function note(
  tally: Tally,
  on: PlainDate,
  kind: MilestoneKind,
  text: string,
  basis: Citation | null,
): void {
  tally.milestones.push({ on, kind, text, basis, count: tally.counts.length - 1 })
}

export function fault(tally: Tally, on: PlainDate, code: string, text: string, basis: Citation): void {
  tally.violations.push({ code, on, text, basis, severity: 'error' })
}

export function warn(tally: Tally, on: PlainDate, code: string, text: string, basis: Citation): void {
  tally.violations.push({ code, on, text, basis, severity: 'warning' })
}
