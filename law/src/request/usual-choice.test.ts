import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../clock/settings.ts'
import { classOfCreditCode, otherOutcomeByPractice, usualOutcome } from './usual-choice.ts'

test('questions and archived files get the outcome that the office keeps to', () => {
  expect(usualOutcome('inquiry', DEFAULT_SETTINGS)).toBe('other-misc')
  expect(usualOutcome('archives', DEFAULT_SETTINGS)).toBe('other-misc')
  expect(usualOutcome('not-government-information', DEFAULT_SETTINGS)).toBe('other-misc')
  const other = { inquiryOutcome: 'unable-needs-creation', archivesOutcome: 'deny-admin-query' } as const
  expect(usualOutcome('inquiry', other)).toBe('unable-needs-creation')
  expect(usualOutcome('archives', other)).toBe('deny-admin-query')
})

test('an answer under another heading than the office keeps to is pointed out', () => {
  const other = { inquiryOutcome: 'unable-needs-creation', archivesOutcome: 'deny-admin-query' } as const
  const asked = (kind: string, settings: typeof other | typeof DEFAULT_SETTINGS) =>
    otherOutcomeByPractice({ outcome: 'other-misc', facts: { kind } }, settings)
  expect(asked('inquiry', other)).toBe('unable-needs-creation')
  expect(asked('archives', other)).toBe('deny-admin-query')
  expect(asked('withdrawn', other)).toBe(null)
  expect(asked('inquiry', DEFAULT_SETTINGS)).toBe(null)
  expect(
    otherOutcomeByPractice({ outcome: 'unable-needs-creation', facts: { kind: 'inquiry' } }, other),
  ).toBe(null)
})

describe('the column that a credit code suggests', () => {
  // biome-ignore format: a table
  const CASES = [
    ['91350100M000100Y43', 'commercial-enterprise'],
    ['92350100M000100Y43', 'natural-person'],         // 个体工商户, by the switch
    ['31350100M000100Y43', 'legal-service-org'],      // 律师执业机构
    ['51350100M000100Y43', 'public-interest-org'],    // 社会团体
    ['52350100M000100Y43', 'public-interest-org'],    // 民办非企业单位
    ['53350100M000100Y43', 'public-interest-org'],    // 基金会
    ['33350100M000100Y43', 'legal-service-org'],      // 基层法律服务所
    ['54350100M000100Y43', 'other-org'],
    ['12350100M000100Y43', 'other-org'],              // 事业单位
    ['',                   'other-org'],
  ] as const
  test.each(CASES)('%s: %s', (code, expected) => {
    expect(classOfCreditCode(code, DEFAULT_SETTINGS)).toBe(expected)
  })
  test('a sole trader is a business where the office counts him so', () => {
    expect(classOfCreditCode('92350100M000100Y43', { soleTraderClass: 'commercial-enterprise' })).toBe(
      'commercial-enterprise',
    )
  })
})
