import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import { type Dispute, disputeDoubts, LITIGATION_RESULTS, REVIEW_RESULTS } from './dispute.ts'

const day = parsePlainDate

const REVIEW: Dispute = {
  id: '1',
  block: 'review',
  filedOn: day('2025-09-18'),
  concludedOn: null,
  outcome: null,
  role: 'original',
  requestId: 'r1',
  copyReceivedOn: day('2025-09-26'),
  acceptedOn: day('2025-09-24'),
  procedure: 'simplified',
}
const SUIT: Dispute = { ...REVIEW, id: '2', block: 'litigation_direct', acceptedOn: null }
const SETTINGS = { partialRemedy: 'reconsideration-first' } as const

describe('what does not fit together', () => {
  const denied = { outcome: 'deny-process', decidedOn: day('2025-09-01') } as const
  const codes = (dispute: Dispute, others: Dispute[], reply: Parameters<typeof disputeDoubts>[2]) =>
    disputeDoubts(dispute, others, reply, SETTINGS).map(({ code }) => code)

  test('a suit after reconsideration without a reconsideration', () => {
    const after: Dispute = { ...SUIT, block: 'litigation_after_review' }
    expect(codes(after, [], null)).toEqual(['review-missing'])
    expect(codes(after, [{ ...REVIEW, requestId: 'r2' }], null)).toEqual(['review-missing'])
    expect(codes(after, [REVIEW], null)).toEqual([])
  })
  test('a direct suit against a refusal that goes to reconsideration first', () => {
    expect(codes(SUIT, [], denied)).toEqual(['reconsideration-first'])
    expect(codes(SUIT, [], { ...denied, decidedOn: day('2023-12-31') })).toEqual([])
    expect(codes(SUIT, [], { ...denied, outcome: 'unable-not-exist' })).toEqual([])
  })
})

test('results fall into the columns of table four', () => {
  const columns = (results: Record<string, { label: string; outcome: string }>, outcome: string) =>
    Object.values(results)
      .filter((result) => result.outcome === outcome)
      .map(({ label }) => label)
  expect(columns(REVIEW_RESULTS, 'upheld')).toEqual(['维持', '驳回复议请求'])
  expect(columns(REVIEW_RESULTS, 'corrected')).toEqual([
    '变更',
    '撤销或者部分撤销',
    '确认违法',
    '责令履行',
    '确认无效',
  ])
  expect(columns(REVIEW_RESULTS, 'other')).toEqual([
    '不予受理',
    '驳回复议申请',
    '终止（含撤回申请）',
    '调解',
    '和解',
  ])
  expect(columns(LITIGATION_RESULTS, 'upheld')).toEqual(['驳回诉讼请求'])
  expect(columns(LITIGATION_RESULTS, 'corrected')).toEqual([
    '撤销或者部分撤销',
    '责令履行',
    '责令给付',
    '确认违法',
    '确认无效',
    '变更',
  ])
  expect(columns(LITIGATION_RESULTS, 'other')).toEqual(['不予立案', '驳回起诉', '撤诉', '终结诉讼'])
})
