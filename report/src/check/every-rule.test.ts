import { RULE_IDS } from '@mingfu/law'
import { describe, expect, test } from 'vitest'
import { RULE_CASES } from '../testing/rule-cases.ts'
import { checkReport } from './check-report.ts'

describe.each(RULE_IDS)('%s', (rule) => {
  const { fails, holds } = RULE_CASES[rule]

  test('has at least two failing cases and one in which it holds', () => {
    expect(Object.keys(fails).length).toBeGreaterThanOrEqual(2)
    expect(Object.keys(holds).length).toBeGreaterThanOrEqual(1)
  })

  test.each(Object.entries(fails))('speaks: %s', (_case, report) => {
    const found = checkReport(report).findings.filter((finding) => finding.rule === rule)
    expect(found).not.toEqual([])
    for (const { message, fingerprint } of found) {
      expect(message).toMatch(/^[^{}]{8,400}[。]$/)
      expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
    }
  })

  test.each(Object.entries(holds))('is silent: %s', (_case, report) => {
    const { findings, notAssessable } = checkReport(report)
    expect(findings.filter((finding) => finding.rule === rule)).toEqual([])
    expect(notAssessable.filter((open) => open.rule === rule)).toEqual([])
  })
})
