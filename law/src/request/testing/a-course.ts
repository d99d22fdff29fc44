import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts'
import { DEFAULT_SETTINGS } from '../../clock/settings.ts'
import { outcomeOf } from '../../decision/outcome.ts'
import type { OutcomeCode } from '../../decision/outcome-code.ts'
import { parsePlainDate } from '../../plain-date.ts'
import { type ActFacts, applyEvent } from '../apply-event.ts'
import type { RequestEvent } from '../event.ts'
import type { Evidence } from '../evidence-on-file.ts'

export const day = parsePlainDate
export const TODAY = { today: day('2025-12-31') }

export const SEARCH = {
  systems: ['档案管理系统', '公文系统'],
  words: ['征收补偿', '补偿安置', '拆迁'],
  period: '2015年至2025年',
  searchedBy: '王晓明',
  searchedOn: day('2025-09-10'),
  unitsAsked: ['征收科'],
}

/** Everything that an outcome asks for, on file. */
export function complete(outcome: OutcomeCode): Evidence {
  return { onFile: outcomeOf(outcome).evidence, searches: [SEARCH] }
}

export function ask(
  history: readonly RequestEvent[],
  event: RequestEvent,
  facts: Partial<ActFacts> = {},
  settings = {},
) {
  return applyEvent(
    history,
    event,
    NATIONAL_CALENDAR,
    { ...DEFAULT_SETTINGS, ...settings },
    { ...TODAY, ...facts },
  )
}

/** `granted`, or the code of the refusal. */
export function answer(
  history: readonly RequestEvent[],
  event: RequestEvent,
  facts: Partial<ActFacts> = {},
  settings = {},
) {
  const ruling = ask(history, event, facts, settings)
  return ruling.granted ? 'granted' : ruling.refusal.code
}

// Received on Tuesday 2025-09-02: a correction may be asked for until 09-11, the answer is due on 09-29.
export const RECEIVED: RequestEvent[] = [{ kind: 'received', on: day('2025-09-02'), channel: 'in-person' }]
export const IN_REVIEW: RequestEvent[] = [...RECEIVED, { kind: 'review-started', on: day('2025-09-03') }]
export const drafted = (outcome: OutcomeCode, on = '2025-09-20'): RequestEvent => ({
  kind: 'decision-drafted',
  on: day(on),
  outcome,
})
export const approved = (outcome: OutcomeCode, on = '2025-09-22'): RequestEvent => ({
  kind: 'decision-approved',
  on: day(on),
  outcome,
  documentNumber: '示公开答〔2025〕8号',
})
export const APPROVED: RequestEvent[] = [...IN_REVIEW, drafted('grant-provided'), approved('grant-provided')]
export const served = (facts = {}): RequestEvent => ({
  kind: 'served',
  on: day('2025-09-24'),
  method: 'post',
  sentOn: day('2025-09-24'),
  ...facts,
})
