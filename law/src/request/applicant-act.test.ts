import { describe, expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import { applicantActs, applicantMay } from './applicant-act.ts'
import type { RequestState } from './state.ts'

describe('what an applicant may do, by where the request stands', () => {
  // biome-ignore format: a table
  const ACTS: readonly (readonly [RequestState, readonly string[]])[] = [
    ['draft',                []],
    ['submitted',            ['withdrawal', 'explanation']],
    ['received-unconfirmed', ['withdrawal', 'explanation']],
    ['registered',           ['withdrawal', 'explanation']],
    ['awaiting-correction',  ['correction', 'withdrawal', 'explanation']],
    ['under-review',         ['withdrawal', 'explanation']],
    ['awaiting-reasons',     ['reasons', 'withdrawal', 'explanation']],
    ['consulting',           ['withdrawal', 'explanation']],
    ['awaiting-payment',     ['payment', 'withdrawal', 'explanation']],
    ['decision-drafted',     ['withdrawal', 'explanation']],
    ['decision-approved',    ['withdrawal', 'explanation']],
    ['served',               ['explanation']],
    ['closed',               ['explanation']],
    ['abandoned-correction', ['explanation']],
    ['abandoned-fee',        ['explanation']],
    ['withdrawn',            ['explanation']],
    ['reopened',             ['withdrawal', 'explanation']],
  ]
  test.each(ACTS)('%s', (state, acts) => {
    expect(applicantActs(state)).toEqual(acts)
  })
})

test('an act out of place is refused with its article, in words for the applicant', () => {
  const ruling = applicantMay('correction', 'under-review')
  expect(ruling).toMatchObject({
    granted: false,
    refusal: { code: 'not-open-to-applicant', reason: '申请目前“办理中”，不能“提交补正”' },
  })
  if (!ruling.granted)
    expect(citationText(ruling.refusal.basis)).toBe('《中华人民共和国政府信息公开条例》第三十条')
  expect(applicantMay('withdrawal', 'served').granted).toBe(false)
})
