import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Settings } from '../clock/settings.ts'
import { grant, type Ruling } from '../ruling.ts'
import type { RequestEvent } from './event.ts'
import { foldRequest, type RequestFold } from './fold.ts'
import {
  guardConsultationAnswered,
  guardConsultationDelivered,
  guardConsultationLapsed,
  guardConsultationOpened,
} from './guard/consultation.ts'
import {
  guardCorrectionLapsed,
  guardCorrectionReceived,
  guardCorrectionRequested,
} from './guard/correction.ts'
import { guardDay } from './guard/day.ts'
import { guardDecisionApproved, guardDecisionDrafted, guardRepliedOnSpot } from './guard/decision.ts'
import { guardFeeLapsed, guardFeeNoticed, guardFeePaid } from './guard/fee.ts'
import { type Act, type ActFacts, type Objection, object } from './guard/guard.ts'
import {
  guardDelayedReply,
  guardExtended,
  guardOrderedAgain,
  guardReasonsAsked,
  guardReasonsLapsed,
} from './guard/limit.ts'
import { guardClosed, guardDelivered, guardServed } from './guard/service.ts'
import { nextState, REQUEST_EVENTS } from './life-cycle.ts'
import { REQUEST_STATES } from './state.ts'

export type { ActFacts } from './guard/guard.ts'

/**
 * 办理: lets an event follow a history, or says which article stands against it. What is granted may still carry
 * violations (a correction asked for late, an answer after its day): they are facts, and no reason to stop.
 */
export function applyEvent(
  history: readonly RequestEvent[],
  event: RequestEvent,
  calendar: WorkingCalendar,
  settings: Settings,
  facts: ActFacts,
): Ruling<RequestFold> {
  const now = foldRequest(history, calendar, settings)
  const open = now.clock.consultations.filter(({ closedOn }) => closedOn === null)
  if (nextState(now.state, event.kind, open.length) === null) {
    const { label } = REQUEST_EVENTS[event.kind]
    const reason = `申请${REQUEST_STATES[now.state].label}，不能“${label}”`
    return { granted: false, refusal: object(event.kind, 'not-in-this-state', reason) }
  }
  const act: Act = { event, history, now, clock: now.clock, calendar, settings, facts }
  const refusal = guardDay(act) ?? guardEvent(act)
  if (refusal !== null) return { granted: false, refusal }
  return grant(foldRequest([...history, event], calendar, settings))
}

function guardEvent(act: Act): Objection {
  const { event } = act
  switch (event.kind) {
    case 'correction-requested':
      return guardCorrectionRequested({ ...act, event })
    case 'correction-received':
      return guardCorrectionReceived({ ...act, event })
    case 'correction-lapsed':
      return guardCorrectionLapsed({ ...act, event })
    case 'extended':
      return guardExtended({ ...act, event })
    case 'consultation-opened':
      return guardConsultationOpened({ ...act, event })
    case 'consultation-delivered':
      return guardConsultationDelivered({ ...act, event })
    case 'consultation-answered':
      return guardConsultationAnswered({ ...act, event })
    case 'consultation-lapsed':
      return guardConsultationLapsed({ ...act, event })
    case 'reasons-asked':
      return guardReasonsAsked({ ...act, event })
    case 'reasons-lapsed':
      return guardReasonsLapsed({ ...act, event })
    case 'delayed-reply-fixed':
      return guardDelayedReply({ ...act, event })
    case 'fee-noticed':
      return guardFeeNoticed({ ...act, event })
    case 'fee-paid':
      return guardFeePaid({ ...act, event })
    case 'fee-lapsed':
      return guardFeeLapsed({ ...act, event })
    case 'decision-drafted':
      return guardDecisionDrafted({ ...act, event })
    case 'decision-approved':
      return guardDecisionApproved({ ...act, event })
    case 'replied-on-spot':
      return guardRepliedOnSpot({ ...act, event })
    case 'served':
      return guardServed({ ...act, event })
    case 'delivered':
      return guardDelivered({ ...act, event })
    case 'closed':
      return guardClosed({ ...act, event })
    case 'ordered-again':
      return guardOrderedAgain({ ...act, event })
    case 'submitted':
    case 'arrived':
    case 'received':
    case 'confirmed':
    case 'review-started':
    case 'reasons-given':
    case 'decision-returned':
    case 'service-failed':
    case 'withdrawn':
      return null
  }
}
