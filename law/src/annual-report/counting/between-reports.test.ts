import { describe, expect, test } from 'vitest'
import type { CellId } from '../cell-id.ts'
import { mapFrom2019, mergeOther } from './across-formats.ts'
import { feeStatement } from './fee-statement.ts'
import { rollForward } from './roll-forward.ts'

describe('between two reports', () => {
  test('from the trial format: the same cells continue, what only looks alike does not', () => {
    expect(
      mapFrom2019({
        't2.normative_documents.newly_made': 4,
        't2.normative_documents.total_disclosed': 38,
        't2.administrative_fees.prior_year_items': 3,
        't2.administrative_license.decisions': 1215,
        't2.administrative_license.change': -8,
        't3.carried_out.total': 6,
        't3.other.total': 1,
        't4.review.pending': 2,
      }),
    ).toEqual({
      't2.administrative_license.decisions': 1215,
      't3.carried_out.total': 6,
      't3.other.total': 1,
      't4.review.pending': 2,
    })
  })

  test('the three rows of 其他处理 merge forward and are never split back', () => {
    const parts: Readonly<Partial<Record<CellId, number>>> = {
      't3.other.not_corrected.total': 4,
      't3.other.fee_unpaid.total': 1,
      't3.other.misc.total': 8,
    }
    expect(mergeOther((cell) => parts[cell], 'total')).toBe(13)
    expect(mergeOther((cell) => (cell === 't3.other.misc.total' ? 8 : null), 'total')).toBeUndefined()
  })

  test('closing figures are the opening figures of the next year', () => {
    const cells = {
      't3.carried_out.natural_person': 6,
      't3.carried_out.total': 8,
      't2.normative_documents.in_force': 18,
      't4.review.pending': 2,
    }
    expect(rollForward(cells, '2021')).toEqual({
      carriedIn: { 't3.carried_in.natural_person': 6, 't3.carried_in.total': 8 },
      inForce: { normative_documents: 18 },
      pending: { review: 2 },
    })
    expect(rollForward(cells, '2019').inForce).toBeNull()
  })
})

describe('信息处理费 in section six (CR-25)', () => {
  test('none is said in words', () => {
    expect(feeStatement([], 2024).text).toBe('2024年，本机关未收取政府信息公开信息处理费。')
    expect(feeStatement([{ id: 'A', collectedInYuan: 0 }], 2024).cases).toBe(0)
  })

  test('cases and yuan, by organ where several collected', () => {
    const facts = [
      { id: 'A', collectedInYuan: 380, organ: '示例市城市管理局' },
      { id: 'B', collectedInYuan: 200, organ: '示例市城市管理局' },
      { id: 'C', collectedInYuan: 100, organ: '示例市自然资源局' },
    ]
    expect(feeStatement(facts, 2024)).toMatchObject({ cases: 3, yuan: 680 })
    expect(feeStatement(facts, 2024).text).toBe(
      '2024年，本行政区域各行政机关依法对3件政府信息公开申请收取信息处理费，共计680元，其中示例市城市管理局2件、580元，示例市自然资源局1件、100元。',
    )
  })
})
