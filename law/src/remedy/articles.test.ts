import { describe, expect, test } from 'vitest'
import { type Citation, citationText } from '../citation.ts'
import { parsePlainDate } from '../plain-date.ts'
import { type RemedyCase, remedyClause } from './clause.ts'
import { type Dispute, disputeDoubts, LITIGATION_RESULTS, REVIEW_RESULTS } from './dispute.ts'
import { DISPUTE_STEPS } from './dispute-step.ts'
import { FAILED_STEPS } from './failed-step.ts'
import { REMEDY_PERIODS } from './period.ts'
import { BURDEN_OF_PROOF } from './proof.ts'
import { type AgencyKind, reconsiderationOrgans } from './reconsideration-organ.ts'

// Written out from 行政复议法 (2023), 行政复议法 (2017), its 实施条例, 行政诉讼法 and the 司法解释 of 2018.
const INSTRUMENTS = {
  复议法: '《中华人民共和国行政复议法》',
  复议法2017: '《中华人民共和国行政复议法》（2017年修正）',
  复议条例: '《中华人民共和国行政复议法实施条例》',
  诉讼法: '《中华人民共和国行政诉讼法》',
  诉讼解释: '《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》',
  公开条例: '《中华人民共和国政府信息公开条例》',
} as const

/** `诉讼法 第四十五条` → the full citation. */
function full(short: string): string {
  const [instrument = '', article = ''] = short.split(' ')
  return `${INSTRUMENTS[instrument as keyof typeof INSTRUMENTS]}${article}`
}

const articles = (table: Readonly<Record<string, Readonly<{ basis: Citation }>>>) =>
  Object.fromEntries(Object.entries(table).map(([id, { basis }]) => [id, citationText(basis)]))
const written = (table: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(table).map(([id, short]) => [id, full(short)]))

test('期间: how long, counted in what, and by which article', () => {
  // biome-ignore format: a table
  const PERIODS = {
    'apply-for-reconsideration': ['60 days', '复议法 第二十条第一款'],
    'apply-when-not-told': ['12 months', '复议法 第二十条第三款'],
    'apply-at-latest': ['60 months', '复议法 第二十一条'],
    'apply-against-silence': ['60 days', '复议条例 第十六条第一款'],
    'acceptance-check': ['5 working-days', '复议法 第三十条第一款'],
    'answer-ordinary': ['10 working-days', '复议法 第四十八条'],
    'answer-simplified': ['5 working-days', '复议法 第五十四条第一款'],
    'decide-ordinary': ['60 days', '复议法 第六十二条第一款'],
    'decide-ordinary-extended': ['90 days', '复议法 第六十二条第一款'],
    'decide-simplified': ['30 days', '复议法 第六十二条第二款'],
    'sue-directly': ['6 months', '诉讼法 第四十六条第一款'],
    'sue-when-not-told': ['12 months', '诉讼解释 第六十四条第一款'],
    'sue-after-reconsideration': ['15 days', '诉讼法 第四十五条'],
    'sue-after-no-decision': ['15 days', '复议法 第三十四条'],
    'sue-against-silence': ['6 months', '诉讼解释 第六十六条'],
    'defendant-evidence': ['15 days', '诉讼法 第六十七条第一款'],
    judgment: ['6 months', '诉讼法 第八十一条'],
    'appeal-judgment': ['15 days', '诉讼法 第八十五条'],
    'appeal-ruling': ['10 days', '诉讼法 第八十五条'],
    'appeal-answer': ['15 days', '诉讼法 第八十六条'],
    'judgment-on-appeal': ['3 months', '诉讼法 第八十八条'],
    'simplified-judgment': ['45 days', '诉讼法 第八十三条'],
  } as const
  const found = Object.entries(REMEDY_PERIODS).map(([id, { length, unit, basis }]) => [
    id,
    [`${length} ${unit}`, citationText(basis)],
  ])
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(PERIODS).map(([id, [length, short]]) => [id, [length, full(short)]])),
  )
})

