import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts'
import { addDays, fromDayNumber, type PlainDate } from '../../plain-date.ts'
import type { ConsultedParty, RequestEvent, RequestEventKind, ServiceMethod } from '../../request/event.ts'
import { availableEvents, nextState } from '../../request/life-cycle.ts'
import type { RequestState } from '../../request/state.ts'
import { readClock } from '../clock.ts'
import { type ClockSettings, DEFAULT_SETTINGS } from '../settings.ts'

/** Draws a whole number from 0 up to, not including, `limit`. */
export type Draw = (limit: number) => number

/**
 * A history that keeps to the states of a request but to nothing else: dates may be late, periods wrong, proofs
 * missing. What the law makes of it is the clock's business.
 */
export function randomHistory(draw: Draw): { events: RequestEvent[]; settings: ClockSettings } {
  const events: RequestEvent[] = []
  let state: RequestState = 'draft'
  // 14,000 is 2008-05-01; the calendar ends 6,819 days later.
  let on = fromDayNumber(14_000 + draw(6_900))
  const open: string[] = []
  const settings = randomSettings(draw)
  const steps = 2 + draw(12)
  for (let step = 0; step < steps; step++) {
    const kinds = availableEvents(state).filter((kind) => kind !== 'withdrawn' || draw(10) === 0)
    const kind = kinds[draw(kinds.length)]
    if (kind === undefined) break
    const event = randomEvent(kind, on, open, step, draw)
    if (event.kind === 'consultation-opened') open.push(event.consultation)
    if (event.kind === 'consultation-answered' || event.kind === 'consultation-lapsed') {
      const index = open.indexOf(event.consultation)
      if (index >= 0) open.splice(index, 1)
    }
    const next = nextState(state, kind, open.length)
    if (next === null) break
    events.push(event)
    state = next
    on = draw(4) === 0 ? onDeadline(events, settings, on) : addDays(on, draw(draw(3) === 0 ? 30 : 8))
  }
  return { events, settings }
}

/** Faults hide on the last day: aim at it, using the clock only to know where it is. */
function onDeadline(events: readonly RequestEvent[], settings: ClockSettings, on: PlainDate): PlainDate {
  const { dueOn, correctionDueOn, waiting } = readClock(events, NATIONAL_CALENDAR, settings)
  return (
    [correctionDueOn, dueOn, waiting?.until].find((day) => day !== null && day !== undefined && day > on) ??
    on
  )
}

function randomSettings(draw: Draw): ClockSettings {
  const conventions = [
    'after-sending-through-answer',
    'sending-through-answer',
    'sending-until-answer',
    'between',
  ] as const
  return {
    ...DEFAULT_SETTINGS,
    nonWorkdayReceipt: draw(2) === 0 ? 'as-is' : 'roll-forward',
    pauseConvention: conventions[draw(4)] ?? 'between',
    lateCorrectionNotice: draw(2) === 0 ? 'keep-risk-deadline' : 'restart',
    feeClock: draw(2) === 0 ? 'restart' : 'resume',
    pauseForReasons: draw(2) === 0,
    pauseForSecrecyReferral: draw(2) === 0,
  }
}

const PARTIES = ['third-party', 'co-maker', 'secrecy-authority'] as const satisfies readonly ConsultedParty[]
const METHODS = [
  'direct',
  'post',
  'electronic',
  'left',
  'entrusted',
  'public-notice',
] as const satisfies readonly ServiceMethod[]
const DOCUMENTS = ['correction-notice', 'fee-notice', 'decision'] as const

function randomEvent(
  kind: RequestEventKind,
  on: PlainDate,
  open: readonly string[],
  step: number,
  draw: Draw,
): RequestEvent {
  const consultation = open[draw(Math.max(1, open.length))] ?? 'none'
  const soon = () => addDays(on, 1 + draw(30))
  switch (kind) {
    case 'submitted':
      return { kind, on, channel: draw(2) === 0 ? 'online' : 'email' }
    case 'arrived':
      return { kind, on, channel: draw(2) === 0 ? 'post-ordinary' : 'fax' }
    case 'received':
      return { kind, on, channel: draw(2) === 0 ? 'in-person' : 'post-signed' }
    case 'correction-requested':
      return { kind, on, items: ['明确所需信息'], respondBy: soon() }
    case 'correction-received':
      return { kind, on, channel: 'online' }
    case 'extended':
      return {
        kind,
        on,
        workingDays: draw(25),
        approvedBy: draw(8) === 0 ? ' ' : '张主任',
        approvedOn: addDays(on, draw(6) === 0 ? draw(4) : -draw(4)),
        reason: '检索工作量大',
      }
    case 'consultation-opened':
      return { kind, on, consultation: `c${step}`, with: PARTIES[draw(3)] ?? 'third-party' }
    case 'consultation-delivered':
    case 'consultation-lapsed':
      return { kind, on, consultation }
    case 'consultation-answered':
      return {
        kind,
        on,
        consultation,
        answer: draw(2) === 0 ? 'consent' : 'refusal',
        reasonable: draw(2) === 0,
      }
    case 'reasons-asked':
      return { kind, on, respondBy: soon(), requestCount: 40 }
    case 'reasons-given':
      return { kind, on, reasonable: draw(3) !== 0 }
    case 'delayed-reply-fixed':
      return { kind, on, dueOn: addDays(on, 20 + draw(90)), reason: '数量较多' }
    case 'fee-noticed': {
      const fee = { kind, on, method: 'by-item', amountInYuan: 100 } as const
      return draw(2) === 0 ? fee : { ...fee, deliveredOn: addDays(on, draw(5)) }
    }
    case 'decision-drafted':
    case 'replied-on-spot':
      return { kind, on, outcome: 'grant-provided' }
    case 'decision-returned':
      return { kind, on, reason: '补充理由' }
    case 'decision-approved':
      return { kind, on, outcome: 'grant-provided', documentNumber: '示公开答〔2024〕1号' }
    case 'served': {
      const served = { kind, on, method: METHODS[draw(6)] ?? 'direct', sentOn: addDays(on, -draw(3)) }
      return draw(2) === 0 ? served : { ...served, receivedOn: addDays(on, draw(4)) }
    }
    case 'service-failed': {
      const failed = { kind, on, method: 'post', reason: '退回' } as const
      return draw(2) === 0 ? failed : { ...failed, sentOn: addDays(on, -draw(6)) }
    }
    case 'delivered':
      return { kind, on, document: DOCUMENTS[draw(3)] ?? 'decision' }
    case 'ordered-again':
      return { kind, on, by: draw(2) === 0 ? 'court' : 'reconsideration', dueOn: addDays(on, 10 + draw(30)) }
    case 'confirmed':
    case 'correction-lapsed':
    case 'review-started':
    case 'reasons-lapsed':
    case 'fee-paid':
    case 'fee-lapsed':
    case 'closed':
    case 'withdrawn':
      return { kind, on }
  }
}
