import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../../plain-date.ts'
import { countDisputes, type DisputeFact } from './disputes.ts'

const on = parsePlainDate

function dispute(facts: Partial<DisputeFact> & { filed: string; concluded?: string }): DisputeFact {
  const { filed, concluded, ...rest } = facts
  const concludedOn = concluded === undefined ? null : on(concluded)
  return {
    id: 'D1',
    block: 'review',
    role: 'original',
    outcome: null,
    filedOn: on(filed),
    concludedOn,
    ...rest,
  }
}

function standing(disputes: readonly DisputeFact[], year: number): Record<string, readonly string[]> {
  const { members } = countDisputes(disputes, year)
  return Object.fromEntries(
    Object.entries(members).filter(([id, cases]) => cases.length > 0 && !id.endsWith('.total')),
  )
}

describe('表四: a dispute appears in every year in which it was alive (CR-16, CR-17)', () => {
  const overNewYear = dispute({ filed: '2023-11-20', concluded: '2024-01-18', outcome: 'upheld' })

  test.each([
    [2022, {}],
    [2023, { 't4.review.pending': ['D1'] }],
    [2024, { 't4.review.upheld': ['D1'] }],
    [2025, {}],
  ] as const)('in %i', (year, cells) => {
    expect(standing([overNewYear], year)).toEqual(cells)
  })

  test('concluded on 31 December is concluded', () => {
    const facts = dispute({ filed: '2024-05-01', concluded: '2024-12-31', outcome: 'corrected' })
    expect(standing([facts], 2024)).toEqual({ 't4.review.corrected': ['D1'] })
  })
})

describe('who counts, and how often', () => {
  test('the review organ sued as co-defendant does not count the case (CR-18)', () => {
    const facts = dispute({
      filed: '2024-05-01',
      block: 'litigation_after_review',
      role: 'co-defendant-reviewer',
    })
    expect(countDisputes([facts], 2024).cells['t4.litigation_after_review.total']).toBe(0)
  })

  test('a review and the lawsuit after it are two entries (CR-19)', () => {
    const review = dispute({
      id: 'R',
      filed: '2024-02-01',
      concluded: '2024-03-20',
      outcome: 'upheld',
      caseId: 'x',
    })
    const lawsuit = dispute({ id: 'L', filed: '2024-04-01', block: 'litigation_after_review', caseId: 'x' })
    expect(standing([review, lawsuit], 2024)).toEqual({
      't4.review.upheld': ['R'],
      't4.litigation_after_review.pending': ['L'],
    })
  })

  test('first instance and appeal are one case with the latest outcome (CR-20)', () => {
    const block = 'litigation_direct'
    const first = dispute({
      id: 'L1',
      block,
      caseId: 'x',
      filed: '2023-03-01',
      concluded: '2023-09-01',
      outcome: 'upheld',
    })
    const appeal = dispute({
      id: 'L2',
      block,
      caseId: 'x',
      filed: '2023-10-08',
      concluded: '2024-02-05',
      outcome: 'corrected',
    })
    expect(standing([appeal, first], 2023)).toEqual({ 't4.litigation_direct.pending': ['L2'] })
    expect(standing([appeal, first], 2024)).toEqual({ 't4.litigation_direct.corrected': ['L2'] })
  })
})
