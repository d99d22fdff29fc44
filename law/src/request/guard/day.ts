import { later, type PlainDate, plainDateText } from '../../plain-date.ts'
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
  if (latestDay(event) > facts.today) {
    return object(event.kind, 'in-the-future', '登记的日期不能晚于今天，请核对日期')
  }
  const previous = previousDay(event, history)
  if (previous !== null && event.on < previous) {
    return object(event.kind, 'out-of-order', `登记的日期不能早于${plainDateText(previous)}，请核对日期`)
  }
  const receivedOn = now.clock.receipt?.fixedOn ?? null
  if (receivedOn !== null && event.on < receivedOn) {
    const reason = `登记的日期不能早于收到申请之日（${plainDateText(receivedOn)}），请核对日期`
    return object(event.kind, 'before-receipt', reason)
  }
  return null
}

function latestDay(event: RequestEvent): PlainDate {
  switch (event.kind) {
    case 'served':
      return later(event.on, later(event.sentOn, event.receivedOn ?? event.sentOn))
    case 'extended':
      return later(event.on, event.approvedOn)
    default:
      return event.on
  }
}

function previousDay(event: RequestEvent, history: readonly RequestEvent[]): PlainDate | null {
  const kinds = FOLLOWS[event.kind] ?? []
  const sameMatter = (other: RequestEvent) =>
    !('consultation' in event) || !('consultation' in other) || event.consultation === other.consultation
  const before = history.filter((other) => kinds.includes(other.kind) && sameMatter(other))
  return before.length === 0 ? null : before.map(({ on }) => on).reduce(later)
}
