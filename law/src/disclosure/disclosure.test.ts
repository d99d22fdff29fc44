import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { citationText } from '../citation.ts'
import { OUTCOMES } from '../decision/outcome.ts'
import { parsePlainDate } from '../plain-date.ts'
import { DEADLINE_RULES, publishDue, publishReminders } from './deadline-rule.ts'
import { EXEMPTIONS, type ExemptionCode, PUBLISHING_EXEMPTIONS } from './exemption.ts'
import { genreOfTitle } from './genre.ts'
import {
  checkIndexNumber,
  indexNumberForm,
  indexNumberText,
  parseIndexNumber,
  repairIndexNumber,
} from './index-number.ts'
import { KEY_AREAS } from './key-area.ts'
import { LEGAL_ITEMS, legalItemsFor } from './legal-item.ts'
import { metaTagFaults, requiredMetaTags } from './meta-tag.ts'
import { GUIDE_FIELDS, platformColumns } from './platform.ts'
import { nextReviewOn, reReviewCauses } from './re-review.ts'
import { mayPublish, responsibleOrgan } from './responsible-organ.ts'
import {
  judgeSecrecyReview,
  SECRECY_QUESTIONS,
  type SecrecyAnswer,
  type SecrecyQuestion,
} from './secrecy-review.ts'
import { type DocumentRelation, expiryAlarmOn, relationCircle, validityOn } from './validity.ts'

const on = parsePlainDate

describe('what must be published, and when', () => {
  test('第二十条 has fifteen items, 第二十一条 seven for city and county, eight for townships', () => {
    expect(Object.keys(LEGAL_ITEMS)).toHaveLength(30)
    expect(legalItemsFor('city-county')).toHaveLength(22)
    expect(legalItemsFor('town')).toHaveLength(23)
    expect(citationText(LEGAL_ITEMS.A20_15.basis)).toBe(
      '《中华人民共和国政府信息公开条例》第二十条第（十五）项',
    )
  })

  // Worked out from the 2019 notice: 10月1日至7日放假, 9月29日 and 10月12日 worked.
  // biome-ignore format: a table
  const DUE = [
    ['general',         '2019-09-27', '2019-10-30'],
    ['licence-penalty', '2019-09-27', '2019-10-12'],
    ['interpretation',  '2019-09-27', '2019-10-08'],
    ['budget',          '2024-03-01', '2024-03-21'],
    ['annual-report',   '2024-12-31', '2025-01-31'],
    ['annual-report-of-government', '2024-12-31', '2025-03-31'],
  ] as const
  test.each(DUE)('%s from %s is due on %s', (rule, base, dueOn) => {
    expect(publishDue(DEADLINE_RULES[rule], on(base), NATIONAL_CALENDAR)).toEqual({
      dueOn,
      provisional: false,
    })
  })

  test('a limit past the last holiday notice is 暂定', () => {
    expect(publishDue(DEADLINE_RULES.general, on('2035-06-01'), NATIONAL_CALENDAR).provisional).toBe(true)
  })

  test('reminders at half and four fifths of 20 working days', () => {
    expect(publishReminders(on('2024-03-01'), on('2024-03-29'), NATIONAL_CALENDAR)).toEqual([
      '2024-03-15',
      '2024-03-25',
    ])
  })

  test('the eight key areas name items that exist', () => {
    expect(Object.values(KEY_AREAS).map(({ label }) => label)).toEqual([
      '行政权力清单',
      '财政资金和公共资源配置',
      '重大建设项目',
      '公共服务',
      '环境保护',
      '食品药品安全',
      '安全生产',
      '就业创业',
    ])
  })
})

describe('what is not published', () => {
  test('each ground is the ground of an outcome, in the words of the report', () => {
    for (const code of Object.keys(EXEMPTIONS) as ExemptionCode[]) {
      const { label, outcome } = EXEMPTIONS[code]
      expect(OUTCOMES[outcome].label).toBe(`不予公开（${label}）`)
    }
    expect(PUBLISHING_EXEMPTIONS).not.toContain('statutory-query')
  })

  test('withheld items are looked at again after a year, or when something changes', () => {
    const facts = {
      attribute: 'withheld',
      reviewedOn: on('2023-05-06'),
      applications: 0,
      basisRepealed: false,
      publishedElsewhere: false,
    } as const
    expect(nextReviewOn(facts)).toBe('2024-05-06')
    expect(reReviewCauses(facts, on('2024-05-05'))).toEqual([])
    expect(reReviewCauses(facts, on('2024-05-06'))).toEqual(['due'])
    expect(reReviewCauses({ ...facts, applications: 3, basisRepealed: true }, on('2023-06-01'))).toEqual([
      'asked-again',
      'basis-repealed',
    ])
    expect(reReviewCauses({ ...facts, attribute: 'proactive' }, on('2030-01-01'))).toEqual([])
  })
})

