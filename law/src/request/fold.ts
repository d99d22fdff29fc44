import type { CaseConclusion } from '../annual-report/counting/case.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Clock, readClock } from '../clock/clock.ts'
import { DEFAULT_SETTINGS, type Settings } from '../clock/settings.ts'
import type { Violation } from '../clock/violation.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Service } from '../remedy/service.ts'
import { courseOf, type Decision } from './course.ts'
import type { RequestEvent } from './event.ts'
import { REQUEST_STATES, type RequestState } from './state.ts'

export type { Decision } from './course.ts'

/** A request as its history makes it. */
export type RequestFold = Readonly<{
  state: RequestState
  clock: Clock
  /** 收到申请之日: decides the year it counts as new in, whatever happens later. */
  receivedOn: PlainDate | null
  decision: Decision | null
  service: Service | null
  /** 办理结果, once the request is concluded; `null` while it is open, and again when it is ordered anew. */
  outcome: OutcomeCode | null
  concludedOn: PlainDate | null
  /** Every conclusion in order; only the first counts in the annual report. */
  conclusions: readonly CaseConclusion[]
  timesOrderedAgain: number
  /** Faults of the clock, and events that had no place where they stand. */
  violations: readonly Violation[]
}>

/** 申请的办理情况: folds a history, oldest record first, into state, clock and outcome. */
export function foldRequest(
  events: readonly RequestEvent[],
  calendar: WorkingCalendar,
  settings: Settings = DEFAULT_SETTINGS,
): RequestFold {
  const clock = readClock(events, calendar, settings)
  const course = courseOf(events, settings)
  const conclusion = isConcluded(course.state) ? course.conclusions.at(-1) : undefined
  return {
    state: course.state,
    clock,
    receivedOn: clock.receivedOn,
    decision: course.decision,
    service: course.service,
    outcome: conclusion === undefined ? null : outcomeOfConclusion(conclusion),
    concludedOn: conclusion === undefined ? null : concludedOn(conclusion),
    conclusions: course.conclusions,
    timesOrderedAgain: course.timesOrderedAgain,
    violations: [...clock.violations, ...course.violations],
  }
}

/** The day a conclusion is finished on: service, giving up, withdrawal. */
export function concludedOn(conclusion: CaseConclusion): PlainDate {
  switch (conclusion.kind) {
    case 'decided':
      return conclusion.servedOn ?? conclusion.decidedOn
    case 'lapsed':
      return conclusion.lapsedOn
    case 'withdrawn':
      return conclusion.withdrawnOn
  }
}

function isConcluded(state: RequestState): boolean {
  return state === 'served' || REQUEST_STATES[state].terminal
}

function outcomeOfConclusion(conclusion: CaseConclusion): OutcomeCode {
  switch (conclusion.kind) {
    case 'decided':
      return conclusion.main ?? conclusion.items[0]?.outcome ?? 'other-misc'
    case 'lapsed':
      return conclusion.outcome
    case 'withdrawn':
      return 'other-misc'
  }
}
