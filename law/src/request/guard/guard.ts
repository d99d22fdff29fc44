import type { WorkingCalendar } from '../../calendar/working-calendar.ts'
import type { Clock } from '../../clock/clock.ts'
import type { Settings } from '../../clock/settings.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { Refusal } from '../../ruling.ts'
import type { RequestEvent, RequestEventKind } from '../event.ts'
import type { Evidence } from '../evidence-on-file.ts'
import type { RequestFold } from '../fold.ts'
import { REQUEST_EVENTS } from '../life-cycle.ts'

/** Facts about an act that the event itself does not carry, but the law asks for. */
export type ActFacts = Readonly<{
  today: PlainDate
  /** In force for drafting, approving and answering on the spot. */
  evidence?: Evidence
  /** Who drafted and who approves: not one person. */
  drafter?: string
  approver?: string
  /** Whether the applicant chose an electronic way of being answered. */
  electronicChosen?: boolean
  /** Who carries a posted answer. */
  carrier?: 'postal-company' | 'courier'
  /** 公共利益: the notice that told the third party, with content and reason, before a release against its wish. */
  overrideNotice?: Readonly<{ on: PlainDate; content: string; reason: string }>
}>

/** An act before the law: the history so far, the act, and what is known beside it. */
export type Act<Event extends RequestEvent = RequestEvent> = Readonly<{
  event: Event
  history: readonly RequestEvent[]
  now: RequestFold
  clock: Clock
  calendar: WorkingCalendar
  settings: Settings
  facts: ActFacts
}>

export type ActOf<Kind extends RequestEventKind> = Act<Extract<RequestEvent, { kind: Kind }>>

/** A guard's answer: the refusal, or `null` when nothing stands against the act. */
export type Objection = Refusal | null

/** A refusal under the event's own article. */
export function object(kind: RequestEventKind, code: string, reason: string): Refusal {
  return { code, reason, basis: REQUEST_EVENTS[kind].basis }
}

/** The last event of a kind in a history. */
export function lastOf<Kind extends RequestEventKind>(
  history: readonly RequestEvent[],
  kind: Kind,
): Extract<RequestEvent, { kind: Kind }> | undefined {
  return history.findLast((event): event is Extract<RequestEvent, { kind: Kind }> => event.kind === kind)
}