describe('结果 and 进展 stand on their articles', () => {
  test('of a reconsideration', () => {
    expect(articles(REVIEW_RESULTS)).toEqual(
      written({
        upheld: '复议法 第六十八条',
        'claim-rejected': '复议法 第六十九条',
        changed: '复议法 第六十三条',
        revoked: '复议法 第六十四条',
        unlawful: '复议法 第六十五条',
        'performance-ordered': '复议法 第六十六条',
        void: '复议法 第六十七条',
        'not-accepted': '复议法 第三十条第二款',
        'application-rejected': '复议法 第三十三条',
        ended: '复议法 第四十一条',
        mediated: '复议法 第七十三条',
        settled: '复议法 第七十四条',
      }),
    )
  })
  test('of a lawsuit', () => {
    expect(articles(LITIGATION_RESULTS)).toEqual(
      written({
        'claim-rejected': '诉讼法 第六十九条',
        revoked: '诉讼法 第七十条',
        'performance-ordered': '诉讼法 第七十二条',
        'payment-ordered': '诉讼法 第七十三条',
        unlawful: '诉讼法 第七十四条',
        void: '诉讼法 第七十五条',
        changed: '诉讼法 第七十七条',
        'not-filed': '诉讼法 第五十一条第二款',
        'suit-rejected': '诉讼解释 第六十九条',
        withdrawn: '诉讼法 第六十二条',
        ended: '诉讼解释 第八十八条',
      }),
    )
  })
  test('of what happens between', () => {
    const both = Object.entries(DISPUTE_STEPS).map(([id, { review, suit }]) => [
      id,
      [citationText(review), citationText(suit)],
    ])
    // biome-ignore format: a table
    expect(Object.fromEntries(both)).toEqual({
      answered: [full('复议法 第四十八条'), full('诉讼法 第六十七条第一款')],
      heard: [full('复议法 第四十九条'), full('诉讼法 第五十四条')],
      suspended: [full('复议法 第三十九条'), full('诉讼解释 第八十七条')],
      resumed: [full('复议法 第三十九条'), full('诉讼解释 第八十七条')],
      extended: [full('复议法 第六十二条第一款'), full('诉讼法 第八十一条')],
      'document-received': [full('诉讼法 第四十五条'), full('诉讼法 第八十五条')],
      performed: [full('复议法 第七十七条'), full('诉讼法 第九十四条')],
      other: [full('复议法 第三十六条'), full('诉讼法 第一百零一条')],
    })
  })
  test('of the steps that may have failed', () => {
    const { service, ...others } = articles(FAILED_STEPS)
    expect(service).toContain('政府信息公开')
    expect(others).toEqual(
      written({
        receipt: '公开条例 第三十一条',
        correction: '公开条例 第三十条',
        search: '公开条例 第三十六条第（四）项',
        consultation: '公开条例 第三十二条',
        ground: '公开条例 第三十六条第（三）项',
        separation: '公开条例 第三十七条',
        deadline: '公开条例 第三十三条',
        letter: '公开条例 第三十六条',
        other: '公开条例 第五十一条',
      }),
    )
  })
  test('of the burden of proof', () => {
    expect(BURDEN_OF_PROOF.map(citationText)).toEqual([
      full('诉讼法 第三十四条'),
      full('诉讼法 第六十七条第一款'),
      full('复议法 第四十四条第一款'),
    ])
  })
})

