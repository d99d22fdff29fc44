import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { parsePlainDate } from '../plain-date.ts'
import { disputeClocks, runningClocks } from './dispute-clock.ts'
import type { DisputeStep, DisputeStepKind } from './dispute-step.ts'

const day = parsePlainDate
type Judged = Parameters<typeof disputeClocks>[0]

const REVIEW: Judged = {
  id: '1',
  block: 'review',
  filedOn: day('2025-09-18'),
  concludedOn: null,
  outcome: null,
  result: null,
  role: 'original',
  requestId: 'r1',
  copyReceivedOn: day('2025-09-26'),
  acceptedOn: day('2025-09-24'),
  procedure: 'simplified',
}
const SUIT: Judged = { ...REVIEW, id: '2', block: 'litigation_direct', procedure: 'ordinary' }
const step = (kind: DisputeStepKind, on: string, until: string | null = null): DisputeStep => ({
  kind,
  on: day(on),
  until: until === null ? null : day(until),
})
const clocks = (dispute: Judged, ...steps: DisputeStep[]) => disputeClocks(dispute, steps, NATIONAL_CALENDAR)

// 2025: 10月1日至8日放假, 9月28日 and 10月11日 worked; 2026: 1月1日至3日放假, 1月4日 worked.
describe('期限 of a case', () => {
  test('five working days in a simplified reconsideration, ten in an ordinary one', () => {
    expect(clocks(REVIEW)).toMatchObject([
      {
        period: 'answer-simplified',
        dueOn: '2025-10-10',
        provisional: false,
        state: 'running',
        whose: 'ours',
      },
      {
        period: 'decide-simplified',
        dueOn: '2025-10-24',
        provisional: false,
        state: 'running',
        whose: 'organ',
      },
    ])
    expect(clocks({ ...REVIEW, procedure: 'ordinary' })).toMatchObject([
      { period: 'answer-ordinary', dueOn: '2025-10-16' },
      { period: 'decide-ordinary', dueOn: '2025-11-24' },
    ])
  })

  test('fifteen days for the evidence in court, six months for the judgment, three on appeal', () => {
    expect(clocks(SUIT)).toMatchObject([
      { period: 'defendant-evidence', dueOn: '2025-10-11' },
      { period: 'judgment', dueOn: '2026-03-24' },
    ])
    expect(clocks({ ...SUIT, procedure: 'simplified' })[1]).toMatchObject({
      period: 'simplified-judgment',
      dueOn: '2025-11-10',
    })
    expect(clocks({ ...SUIT, caseId: '1' })).toMatchObject([
      { period: 'appeal-answer', dueOn: '2025-10-11' },
      { period: 'judgment-on-appeal', dueOn: '2025-12-24' },
    ])
  })

  test('an answer in time is met, a later one is late, one never asked for any more is void', () => {
    const state = (...steps: DisputeStep[]) => clocks(SUIT, ...steps)[0]?.state
    expect(state(step('answered', '2025-10-11'))).toBe('met')
    expect(state(step('answered', '2025-10-13'))).toBe('late')
    expect(
      clocks({ ...SUIT, concludedOn: day('2025-10-09'), outcome: 'other', result: 'withdrawn' })[0]?.state,
    ).toBe('void')
  })

  test('an ordinary reconsideration may take thirty days more', () => {
    expect(clocks({ ...REVIEW, procedure: 'ordinary' }, step('extended', '2025-11-20'))[1]).toMatchObject({
      period: 'decide-ordinary-extended',
      dueOn: '2025-12-23',
    })
    expect(clocks(SUIT, step('extended', '2026-03-01', '2026-06-24'))[1]?.dueOn).toBe('2026-06-24')
  })

  test('days of suspension do not count, and while it lasts the period stands still', () => {
    const ordinary = { ...REVIEW, procedure: 'ordinary' } as const
    expect(clocks(ordinary, step('suspended', '2025-10-20'))[1]?.state).toBe('stopped')
    // Ten days more than 2025-11-24: 2025-12-04.
    const resumed = clocks(ordinary, step('suspended', '2025-10-20'), step('resumed', '2025-10-30'))
    expect(resumed[1]).toMatchObject({ state: 'running', dueOn: '2025-12-04' })
  })

  test('the next instance may be called on from the day the decision came', () => {
    const upheld = { concludedOn: day('2025-10-20'), outcome: 'upheld' } as const
    const received = step('document-received', '2025-10-22')
    const next = (dispute: Judged) => clocks(dispute, received).find(({ whose }) => whose === 'next')
    expect(next({ ...REVIEW, ...upheld, result: 'upheld' })).toMatchObject({
      period: 'sue-after-reconsideration',
      dueOn: '2025-11-06',
    })
    expect(next({ ...SUIT, ...upheld, result: 'claim-rejected' })).toMatchObject({
      period: 'appeal-judgment',
      dueOn: '2025-11-06',
    })
    // The tenth day is Saturday 2025-11-01.
    expect(next({ ...SUIT, ...upheld, outcome: 'other', result: 'suit-rejected' })).toMatchObject({
      period: 'appeal-ruling',
      dueOn: '2025-11-03',
    })
    expect(next({ ...SUIT, ...upheld, outcome: 'other', result: 'withdrawn' })).toBeUndefined()
    expect(next({ ...SUIT, ...upheld, caseId: '1', result: 'claim-rejected' })).toBeUndefined()
  })

  test('nothing runs before the papers came or once the case is over', () => {
    expect(clocks({ ...REVIEW, copyReceivedOn: null, acceptedOn: null })).toEqual([])
    const over = clocks({ ...REVIEW, concludedOn: day('2025-10-20'), outcome: 'upheld', result: 'upheld' })
    expect(runningClocks(over)).toEqual([])
  })
})
