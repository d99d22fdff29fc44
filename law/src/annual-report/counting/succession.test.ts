import { expect, test } from 'vitest'
import { rollForward } from './roll-forward.ts'
import { takeOver, takeOverText } from './succession.ts'

const closing = (natural: number, total: number, inForce: number, pending: number) =>
  rollForward<number>(
    {
      't3.carried_out.natural_person': natural,
      't3.carried_out.total': total,
      't2.normative_documents.in_force': inForce,
      't4.review.pending': pending,
    },
    '2021',
  )
const OLD = { name: '示例市规划局', opening: closing(3, 4, 11, 1) }

test('CR-15: who took over opens with its own figures and those of the predecessor', () => {
  expect(takeOver(closing(5, 8, 18, 2), [OLD])).toEqual({
    carriedIn: { 't3.carried_in.natural_person': 8, 't3.carried_in.total': 12 },
    inForce: { normative_documents: 29 },
    pending: { review: 3 },
  })
})

test('what one of them does not know stays unknown', () => {
  const trial = rollForward<number>({ 't3.carried_out.total': 2 }, '2019')
  expect(takeOver(closing(5, 8, 18, 2), [{ name: '示例市测绘局', opening: trial }])).toEqual({
    carriedIn: { 't3.carried_in.total': 10 },
    inForce: null,
    pending: {},
  })
})

test('and says so in section six', () => {
  expect(takeOverText('示例市自然资源和规划局', [OLD])).toBe(
    '因机构改革，示例市规划局结转的政府信息公开申请4件由示例市自然资源和规划局继续办理，已计入“上年结转”。',
  )
})