describe('保密审查', () => {
  const questions = Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]
  function review(
    answers: Partial<Record<SecrecyQuestion, SecrecyAnswer>>,
    opinion: 'disclose' | 'withhold' | 'refer' | 'disclose-after-separation',
    reason = '',
  ) {
    const all = Object.fromEntries(questions.map((question) => [question, { answer: 'no' }])) as Record<
      SecrecyQuestion,
      SecrecyAnswer
    >
    const ruling = judgeSecrecyReview({ answers: { ...all, ...answers }, opinion, reason })
    return ruling.granted ? ruling.value : ruling.refusal.code
  }

  // biome-ignore format: a table
  const CASES = [
    ['all no',                                  {},                                                              'disclose',                  '',           'disclose'],
    ['a secret mark bars it',                   { 'secret-mark': { answer: 'yes' } },                            'disclose',                  '',           'must-not-disclose'],
    ['a settled yes does not lift a bar',       { aggregation: { answer: 'yes', settled: '已说明' } },           'disclose',                  '',           'must-not-disclose'],
    ['privacy, not dealt with',                 { privacy: { answer: 'yes' } },                                  'disclose',                  '',           'not-settled'],
    ['privacy, masked',                         { privacy: { answer: 'yes', settled: '已遮盖证件号码' } },       'disclose-after-separation', '含个人信息', 'disclose-after-separation'],
    ['separation without a reason',             { privacy: { answer: 'yes', settled: '已遮盖证件号码' } },       'disclose-after-separation', '',           'reason-missing'],
    ['doubt goes to the competent department',  { 'secret-scope': { answer: 'unsure' } },                        'disclose',                  '',           'unsure'],
    ['doubt referred',                          { 'secret-scope': { answer: 'unsure' } },                        'refer',                     '拿不准',     'refer'],
    ['withheld',                                { 'work-secret': { answer: 'yes' } },                            'withhold',                  '工作秘密',   'withhold'],
  ] as const
  test.each(CASES)('%s', (_case, answers, opinion, reason, result) => {
    expect(review(answers, opinion, reason)).toBe(result)
  })

  test('an unanswered question is no answer', () => {
    expect(judgeSecrecyReview({ answers: {}, opinion: 'disclose', reason: '' })).toMatchObject({
      granted: false,
      refusal: { code: 'review-incomplete' },
    })
  })
})

describe('documents', () => {
  const relation = (
    from: string,
    kind: DocumentRelation['kind'],
    to: string,
    day = '2021-01-01',
  ): DocumentRelation => ({
    from,
    to,
    kind,
    effectiveOn: on(day),
  })

  test('validity on a day follows the mark from its day, and the stated validity where nobody marked it', () => {
    const read = (mark: Partial<Parameters<typeof validityOn>[0]>, day: string) =>
      validityOn(
        { validity: 'in-force', validityChangedOn: null, expiresOn: on('2024-12-31'), ...mark },
        on(day),
      )
    expect(read({}, '2024-12-31')).toBe('in-force')
    expect(read({}, '2025-01-01')).toBe('expired')
    const amended = { validity: 'amended', validityChangedOn: on('2022-03-01') } as const
    expect(read(amended, '2022-02-28')).toBe('in-force')
    expect(read(amended, '2022-03-01')).toBe('amended')
    expect(read(amended, '2025-01-01')).toBe('expired')
    expect(read({ validity: 'repealed', validityChangedOn: on('2025-06-01') }, '2025-06-01')).toBe('repealed')
    expect(expiryAlarmOn(on('2024-12-31'))).toBe('2024-10-02')
  })

  test('documents never change each other in a circle', () => {
    expect(
      relationCircle([
        relation('b', 'amends', 'a'),
        relation('c', 'replaces', 'b'),
        relation('c', 'repeals', 'a'),
      ]),
    ).toEqual([])
    expect(relationCircle([relation('b', 'amends', 'a'), relation('a', 'repeals', 'b')])).toEqual(['b', 'a'])
    expect(relationCircle([relation('a', 'interprets', 'b'), relation('b', 'interprets', 'a')])).toEqual([])
  })

  test.each([
    ['关于加强市容管理的通知', 'circular'],
    ['市容管理办法（试行）', 'measures'],
    ['第五次局务会议纪要', 'minutes'],
    ['2024年部门预算', 'budget'],
    ['市长在大会上的讲话', null],
  ])('%s is %s', (title, genre) => {
    expect(genreOfTitle(title)).toBe(genre)
  })

  test('索引号 carries the code of its own organ', () => {
    const organ = '11440100MB2C00001X'
    expect(indexNumberText(organ, 2024, 31)).toBe('11440100MB2C00001X/2024-00031')
    expect(parseIndexNumber('113417020032563511/202504-00057')).toEqual({
      organ: '113417020032563511',
      year: 2025,
      month: 4,
      serial: 57,
    })
    expect(checkIndexNumber('11440100MB2C00001X/2024-00031', organ).granted).toBe(true)
    expect(checkIndexNumber('000014349/2017-00110', organ)).toMatchObject({
      granted: false,
      refusal: { code: 'index-number-of-another-organ' },
    })
    expect(checkIndexNumber('01527918X-2020-153077', organ).granted).toBe(true)
    expect(checkIndexNumber('S0001-0205-2017-00058', organ).granted).toBe(true)
    expect(checkIndexNumber('无', organ)).toMatchObject({
      granted: false,
      refusal: { code: 'index-number-malformed' },
    })
  })
})

