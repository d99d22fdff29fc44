import type { WorkingCalendar } from '../../calendar/working-calendar.ts'
import { cite } from '../../citation.ts'
import type { PlainDate } from '../../plain-date.ts'
import { readService } from '../../remedy/service.ts'
import type { RequestEvent } from '../../request/event.ts'
import { type Receipt, readReceipt, receiptText } from '../receipt.ts'
import { replyRulesFor } from '../reply-rules.ts'
import type { ClockSettings } from '../settings.ts'
import {
  recordConsultationClosed,
  recordConsultationDelivered,
  recordConsultationOpened,
} from './consultation.ts'
import {
  recordCorrectionLapsed,
  recordCorrectionNoticeDelivered,
  recordCorrectionReceived,
  recordCorrectionRequested,
} from './correction.ts'
import { recordFeeLapsed, recordFeeNoticeDelivered, recordFeeNoticed, recordFeePaid } from './fee.ts'
import {
  recordDelayedReply,
  recordExtended,
  recordOrderedAgain,
  recordReasonsAsked,
  recordReasonsEnded,
} from './limit.ts'
import { beginCount, fault, note, type Running, running, stop, type Tally, warn } from './tally.ts'

/** Counts a history. `careful` begins with the arrival instead of its confirmation, and forgives nothing late. */
export function tallyEvents(
  events: readonly RequestEvent[],
  calendar: WorkingCalendar,
  settings: ClockSettings,
  careful = false,
): Tally {
  const inDateOrder = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const receipt = readReceipt(inDateOrder, calendar, settings)
  const startsOn = (careful ? receipt?.arrivedOn : receipt?.receivedOn) ?? null
  const tally: Tally = {
    calendar,
    settings,
    careful,
    receipt,
    rules: startsOn === null ? null : replyRulesFor(startsOn),
    counts: [],
    pauses: new Map(),
    consultations: new Map(),
    violations: [],
    milestones: [],
    correctionRounds: 0,
    respondBy: null,
    reasons: null,
    reasonsRespondBy: null,
    fee: null,
    waiting: null,
    stopped: null,
  }
  if (receipt !== null) recordReceipt(tally, receipt, startsOn)
  const notBefore = (careful ? receipt?.arrivedOn : receipt?.fixedOn) ?? null
  for (const event of inDateOrder) recordEvent(tally, event, notBefore)
  return tally
}

function recordReceipt(tally: Tally, receipt: Receipt, startsOn: PlainDate | null): void {
  const { arrivedOn, fixedOn, receivedOn, channel, basis } = receipt
  if (receivedOn === null || arrivedOn < receivedOn) {
    note(tally, arrivedOn, 'submission', '申请到达本机关，以确认之日为收到申请之日', basis)
  }
  if (startsOn === null) return
  if (tally.rules === null) {
    fault(
      tally,
      startsOn,
      'before-law',
      '该日政府信息公开条例尚未施行，没有答复期限可以计算',
      cite('regulation-2008', 38),
    )
    return
  }
  beginCount(tally, startsOn, 'receipt')
  note(tally, startsOn, 'receipt', receiptText(receipt), basis)
  // Ordinary mail has to be confirmed on the day it comes; the rest should not wait longer than a working day.
  const late =
    channel === 'post-ordinary'
      ? fixedOn !== null && fixedOn > arrivedOn
      : tally.calendar.workingDaysBetween(arrivedOn, startsOn) > 1
  if (late) {
    const text = '申请到达后没有及时与申请人确认，答复期限有自到达之日起计算的风险'
    warn(tally, startsOn, 'confirmed-late', text, basis)
  }
}

function recordEvent(tally: Tally, event: RequestEvent, notBefore: PlainDate | null): void {
  if (event.kind === 'ordered-again') {
    recordOrderedAgain(tally, event)
    return
  }
  const now = running(tally)
  if (now === null || isIntake(event)) return
  if (notBefore !== null && event.on < notBefore) {
    const text = '记载的日期早于收到申请之日，请核对'
    fault(tally, event.on, 'before-receipt', text, now.rules.reply)
    return
  }
  recordFact(now, event)
}

function isIntake({ kind }: RequestEvent): boolean {
  return kind === 'submitted' || kind === 'arrived' || kind === 'received' || kind === 'confirmed'
}

function recordFact(now: Running, event: RequestEvent): void {
  const { tally, count, rules } = now
  switch (event.kind) {
    case 'correction-requested':
      recordCorrectionRequested(now, event)
      return
    case 'correction-received':
      recordCorrectionReceived(now, event)
      return
    case 'correction-lapsed':
      recordCorrectionLapsed(now, event.on)
      return
    case 'extended':
      recordExtended(now, event)
      return
    case 'consultation-opened':
      recordConsultationOpened(now, event)
      return
    case 'consultation-delivered':
      recordConsultationDelivered(now, event)
      return
    case 'consultation-answered':
    case 'consultation-lapsed':
      recordConsultationClosed(now, event)
      return
    case 'reasons-asked':
      recordReasonsAsked(now, event)
      return
    case 'reasons-given':
    case 'reasons-lapsed':
      recordReasonsEnded(now, event)
      return
    case 'delayed-reply-fixed':
      recordDelayedReply(now, event)
      return
    case 'fee-noticed':
      recordFeeNoticed(now, event)
      return
    case 'fee-paid':
      recordFeePaid(now, event.on)
      return
    case 'fee-lapsed':
      recordFeeLapsed(now, event.on)
      return
    case 'delivered':
      if (event.document === 'fee-notice') recordFeeNoticeDelivered(tally, event.on)
      if (event.document === 'correction-notice') recordCorrectionNoticeDelivered(now, event.on)
      return
    case 'replied-on-spot':
      if (event.on > count.from) {
        warn(tally, event.on, 'not-on-spot', '当场答复应当在收到申请的当日作出', rules.onTheSpot)
      }
      stop(tally, event.on, 'answer', '当场答复申请人', rules.onTheSpot)
      return
    case 'served': {
      const { timelyOn, basis } = readService(event, { electronicServiceDate: 'arrival' })
      stop(tally, timelyOn, 'answer', '答复送出，是否按期以此日为准', basis)
      return
    }
    case 'service-failed':
      if (event.method !== 'post' || event.sentOn === undefined) return
      stop(tally, event.sentOn, 'answer', '答复交邮（后被退回），是否按期仍以此日为准', cite('letter-235'))
      return
    case 'withdrawn':
      stop(tally, event.on, 'withdrawal', '申请人撤回申请', null)
      return
    case 'submitted':
    case 'arrived':
    case 'received':
    case 'confirmed':
    case 'review-started':
    case 'decision-drafted':
    case 'decision-returned':
    case 'decision-approved':
    case 'closed':
    case 'ordered-again':
      return
  }
}
