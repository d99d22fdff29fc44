import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../../plain-date.ts'
import { checkPublicationDate, publicationDeadline } from './publication.ts'

const on = parsePlainDate

describe('条例 第四十九条: a report is published in time', () => {
  // biome-ignore format: a table
  const CASES = [
    // organ              local notice   published      finding
    ['department',        null,          '2025-01-31',  null],
    ['department',        null,          '2025-02-01',  'AR-62'],
    ['department',        '2025-02-20',  '2025-02-10',  'AR-62'],
    ['government',        null,          '2025-03-31',  null],
    ['government',        null,          '2025-04-01',  'AR-63'],
    ['government',        null,          '2026-01-31',  'AR-63'],
    ['township',          null,          '2025-01-31',  null],
    ['township',          null,          '2025-02-01',  'AR-64'],
    ['functional_zone',   '2025-02-20',  '2025-02-20',  null],
    ['functional_zone',   '2025-02-20',  '2025-02-21',  'AR-64'],
  ] as const
  test.each(CASES)('%s, local notice %s, published %s: %s', (orgType, local, published, rule) => {
    const localDeadline = local === null ? {} : { localDeadline: on(local) }
    const { findings } = checkPublicationDate({
      orgType,
      reportYear: 2024,
      publishedOn: on(published),
      ...localDeadline,
    })
    expect(findings.map((finding) => finding.rule)).toEqual(rule === null ? [] : [rule])
  })

  test('a date that falls on a day off does not move: 31 January 2026 is a Saturday', () => {
    expect(publicationDeadline({ orgType: 'department', reportYear: 2025 })).toBe('2026-01-31')
  })

  test('the message tells both days; without a day nothing is failed', () => {
    const facts = { orgType: 'department', reportYear: 2024 } as const
    expect(checkPublicationDate({ ...facts, publishedOn: on('2025-02-12') }).findings[0]).toMatchObject({
      message: '报告于2025年2月12日公布，应当在2025年1月31日前公布。',
      severity: 'error',
      expected: '不晚于2025-01-31',
      actual: '2025-02-12',
    })
    expect(checkPublicationDate(facts)).toEqual({
      findings: [],
      notAssessable: [{ rule: 'AR-62', cells: [], why: '不知道公布日期' }],
    })
  })
})