describe('复议机关 by the article of its kind', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [AgencyKind, string, string])[] = [
    // kind                      from 2024                     before
    ['local-department',         '复议法 第二十四条第一款',    '复议法2017 第十二条第一款'],
    ['local-government',         '复议法 第二十四条第一款',    '复议法2017 第十三条第一款'],
    ['provincial-government',    '复议法 第二十四条第二款',    '复议法2017 第十四条'],
    ['dispatched-office',        '复议法 第二十四条第一款',    '复议法2017 第十五条第（一）项'],
    ['department-branch',        '复议法 第二十四条第四款',    '复议法2017 第十五条第（二）项'],
    ['authorised-organisation',  '复议法 第二十四条第一款',    '复议法2017 第十五条第（三）项'],
    ['state-council-department', '复议法 第二十五条第（一）项', '复议法2017 第十四条'],
    ['vertical-agency',          '复议法 第二十七条',          '复议法2017 第十二条第二款'],
    ['justice-department',       '复议法 第二十八条',          '复议法2017 第十二条第一款'],
  ]
  test.each(CASES)('%s', (kind, now, before) => {
    const agency = { name: '甲', kind, government: '乙', higherGovernment: '丙', higherDepartment: '丁' }
    const basis = (on: string) => reconsiderationOrgans(agency, parsePlainDate(on))[0]?.basis
    const text = (on: string) => {
      const found = basis(on)
      return found === undefined ? '' : citationText(found)
    }
    expect(text('2024-01-01')).toBe(full(now))
    expect(text('2023-12-31')).toBe(full(before))
  })
  test('a name of blanks is no name', () => {
    const agency = { name: '甲', kind: 'local-department', government: ' ' } as const
    expect(reconsiderationOrgans(agency, parsePlainDate('2024-01-01'))).toEqual([])
  })
})

describe('救济告知 and what does not fit', () => {
  const agency = { name: '甲局', kind: 'local-department', government: '乙市人民政府' } as const
  const file: RemedyCase = {
    outcome: 'grant-provided',
    decidedOn: parsePlainDate('2024-06-03'),
    agency,
    court: '丙法院',
  }
  const basis = (change: Partial<RemedyCase>) => {
    const ruling = remedyClause({ ...file, ...change })
    return ruling.granted ? ruling.value.basis.map(citationText) : [citationText(ruling.refusal.basis)]
  }

  test('the choice stands on both laws, before 2024 on the law of then', () => {
    expect(basis({})).toEqual([
      full('复议法 第二十条第一款'),
      full('诉讼法 第四十六条第一款'),
      full('复议法 第二十四条第一款'),
    ])
    expect(basis({ decidedOn: parsePlainDate('2023-12-31') })).toEqual([
      full('复议法2017 第九条第一款'),
      full('诉讼法 第四十六条第一款'),
      full('复议法2017 第十二条第一款'),
    ])
  })
  test('so do the refusals to print a clause', () => {
    expect(basis({ agency: { name: '甲局', kind: 'local-department' } })).toEqual([full('复议法 第二十四条')])
    expect(basis({ electronic: true })).toEqual([full('复议法 第二十二条第二款')])
  })
  test('doubts name the article, and a review of another kind of case settles none', () => {
    const suit: Dispute = {
      id: '2',
      block: 'litigation_after_review',
      filedOn: parsePlainDate('2025-09-18'),
      concludedOn: null,
      outcome: null,
      role: 'original',
      requestId: 'r1',
      copyReceivedOn: null,
      acceptedOn: null,
      procedure: 'ordinary',
    }
    const settings = { partialRemedy: 'reconsideration-first' } as const
    const doubts = (
      dispute: Dispute,
      others: readonly Dispute[],
      reply: Parameters<typeof disputeDoubts>[2],
    ) => disputeDoubts(dispute, others, reply, settings).map(({ code, basis }) => [code, citationText(basis)])
    const denied = { outcome: 'deny-process', decidedOn: parsePlainDate('2025-09-01') } as const
    const missing = [['review-missing', full('诉讼法 第四十五条')]]
    expect(doubts(suit, [{ ...suit, block: 'litigation_direct' }], null)).toEqual(missing)
    expect(
      doubts({ ...suit, requestId: null }, [{ ...suit, block: 'review', requestId: null }], null),
    ).toEqual(missing)
    expect(doubts({ ...suit, block: 'litigation_direct' }, [], denied)).toEqual([
      ['reconsideration-first', full('复议法 第二十三条第一款第（四）项')],
    ])
    expect(doubts({ ...suit, block: 'review' }, [], denied)).toEqual([])
    expect(doubts({ ...suit, block: 'litigation_direct' }, [], null)).toEqual([])
  })
})
