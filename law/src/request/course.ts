import type { CaseConclusion } from '../annual-report/counting/case.ts'
import type { Settings } from '../clock/settings.ts'
import type { Violation } from '../clock/violation.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import type { PlainDate } from '../plain-date.ts'
import { readService, type Service } from '../remedy/service.ts'
import type { RequestEvent } from './event.ts'
import { nextState, REQUEST_EVENTS } from './life-cycle.ts'
import { REQUEST_STATES, type RequestState } from './state.ts'

/** 处理决定 in a history: drafted, and once approved with its number and day. */
export type Decision = Readonly<{
  outcome: OutcomeCode
  items: readonly OutcomeCode[]
  draftedOn: PlainDate
  approvedOn: PlainDate | null
  documentNumber: string | null
}>

/** The course of a request through its states, filled event by event. */
export type Course = {
  state: RequestState
  decision: Decision | null
  service: Service | null
  served: Extract<RequestEvent, { kind: 'served' }> | null
  conclusions: CaseConclusion[]
  open: Set<string>
  timesOrderedAgain: number
  violations: Violation[]
}

export function courseOf(events: readonly RequestEvent[], settings: Settings): Course {
  const course: Course = {
    state: 'draft',
    decision: null,
    service: null,
    served: null,
    conclusions: [],
    open: new Set(),
    timesOrderedAgain: 0,
    violations: [],
  }
  for (const event of events) {
    const closes = event.kind === 'consultation-answered' || event.kind === 'consultation-lapsed'
    const leftOpen = closes && course.open.has(event.consultation) ? course.open.size - 1 : course.open.size
    const next = nextState(course.state, event.kind, leftOpen)
    if (next === null) {
      const { label, basis } = REQUEST_EVENTS[event.kind]
      const text = `申请${REQUEST_STATES[course.state].label}时不能“${label}”`
      course.violations.push({ code: 'event-out-of-place', on: event.on, text, basis, severity: 'error' })
      continue
    }
    course.state = next
    follow(course, event, settings)
  }
  return course
}

function follow(course: Course, event: RequestEvent, settings: Settings): void {
  switch (event.kind) {
    case 'decision-drafted':
      course.decision = {
        outcome: event.outcome,
        items: event.items ?? [event.outcome],
        draftedOn: event.on,
        approvedOn: null,
        documentNumber: null,
      }
      return
    case 'decision-returned':
      course.decision = null
      return
    case 'decision-approved':
      course.decision = {
        outcome: event.outcome,
        items: event.items ?? [event.outcome],
        draftedOn: course.decision?.draftedOn ?? event.on,
        approvedOn: event.on,
        documentNumber: event.documentNumber,
      }
      return
    case 'replied-on-spot':
      course.decision = {
        outcome: event.outcome,
        items: event.items ?? [event.outcome],
        draftedOn: event.on,
        approvedOn: event.on,
        documentNumber: null,
      }
      course.service = { method: 'direct', timelyOn: event.on, remedyFrom: event.on, basis: SPOT }
      course.conclusions.push(decided(course.decision, event.on))
      return
    case 'served':
      course.served = event
      course.service = readService(event, settings)
      if (course.decision !== null) course.conclusions.push(decided(course.decision, course.service.timelyOn))
      return
    case 'delivered':
      if (event.document === 'decision' && course.served !== null) {
        course.service = readService(course.served, settings, event.on)
      }
      return
    case 'service-failed':
      if (course.served !== null) course.conclusions.pop()
      course.served = null
      course.service = null
      return
    case 'correction-lapsed':
      course.conclusions.push({ kind: 'lapsed', lapsedOn: event.on, outcome: 'other-no-correction' })
      return
    case 'fee-lapsed':
      course.conclusions.push({ kind: 'lapsed', lapsedOn: event.on, outcome: 'other-fee-unpaid' })
      return
    case 'withdrawn':
      course.conclusions.push({ kind: 'withdrawn', withdrawnOn: event.on })
      return
    case 'consultation-opened':
      course.open.add(event.consultation)
      return
    case 'consultation-answered':
    case 'consultation-lapsed':
      course.open.delete(event.consultation)
      return
    case 'ordered-again':
      course.decision = null
      course.service = null
      course.served = null
      course.open.clear()
      course.timesOrderedAgain += 1
      return
    case 'submitted':
    case 'arrived':
    case 'received':
    case 'confirmed':
    case 'correction-requested':
    case 'correction-received':
    case 'review-started':
    case 'extended':
    case 'consultation-delivered':
    case 'reasons-asked':
    case 'reasons-given':
    case 'reasons-lapsed':
    case 'delayed-reply-fixed':
    case 'fee-noticed':
    case 'fee-paid':
    case 'closed':
      return
  }
}

const SPOT = REQUEST_EVENTS['replied-on-spot'].basis

function decided(decision: Decision, servedOn: PlainDate): CaseConclusion {
  return {
    kind: 'decided',
    decidedOn: decision.approvedOn ?? decision.draftedOn,
    servedOn,
    items: decision.items.map((outcome) => ({ outcome })),
    main: decision.outcome,
  }
}
