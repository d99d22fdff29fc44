import { cite } from '../../citation.ts'
import { type FeeSchedule, feeScheduleFor } from '../../fee/fee.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { RequestEvent } from '../../request/event.ts'
import {
  amendCount,
  beginCount,
  fault,
  note,
  type Running,
  stop,
  type Tally,
  waitFor,
  warn,
} from './tally.ts'

const BASIS = cite('fee-measures', 6)

/** 收费通知: within the handling period; from then on the payment is waited for. */
export function recordFeeNoticed(
  { tally, count, dueOn }: Running,
  event: Extract<RequestEvent, { kind: 'fee-noticed' }>,
): void {
  if (scheduleOf(tally) === null) {
    const text = '信息处理费管理办法施行前收到的申请，不收取信息处理费'
    fault(tally, event.on, 'fee-before-measures', text, cite('fee-measures'))
    return
  }
  if (event.on > dueOn) {
    fault(tally, event.on, 'fee-notice-late', '收费通知应当在申请处理期限内发出', BASIS)
    return
  }
  tally.fee = { noticedOn: event.on, deliveredOn: null, payBy: null }
  note(tally, event.on, 'fee-notice', `发出收费通知，信息处理费${event.amountInYuan}元`, BASIS)
  if (count.fixed?.by !== 'review') waitFor(tally, { for: 'payment', since: event.on, until: null })
  if (event.deliveredOn !== undefined) recordFeeNoticeDelivered(tally, event.deliveredOn)
}

export function recordFeeNoticeDelivered(tally: Tally, on: PlainDate): void {
  const schedule = scheduleOf(tally)
  if (tally.fee === null || schedule === null) return
  const { paymentWorkingDays } = schedule
  const payBy = tally.calendar.addWorkingDays(on, paymentWorkingDays)
  tally.fee = { ...tally.fee, deliveredOn: on, payBy }
  if (tally.waiting?.for === 'payment') tally.waiting = { ...tally.waiting, until: payBy }
  note(tally, on, 'notice', `申请人收到收费通知，应当自次日起${paymentWorkingDays}个工作日内缴费`, BASIS)
}

/** 缴费: the handling period begins anew, or goes on where it was left, as the switch says. */
export function recordFeePaid({ tally }: Running, on: PlainDate): void {
  if (tally.fee === null) return
  const { payBy, noticedOn } = tally.fee
  if (payBy !== null && on > payBy) warn(tally, on, 'paid-late', '缴费已超过缴费期限', BASIS)
  if (tally.waiting?.for !== 'payment') return
  tally.waiting = null

  if (tally.settings.feeClock === 'restart') {
    beginCount(tally, on, 'payment')
    note(tally, on, 'restart', '申请人缴纳费用，处理期限自次日起重新计算', BASIS)
    return
  }
  amendCount(tally, { leftOn: null })
  tally.pauses.set('fee', { from: noticedOn, to: on, open: false, why: 'fee', basis: BASIS })
  note(tally, on, 'pause-end', '申请人缴纳费用，处理期限自次日起继续计算', BASIS)
}

/** 逾期未缴费: the request is taken as given up. */
export function recordFeeLapsed({ tally }: Running, on: PlainDate): void {
  const payBy = tally.fee?.payBy ?? null
  if (payBy !== null && on <= payBy) {
    fault(tally, on, 'fee-not-lapsed', '缴费期限尚未届满，不能视为放弃申请', BASIS)
  }
  stop(tally, on, 'abandonment', '申请人逾期未缴纳费用，视为放弃申请，不再处理', BASIS)
}

function scheduleOf({ receipt, counts }: Tally): FeeSchedule | null {
  const receivedOn = receipt?.receivedOn ?? counts[0]?.from
  return receivedOn === undefined ? null : feeScheduleFor(receivedOn)
}
