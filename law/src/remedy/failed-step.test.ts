import { expect, test } from 'vitest'
import { cite } from '../citation.ts'
import { parsePlainDate } from '../plain-date.ts'
import type { Evidence } from '../request/evidence-on-file.ts'
import { failureHints } from './failed-step.ts'

const day = parsePlainDate
const decision = {
  outcome: 'unable-not-exist',
  items: ['unable-not-exist'],
  draftedOn: day('2024-06-13'),
  approvedOn: day('2024-06-14'),
  documentNumber: null,
} as const
const found = (words: readonly string[]): Evidence => ({
  onFile: [],
  searches: [
    {
      systems: ['综合档案系统'],
      words,
      period: '2020年至今',
      searchedBy: '经办员',
      searchedOn: day('2024-06-12'),
      unitsAsked: [],
    },
  ],
})
const steps = (evidence: Evidence, violations: Parameters<typeof failureHints>[0]['violations'] = []) =>
  failureHints({ violations, decision, service: null }, evidence, '城乡环卫项目的中标通知书').map(
    ({ step }) => step,
  )

test('a file without a search, or with one that tried no other word, points to the search', () => {
  expect(steps({ onFile: [], searches: [] })).toEqual(['search'])
  expect(steps(found(['环卫', '中标通知书']))).toEqual(['search'])
  expect(steps(found(['环卫', '保洁服务']))).toEqual([])
})

test('a fault of the clock points to its step', () => {
  const late = {
    code: 'answered-late',
    on: day('2024-07-10'),
    text: '逾期答复',
    basis: cite('regulation', 33, 2),
    severity: 'error',
  } as const
  expect(steps(found(['保洁服务']), [late])).toEqual(['deadline'])
  expect(steps(found(['保洁服务']), [{ ...late, code: 'deadline-near' }])).toEqual([])
})
