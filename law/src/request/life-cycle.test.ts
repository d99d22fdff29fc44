import { describe, expect, test } from 'vitest'
import type { RequestEventKind } from './event.ts'
import { availableEvents, LIFE_CYCLE, nextState, REQUEST_EVENTS } from './life-cycle.ts'
import { REQUEST_STATES, type RequestState } from './state.ts'

const STATES = Object.keys(REQUEST_STATES) as RequestState[]
const KINDS = Object.keys(REQUEST_EVENTS) as RequestEventKind[]

/** Where each event leads from each state; what is not listed is refused. Transitions S01 to S29 by their numbers. */
// biome-ignore format: a table
const TRANSITIONS: readonly (readonly [RequestState, RequestEventKind, RequestState])[] = [
  ['draft', 'submitted', 'submitted'],                                       // S01
  ['submitted', 'confirmed', 'registered'],                                  // S02
  ['draft', 'received', 'registered'],                                       // S03
  ['draft', 'arrived', 'received-unconfirmed'],                              // S04
  ['received-unconfirmed', 'confirmed', 'registered'],                       // S05
  ['registered', 'review-started', 'under-review'],                          // S06
  ['registered', 'replied-on-spot', 'served'],                               // S07
  ['under-review', 'replied-on-spot', 'served'],
  ['registered', 'correction-requested', 'awaiting-correction'],             // S08
  ['under-review', 'correction-requested', 'awaiting-correction'],
  ['awaiting-correction', 'correction-received', 'under-review'],            // S09
  ['awaiting-correction', 'correction-lapsed', 'abandoned-correction'],      // S10
  ['under-review', 'extended', 'under-review'],                              // S11, and while others are waited for
  ['consulting', 'extended', 'consulting'],
  ['awaiting-reasons', 'extended', 'awaiting-reasons'],
  ['under-review', 'consultation-opened', 'consulting'],                     // S12, and a second one beside the first
  ['consulting', 'consultation-opened', 'consulting'],
  ['consulting', 'consultation-delivered', 'consulting'],
  ['consulting', 'consultation-answered', 'consulting'],                     // S13, while others are open
  ['consulting', 'consultation-lapsed', 'consulting'],                       // S14
  ['under-review', 'reasons-asked', 'awaiting-reasons'],                     // S15
  ['awaiting-reasons', 'reasons-given', 'under-review'],                     // S16
  ['awaiting-reasons', 'reasons-lapsed', 'under-review'],
  ['under-review', 'delayed-reply-fixed', 'under-review'],                   // S17
  ['under-review', 'fee-noticed', 'awaiting-payment'],                       // S18
  ['awaiting-payment', 'fee-paid', 'under-review'],                          // S19
  ['awaiting-payment', 'fee-lapsed', 'abandoned-fee'],                       // S20
  ['under-review', 'decision-drafted', 'decision-drafted'],                  // S21
  ['decision-drafted', 'decision-returned', 'under-review'],                 // S22
  ['decision-drafted', 'decision-approved', 'decision-approved'],            // S23
  ['decision-approved', 'served', 'served'],                                 // S24
  ['served', 'closed', 'closed'],                                            // S25
  ['draft', 'withdrawn', 'withdrawn'],                                       // S26
  ['submitted', 'withdrawn', 'withdrawn'],
  ['received-unconfirmed', 'withdrawn', 'withdrawn'],
  ['registered', 'withdrawn', 'withdrawn'],
  ['awaiting-correction', 'withdrawn', 'withdrawn'],
  ['under-review', 'withdrawn', 'withdrawn'],
  ['awaiting-reasons', 'withdrawn', 'withdrawn'],
  ['consulting', 'withdrawn', 'withdrawn'],
  ['awaiting-payment', 'withdrawn', 'withdrawn'],
  ['decision-drafted', 'withdrawn', 'withdrawn'],
  ['decision-approved', 'withdrawn', 'withdrawn'],
  ['reopened', 'withdrawn', 'withdrawn'],
  ['served', 'ordered-again', 'reopened'],                                   // S27
  ['closed', 'ordered-again', 'reopened'],
  ['abandoned-correction', 'ordered-again', 'reopened'],
  ['abandoned-fee', 'ordered-again', 'reopened'],
  ['registered', 'ordered-again', 'reopened'],                               // the order against silence
  ['under-review', 'ordered-again', 'reopened'],
  ['awaiting-reasons', 'ordered-again', 'reopened'],
  ['consulting', 'ordered-again', 'reopened'],
  ['decision-drafted', 'ordered-again', 'reopened'],
  ['decision-approved', 'ordered-again', 'reopened'],
  ['reopened', 'ordered-again', 'reopened'],
  ['reopened', 'review-started', 'under-review'],                            // S28
  ['decision-approved', 'service-failed', 'decision-approved'],              // S29
  ['served', 'service-failed', 'decision-approved'],
  // the slip of a letter comes back while the request is wherever it is
  ['awaiting-correction', 'delivered', 'awaiting-correction'],
  ['under-review', 'delivered', 'under-review'],
  ['awaiting-reasons', 'delivered', 'awaiting-reasons'],
  ['consulting', 'delivered', 'consulting'],
  ['awaiting-payment', 'delivered', 'awaiting-payment'],
  ['decision-drafted', 'delivered', 'decision-drafted'],
  ['decision-approved', 'delivered', 'decision-approved'],
  ['served', 'delivered', 'served'],
]

describe('every state decides every event', () => {
  test.each(STATES)('%s', (state) => {
    const decided = KINDS.map((kind) => [kind, LIFE_CYCLE[state][kind]])
    const expected = KINDS.map((kind) => {
      const row = TRANSITIONS.find(([from, event]) => from === state && event === kind)
      return [kind, row === undefined ? null : row[2]]
    })
    expect(decided).toEqual(expected)
  })
})

test('every state is reached from a draft', () => {
  const reached = new Set<RequestState>(['draft'])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const [from, , to] of TRANSITIONS) if (reached.has(from)) reached.add(to)
  }
  expect([...reached].sort()).toEqual([...STATES].sort())
})

test('a terminal state is left by an order to answer again and by nothing else', () => {
  for (const state of STATES.filter((name) => REQUEST_STATES[name].terminal)) {
    expect(availableEvents(state).filter((kind) => kind !== 'ordered-again')).toEqual([])
  }
})

test('the last open consultation leads back to review', () => {
  expect(nextState('consulting', 'consultation-answered', 1)).toBe('consulting')
  expect(nextState('consulting', 'consultation-answered', 0)).toBe('under-review')
  expect(nextState('consulting', 'consultation-lapsed', 0)).toBe('under-review')
  expect(nextState('consulting', 'extended', 0)).toBe('consulting')
})

test('what can be done next is offered in the order of the usual course', () => {
  expect(availableEvents('registered')).toEqual([
    'correction-requested',
    'review-started',
    'replied-on-spot',
    'withdrawn',
    'ordered-again',
  ])
  expect(availableEvents('withdrawn')).toEqual([])
})

test('every event has a name, an actor and an article', () => {
  expect(KINDS).toHaveLength(30)
  for (const kind of KINDS) expect(REQUEST_EVENTS[kind].label).not.toBe('')
})
