import { addDaysRolled, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { daysBetween, type PlainDate } from '../plain-date.ts'
import type { Dispute, LitigationResult, ReviewResult } from './dispute.ts'
import type { DisputeStep } from './dispute-step.ts'
import { type RemedyPeriodId, remedyPeriodEnd } from './period.ts'

/**
 * 案件期限: one period of a case. `ours` is what the agency owes, `organ` what the one who decides owes, `next` the
 * time in which the case may go on to the next instance.
 */
export type DisputeClock = Readonly<{
  period: RemedyPeriodId
  whose: 'ours' | 'organ' | 'next'
  from: PlainDate
  dueOn: PlainDate
  provisional: boolean
  metOn: PlainDate | null
  /** `stopped` while the case is suspended; `void` when the case ended before it was due. */
  state: 'running' | 'stopped' | 'met' | 'late' | 'void'
}>

type Judged = Dispute & Readonly<{ result: ReviewResult | LitigationResult | null }>

/** 二审: carries the key of its first instance. */
export function isAppeal({ id, caseId }: Pick<Dispute, 'id' | 'caseId'>): boolean {
  return caseId !== undefined && caseId !== id
}

/** Every period of a case, each with where it stands. */
export function disputeClocks(
  dispute: Judged,
  steps: readonly DisputeStep[],
  calendar: WorkingCalendar,
): DisputeClock[] {
  return [
    ...answerClock(dispute, steps, calendar),
    ...decisionClock(dispute, steps, calendar),
    ...nextClock(dispute, steps, calendar),
  ]
}

/** 应诉期限: what still runs, for lists and reminders. */
export function runningClocks(clocks: readonly DisputeClock[]): readonly DisputeClock[] {
  return clocks.filter(({ state, whose }) => state === 'running' && whose !== 'next')
}

function answerClock(
  dispute: Judged,
  steps: readonly DisputeStep[],
  calendar: WorkingCalendar,
): DisputeClock[] {
  const from = dispute.copyReceivedOn
  if (from === null) return []
  const period = answerPeriod(dispute)
  const dueOn = remedyPeriodEnd(period, from, calendar)
  const metOn = steps.find(({ kind }) => kind === 'answered')?.on ?? null
  const state =
    metOn === null ? (dispute.concludedOn === null ? 'running' : 'void') : metOn > dueOn ? 'late' : 'met'
  return [{ period, whose: 'ours', from, dueOn, provisional: calendar.isProvisional(dueOn), metOn, state }]
}

function answerPeriod({ block, procedure, ...key }: Judged): RemedyPeriodId {
  if (block === 'review') return procedure === 'simplified' ? 'answer-simplified' : 'answer-ordinary'
  return isAppeal(key) ? 'appeal-answer' : 'defendant-evidence'
}

function decisionClock(
  dispute: Judged,
  steps: readonly DisputeStep[],
  calendar: WorkingCalendar,
): DisputeClock[] {
  const from = dispute.acceptedOn
  if (from === null) return []
  const extension = steps.findLast(({ kind }) => kind === 'extended')
  const period = decisionPeriod(dispute, extension !== undefined)
  const { days, stopped } = suspendedDays(steps, dispute.concludedOn)
  const plain = extension?.until ?? remedyPeriodEnd(period, from, calendar)
  const dueOn = days === 0 ? plain : addDaysRolled(plain, days, calendar)
  const metOn = dispute.concludedOn
  const state = metOn === null ? (stopped ? 'stopped' : 'running') : metOn > dueOn ? 'late' : 'met'
  return [{ period, whose: 'organ', from, dueOn, provisional: calendar.isProvisional(dueOn), metOn, state }]
}

function decisionPeriod({ block, procedure, ...key }: Judged, extended: boolean): RemedyPeriodId {
  if (block === 'review') {
    if (procedure === 'simplified') return 'decide-simplified'
    return extended ? 'decide-ordinary-extended' : 'decide-ordinary'
  }
  if (isAppeal(key)) return 'judgment-on-appeal'
  return procedure === 'simplified' ? 'simplified-judgment' : 'judgment'
}

/** Calendar days between 中止 and 恢复, which do not count; the last may still be open. */
function suspendedDays(steps: readonly DisputeStep[], concludedOn: PlainDate | null) {
  let days = 0
  let since: PlainDate | null = null
  for (const { kind, on } of steps) {
    if (kind === 'suspended') since ??= on
    if (kind === 'resumed' && since !== null) {
      days += daysBetween(since, on)
      since = null
    }
  }
  return { days, stopped: since !== null && concludedOn === null }
}

/** Rulings that may be appealed within ten days; against the others there is no appeal, or fifteen days. */
const APPEALABLE_RULINGS: readonly string[] = ['not-filed', 'suit-rejected']
const NO_NEXT: readonly string[] = ['withdrawn', 'ended', 'mediated', 'settled']

function nextClock(
  dispute: Judged,
  steps: readonly DisputeStep[],
  calendar: WorkingCalendar,
): DisputeClock[] {
  const { concludedOn, result, block } = dispute
  const from = steps.findLast(({ kind }) => kind === 'document-received')?.on ?? null
  if (concludedOn === null || result === null || from === null) return []
  if (NO_NEXT.includes(result) || (block !== 'review' && isAppeal(dispute))) return []
  const period =
    block === 'review'
      ? 'sue-after-reconsideration'
      : APPEALABLE_RULINGS.includes(result)
        ? 'appeal-ruling'
        : 'appeal-judgment'
  const dueOn = remedyPeriodEnd(period, from, calendar)
  return [
    {
      period,
      whose: 'next',
      from,
      dueOn,
      provisional: calendar.isProvisional(dueOn),
      metOn: null,
      state: 'running',
    },
  ]
}
