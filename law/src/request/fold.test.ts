import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { DEFAULT_SETTINGS } from '../clock/settings.ts'
import { parsePlainDate } from '../plain-date.ts'
import type { RequestEvent } from './event.ts'
import { foldRequest } from './fold.ts'

const day = parsePlainDate
const fold = (events: readonly RequestEvent[], settings = {}) =>
  foldRequest(events, NATIONAL_CALENDAR, { ...DEFAULT_SETTINGS, ...settings })

const RECEIVED: RequestEvent = { kind: 'received', on: day('2024-12-10'), channel: 'post-signed' }
const ANSWERED: RequestEvent[] = [
  RECEIVED,
  { kind: 'review-started', on: day('2024-12-11') },
  {
    kind: 'decision-drafted',
    on: day('2024-12-30'),
    outcome: 'partial',
    items: ['grant-provided', 'deny-process'],
  },
  {
    kind: 'decision-approved',
    on: day('2025-01-06'),
    outcome: 'partial',
    items: ['grant-provided', 'deny-process'],
    documentNumber: '示公开答〔2025〕1号',
  },
  { kind: 'served', on: day('2025-01-07'), method: 'post', sentOn: day('2025-01-07') },
]

test('an empty history is a draft', () => {
  expect(fold([])).toMatchObject({
    state: 'draft',
    receivedOn: null,
    outcome: null,
    concludedOn: null,
    conclusions: [],
  })
})

test('T23: received in December, answered in January: due by the working day, finished on the day of service', () => {
  const answered = fold(ANSWERED)
  expect(answered.clock.dueOn).toBe('2025-01-08')
  expect(answered.receivedOn).toBe('2024-12-10')
  expect(answered.concludedOn?.slice(0, 4)).toBe('2025')
})

describe('the outcome of a request', () => {
  test('is the decision served, with its items, for the annual report', () => {
    expect(fold(ANSWERED)).toMatchObject({
      state: 'served',
      outcome: 'partial',
      concludedOn: '2025-01-07',
      decision: {
        outcome: 'partial',
        draftedOn: '2024-12-30',
        approvedOn: '2025-01-06',
        documentNumber: '示公开答〔2025〕1号',
      },
      conclusions: [
        {
          kind: 'decided',
          decidedOn: '2025-01-06',
          servedOn: '2025-01-07',
          items: [{ outcome: 'grant-provided' }, { outcome: 'deny-process' }],
          main: 'partial',
        },
      ],
    })
  })
  test('does not exist before service', () => {
    expect(fold(ANSWERED.slice(0, 4))).toMatchObject({
      state: 'decision-approved',
      outcome: null,
      concludedOn: null,
    })
  })
  test('goes with a draft that is sent back', () => {
    const returned: RequestEvent = { kind: 'decision-returned', on: day('2024-12-31'), reason: '补充理由' }
    expect(fold([...ANSWERED.slice(0, 3), returned])).toMatchObject({ state: 'under-review', decision: null })
  })
  test('of a withdrawal is 其他处理', () => {
    expect(fold([RECEIVED, { kind: 'withdrawn', on: day('2024-12-12') }])).toMatchObject({
      state: 'withdrawn',
      outcome: 'other-misc',
      concludedOn: '2024-12-12',
      conclusions: [{ kind: 'withdrawn', withdrawnOn: '2024-12-12' }],
    })
  })
})

describe('service', () => {
  test('by post is timely when posted and starts the remedies when signed for', () => {
    const slip: RequestEvent = { kind: 'delivered', on: day('2025-01-10'), document: 'decision' }
    expect(fold(ANSWERED).service).toMatchObject({ timelyOn: '2025-01-07', remedyFrom: null })
    expect(fold([...ANSWERED, slip]).service).toMatchObject({
      timelyOn: '2025-01-07',
      remedyFrom: '2025-01-10',
    })
  })
  test('that failed takes the conclusion back, and leaves the answer in time', () => {
    const back: RequestEvent = {
      kind: 'service-failed',
      on: day('2025-01-20'),
      method: 'post',
      reason: '退回',
    }
    const failed = fold([...ANSWERED, back])
    expect(failed).toMatchObject({
      state: 'decision-approved',
      outcome: null,
      service: null,
      conclusions: [],
    })
    expect(failed.violations).toEqual([])
    const again = fold([
      ...ANSWERED,
      back,
      { kind: 'served', on: day('2025-01-22'), method: 'direct', sentOn: day('2025-01-22') },
    ])
    expect(again).toMatchObject({ state: 'served', outcome: 'partial', violations: [] })
    expect(again.clock.stopped).toEqual({ on: '2025-01-07', by: 'answer' })
  })
})

describe('重新答复', () => {
  const AGAIN: RequestEvent[] = [
    ...ANSWERED,
    { kind: 'ordered-again', on: day('2025-06-03'), by: 'reconsideration', dueOn: day('2025-07-01') },
    { kind: 'review-started', on: day('2025-06-04') },
    { kind: 'decision-drafted', on: day('2025-06-10'), outcome: 'grant-provided' },
    {
      kind: 'decision-approved',
      on: day('2025-06-11'),
      outcome: 'grant-provided',
      documentNumber: '示公开答〔2025〕20号',
    },
    { kind: 'served', on: day('2025-06-12'), method: 'direct', sentOn: day('2025-06-12') },
  ]
  test('opens the request again without making it a new one', () => {
    expect(fold(AGAIN.slice(0, 6))).toMatchObject({
      state: 'reopened',
      outcome: null,
      receivedOn: '2024-12-10',
      timesOrderedAgain: 1,
    })
  })
  test('ends in another conclusion, and the first stays the one that counts', () => {
    const again = fold(AGAIN)
    expect(again).toMatchObject({ state: 'served', outcome: 'grant-provided', concludedOn: '2025-06-12' })
    expect(again.conclusions.map(({ kind }) => kind)).toEqual(['decided', 'decided'])
  })
})

test('an event out of place is named and changes nothing', () => {
  const out = fold([RECEIVED, { kind: 'closed', on: day('2024-12-11') }])
  expect(out.state).toBe('registered')
  expect(out.violations).toMatchObject([{ code: 'event-out-of-place', text: '申请已登记时不能“办结归档”' }])
})

test('a decision is open to a later remedy start only when the applicant opens it, where the office counts so', () => {
  const electronic: RequestEvent = {
    kind: 'served',
    on: day('2025-01-07'),
    method: 'electronic',
    sentOn: day('2025-01-07'),
    openedOn: day('2025-01-09'),
  }
  const events = [...ANSWERED.slice(0, 4), electronic]
  expect(fold(events).service).toMatchObject({ timelyOn: '2025-01-07', remedyFrom: '2025-01-07' })
  expect(fold(events, { electronicServiceDate: 'first-opened' }).service).toMatchObject({
    timelyOn: '2025-01-07',
    remedyFrom: '2025-01-09',
  })
})
