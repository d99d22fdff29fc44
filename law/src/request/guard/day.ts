import { earlier, later, type PlainDate, plainDateText } from '../../plain-date.ts'
import type { RequestEvent, RequestEventKind } from '../event.ts'
import { type Act, type Objection, object } from './guard.ts'

/** What an event cannot precede. Everything but the intake also follows the day of receipt. */
const FOLLOWS: Readonly<Partial<Record<RequestEventKind, readonly RequestEventKind[]>>> = {
  confirmed: ['submitted', 'arrived'],
  'correction-received': ['correction-requested'],
  'correction-lapsed': ['correction-requested'],
  'consultation-delivered': ['consultation-opened'],
  'consultation-answered': ['consultation-opened', 'consultation-delivered'],
  'consultation-lapsed': ['consultation-opened', 'consultation-delivered'],
  'reasons-given': ['reasons-asked'],
  'reasons-lapsed': ['reasons-asked'],
  'delayed-reply-fixed': ['reasons-given'],
  'fee-paid': ['fee-noticed'],
  'fee-lapsed': ['fee-noticed'],
  'decision-drafted': ['review-started', 'correction-received', 'fee-paid', 'ordered-again'],
  'decision-returned': ['decision-drafted'],
  'decision-approved': ['decision-drafted'],
  served: ['decision-approved'],
  'service-failed': ['decision-approved'],
  closed: ['served', 'replied-on-spot'],
  'ordered-again': ['served', 'replied-on-spot', 'closed', 'correction-lapsed', 'fee-lapsed'],
}

/** 日期: no fact may lie in the future, nor before the one it follows. */
export function guardDay({ event, history, now, facts }: Act): Objection {
  const beside = daysBeside(event)
  if ([event.on, ...beside].reduce(later) > facts.today) {
    return object(event.kind, 'in-the-future', '登记的日期不能晚于今天，请核对日期')
  }
  const previous = previousDay(event, history)
  if (previous !== null && [event.on, ...daysSent(event)].reduce(earlier) < previous) {
    return object(event.kind, 'out-of-order', `登记的日期不能早于${plainDateText(previous)}，请核对日期`)
  }
  const receivedOn = now.clock.receipt?.fixedOn ?? null
  if (receivedOn !== null && [event.on, ...beside].reduce(earlier) < receivedOn) {
    const reason = `登记的日期不能早于收到申请之日（${plainDateText(receivedOn)}），请核对日期`
    return object(event.kind, 'before-receipt', reason)
  }
  const arrivals = daysOfArrival(event)
  const sentOn = daysSent(event)[0] ?? event.on
  if (arrivals.some((on) => on < sentOn)) {
    return object(event.kind, 'out-of-order', '签收日期不能早于发出日期，请核对日期')
  }
  return null
}

/** The days that an event records beside its own. */
function daysBeside(event: RequestEvent): PlainDate[] {
  const approved = event.kind === 'extended' ? [event.approvedOn] : []
  return [...approved, ...daysSent(event), ...daysOfArrival(event)]
}

function daysSent(event: RequestEvent): PlainDate[] {
  return (event.kind === 'served' || event.kind === 'service-failed') && event.sentOn !== undefined
    ? [event.sentOn]
    : []
}

function daysOfArrival(event: RequestEvent): PlainDate[] {
  switch (event.kind) {
    case 'served':
      return [event.receivedOn, event.openedOn].filter((on) => on !== undefined)
    case 'correction-requested':
    case 'fee-noticed':
      return event.deliveredOn === undefined ? [] : [event.deliveredOn]
    default:
      return []
  }
}

function previousDay(event: RequestEvent, history: readonly RequestEvent[]): PlainDate | null {
  const kinds = FOLLOWS[event.kind] ?? []
  const sameMatter = (other: RequestEvent) =>
    !('consultation' in event) || !('consultation' in other) || event.consultation === other.consultation
  const before = history.filter((other) => kinds.includes(other.kind) && sameMatter(other))
  return before.length === 0 ? null : before.map(({ on }) => on).reduce(later)
}
