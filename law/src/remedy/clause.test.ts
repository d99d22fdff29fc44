import { describe, expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import { OUTCOME_CODES } from '../decision/outcome-code.ts'
import { parsePlainDate } from '../plain-date.ts'
import { type RemedyCase, remedyClause, remedyRoute } from './clause.ts'

const day = parsePlainDate

const CASE: RemedyCase = {
  outcome: 'grant-provided',
  decidedOn: day('2024-06-03'),
  agency: {
    name: '示例市自然资源局',
    kind: 'local-department',
    government: '示例市人民政府',
    higherDepartment: '示例省自然资源厅',
  },
  court: '示例市第一区人民法院',
}

function textOf(file: Partial<RemedyCase>): string {
  const ruling = remedyClause({ ...CASE, ...file })
  return ruling.granted ? ruling.value.text : ruling.refusal.code
}

describe('the clause of a reply', () => {
  test('A: a refusal under Arts. 14 to 16 from 2024 goes to reconsideration first', () => {
    expect(textOf({ outcome: 'deny-process' })).toBe(
      '如不服本答复，请自收到之日起60日内先向示例市人民政府申请行政复议；对行政复议决定仍不服的，可以自收到行政复议决定书之日起15日内依法向人民法院提起行政诉讼。',
    )
  })
  test('B: any other reply from 2024 leaves the choice', () => {
    expect(textOf({ outcome: 'unable-not-exist' })).toBe(
      '如不服本答复，可以自收到之日起60日内向示例市人民政府申请行政复议，或者自收到之日起6个月内向示例市第一区人民法院提起行政诉讼。',
    )
  })
  test('C: before 2024 a department had two organs above it', () => {
    expect(textOf({ outcome: 'deny-process', decidedOn: day('2023-12-31') })).toBe(
      '如不服本答复，可以自收到之日起60日内向示例市人民政府或者示例省自然资源厅申请行政复议，或者自收到之日起6个月内向示例市第一区人民法院提起行政诉讼。',
    )
  })
  test('served through the internet, it names the channel for reconsideration', () => {
    expect(textOf({ electronic: true })).toBe('no-online-channel')
    expect(textOf({ electronic: true, onlineChannel: '全国行政复议服务平台' })).toBe(
      '如不服本答复，可以自收到之日起60日内向示例市人民政府申请行政复议，或者自收到之日起6个月内向示例市第一区人民法院提起行政诉讼。行政复议申请也可以通过互联网渠道提出：全国行政复议服务平台。',
    )
  })
  test('without an organ above there is no clause to print', () => {
    expect(textOf({ agency: { name: '示例市自然资源局', kind: 'local-department' } })).toBe(
      'no-reconsideration-organ',
    )
  })
  test('stands on its articles', () => {
    const ruling = remedyClause({ ...CASE, outcome: 'deny-process' })
    expect(ruling.granted && ruling.value.basis.map(citationText)).toEqual([
      '《中华人民共和国行政复议法》第二十条第一款',
      '《中华人民共和国行政复议法》第二十三条第一款第（四）项',
      '《中华人民共和国行政诉讼法》第四十五条',
      '《中华人民共和国行政复议法》第二十四条第一款',
    ])
  })
})

describe('which replies go to reconsideration first', () => {
  const FIRST: readonly OutcomeCode[] = [
    'deny-state-secret',
    'deny-law-forbids',
    'deny-safety',
    'deny-third-party',
    'deny-internal',
    'deny-process',
    'deny-enforcement-file',
  ]
  test.each(OUTCOME_CODES.filter((code) => code !== 'partial'))('%s', (outcome) => {
    const expected = FIRST.includes(outcome) ? 'reconsideration-first' : 'either'
    expect(remedyRoute({ outcome, decidedOn: day('2024-01-01') })).toBe(expected)
    expect(remedyRoute({ outcome, decidedOn: day('2023-12-31') })).toBe('either-before-2024')
  })
  test('部分公开 by what is withheld, and by the switch', () => {
    const partial = { outcome: 'partial', decidedOn: day('2024-01-01') } as const
    expect(remedyRoute({ ...partial, withheldUnder: ['deny-third-party'] })).toBe('reconsideration-first')
    expect(remedyRoute({ ...partial, withheldUnder: ['deny-admin-query'] })).toBe('either')
    expect(
      remedyRoute({ ...partial, withheldUnder: ['deny-third-party'] }, { partialRemedy: 'either' }),
    ).toBe('either')
  })
})