describe('索引号 written by others, or damaged', () => {
  test.each([
    ['000014349/2017-00110', 'own'],
    ['008282882/2025-00086', 'own'],
    ['11441700007280420Y/2021-00050', 'own'],
    ['113417020032563511/202504-00057', 'own'],
    ['01527918X-2020-153077', 'code-year-serial'],
    ['S0001-0205-2017-00058', 'unit-category-year-serial'],
    ['330201-013-01-A-20240301-00012', 'joined-parts'],
    ['530102000100020200012', 'digits-21'],
    ['2017年第3号', undefined],
  ])('%s is %s', (text, form) => {
    expect(indexNumberForm(text)).toBe(form)
  })

  test.each([
    ['索引号：000014349／2017-00110', '000014349/2017-00110'],
    ['０００014349/2017－00110', '000014349/2017-00110'],
    ['000014349/2017—110', '000014349/2017-00110'],
    ['000014349 / 2017 - 00110', '000014349/2017-00110'],
    ['11441700007280420y/2021-50', '11441700007280420Y/2021-00050'],
    ['1144170000728O420Y/2021-00050', '11441700007280420Y/2021-00050'],
    ['11441700007280420Y-2021-00050', '11441700007280420Y/2021-00050'],
    ['01527918X-2020-153077', '01527918X-2020-153077'],
    ['000014349/17-110', null],
    ['', null],
  ])('%s is repaired to %s', (damaged, repaired) => {
    const ruling = repairIndexNumber(damaged)
    expect(ruling.granted ? ruling.value : null).toBe(repaired)
  })
})

describe('谁公开 (条例 第十条)', () => {
  test('the maker, the keeper, the first organ, the leading organ', () => {
    const of = (ruling: ReturnType<typeof responsibleOrgan>) =>
      ruling.granted ? ruling.value : ruling.refusal.code
    expect(of(responsibleOrgan({ kind: 'made', by: '甲局' }))).toBe('甲局')
    expect(of(responsibleOrgan({ kind: 'obtained-from-public', keptBy: '乙局' }))).toBe('乙局')
    expect(of(responsibleOrgan({ kind: 'made-jointly', lead: '丙局', coIssuers: ['丁局'] }))).toBe('丙局')
    expect(of(responsibleOrgan({ kind: 'made-jointly', lead: null, coIssuers: ['丁局'] }))).toBe(
      'lead-organ-unknown',
    )
    expect(of(mayPublish({ kind: 'obtained-from-organ', maker: '戊局' }, '甲局'))).toBe(
      'another-organ-publishes',
    )
    expect(of(mayPublish({ kind: 'made', by: '甲局' }, '甲局'))).toBe('甲局')
  })
})

describe('the platform and its pages', () => {
  test('four columns in order, 依申请公开 as the fifth', () => {
    const labels = ['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报']
    const shown = (applyEntry: boolean) => platformColumns(applyEntry).map(({ label }) => label)
    expect(shown(false)).toEqual(labels)
    expect(shown(true)).toEqual([...labels, '依申请公开'])
    expect(GUIDE_FIELDS).toHaveLength(9)
  })

  test('3, 7 and 10 required tags', () => {
    expect((['home', 'column', 'content'] as const).map((page) => requiredMetaTags(page).length)).toEqual([
      3, 7, 10,
    ])
  })

  test('the mistakes that real sites make', () => {
    const right = [
      ['SiteName', '某某区管委会'],
      ['SiteDomain', 'www.example.gov.cn'],
      ['SiteIDCode', '4113000000'],
      ['ColumnName', '行政规范性文件'],
      ['ColumnDescription', '集中公开'],
      ['ColumnKeywords', '规范性文件'],
      ['ColumnType', '政策文件'],
      ['ArticleTitle', '关于加强管理的通知'],
      ['PubDate', '2019-10-30 09:05'],
      ['ContentSource', '某某区管委会'],
    ] as const
    const change = (tag: string, content: string) =>
      right.map(([name, value]) => [name, name === tag ? content : value] as const)
    expect(metaTagFaults('content', right)).toEqual([])
    expect(metaTagFaults('content', change('SiteDomain', 'http://www.example.gov.cn/'))).toEqual([
      'SiteDomain应当只写域名，不带协议和斜杠',
    ])
    expect(metaTagFaults('content', change('PubDate', '2019-10-30 9:05'))).toEqual([
      'PubDate应当写作YYYY-MM-DD HH:MM，24小时制',
    ])
    expect(metaTagFaults('content', change('ColumnType', '行政规范性文件'))).toEqual([
      'ColumnType应当填栏目类别，不是栏目名称',
    ])
    expect(metaTagFaults('content', change('SiteName', ''))).toEqual(['标签SiteName内容为空'])
    expect(metaTagFaults('content', right.slice(1))).toEqual(['缺少网站名称标签SiteName'])
    expect(metaTagFaults('content', [...right, ['SiteName', '另一名称']])).toEqual(['标签SiteName重复'])
  })
})
