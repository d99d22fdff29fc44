import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../../plain-date.ts'
import { deadlineBaseDay } from './base-day.ts'
import { CONTENT_FORMS, type ContentForm, formFields } from './content-form.ts'
import { formFaults } from './form-faults.ts'
import { formData, formText, shownFields } from './form-text.ts'
import { isMaskedName, maskedName } from './masked-name.ts'
import { tidyForm } from './tidy-form.ts'

const PENALTY: ContentForm = {
  partyName: '示例市某某食品有限公司',
  partyKind: '法人及非法人组织',
  partyCode: '11441700007280420Y',
  decisionNumber: '示市监罚〔2024〕7号',
  violation: '经营标签不符合规定的食品',
  facts: '2024年8月12日检查发现货架上的12袋米粉没有标明生产日期。',
  legalBasis: '《中华人民共和国食品安全法》第一百二十五条第一款第二项',
  penaltyKind: '罚款',
  content: '罚款5000元。',
  fine: '0.5',
  decidedOn: '2024-09-30',
  organ: '示例市市场监督管理局',
}

describe('内容表单', () => {
  test('the names of the data are plain words, and no kind asks for the same label twice', () => {
    for (const kind of Object.keys(CONTENT_FORMS) as (keyof typeof CONTENT_FORMS)[]) {
      const fields = formFields(kind)
      expect(fields.map(([name]) => name).filter((name) => !/^[a-z][A-Za-z]*$/.test(name))).toEqual([])
      expect(new Set(fields.map(([, { label }]) => label)).size).toBe(fields.length)
    }
  })

  test('keeps what belongs to the kind, puts numbers and codes right, and leaves out what is empty', () => {
    const given = {
      partyName: '  示例市某某食品有限公司 ',
      partyCode: '1144 170000728０420ｙ',
      fine: '１，２００.５',
      facts: '一、无照经营。\r\n\r\n\r\n二、拒不改正。 ',
      certificate: '   ',
      fiscalYear: '2026',
    }
    expect(tidyForm('penalty', given)).toEqual({
      partyName: '示例市某某食品有限公司',
      partyCode: '11441700007280420Y',
      facts: '一、无照经营。\n\n二、拒不改正。',
      fine: '1200.5',
    })
    expect(tidyForm('budget', { fiscalYear: ' 2026年 ', tables: [{ item: ' ', amount: '' }] })).toEqual({
      fiscalYear: '2026',
    })
    expect(tidyForm('interpretation', { covers: ['主要内容', '没有这一项', '背景依据'] })).toEqual({
      covers: ['背景依据', '主要内容'],
    })
  })

  test('asks for what is missing, by the words on the form', () => {
    const { decisionNumber: _number, ...lacking } = PENALTY
    expect(formFaults('penalty', lacking)).toEqual({ decisionNumber: '请填写行政处罚决定书文号' })
    expect(formFaults('system', {})).toEqual({})
    expect(
      formFaults('fee', { edition: '2026年', fees: [{ name: '耕地开垦费', feeStandard: '每亩' }] }),
    ).toEqual({ fees: '收费项目第1行：请填写收费依据' })
  })

  // biome-ignore format: a table
  test.each([
    // what                                field        value          sentence
    ['a day that does not exist',          'decidedOn', '2024-02-30',  '处罚决定日期应当是日期，例如2026-09-30'],
    ['an amount with five decimals',       'fine',      '0.00005',     '罚款金额（万元）应当是以万元为单位的数字，最多四位小数'],
    ['a choice that is none',              'penaltyKind', '批评教育',  '请重新选择处罚类别'],
    ['a code that is none',                'partyCode', '9141130',     '统一社会信用代码不正确，请核对这18位'],
    ['an end before the decision',         'shownUntil', '2024-09-29', '公示截止期的先后不对，请核对'],
  ])('%s', (_what, field, value, sentence) => {
    expect(formFaults('penalty', { ...PENALTY, [field]: value })).toEqual({ [field]: sentence })
  })

  test('a natural person is not named in full, and has neither code nor representative', () => {
    const { partyCode: _code, ...rest } = PENALTY
    const person = { ...rest, partyKind: '自然人', partyName: '王建国' }
    expect(formFaults('penalty', person)).toEqual({ partyName: '自然人的姓名应当隐去，写作“王某某”' })
    expect(formFaults('penalty', { ...person, partyName: '王某某' })).toEqual({})
    expect(formFaults('penalty', { ...person, partyName: '王某', legalRepresentative: '王建国' })).toEqual({
      legalRepresentative: '自然人没有法定代表人',
    })
    expect(formFaults('penalty', { ...PENALTY, partyCode: '' })).toEqual({
      partyCode: '请填写行政相对人的统一社会信用代码',
    })
  })

  test('隐名', () => {
    expect(['张三丰', '李明', '欧阳明', '欧阳振华'].map(maskedName)).toEqual([
      '张某某',
      '李某',
      '欧阳某',
      '欧阳某某',
    ])
    expect(['张某某', '李*', '王×明', '张三丰'].map(isMaskedName)).toEqual([true, true, true, false])
  })

  test('leaders and office heads are named in full', () => {
    const leaders = [{ name: '郑国栋', office: '管委会主任', duties: '主持全面工作。' }]
    expect(formFaults('leaders', { leaders })).toEqual({})
  })

  test('shows what is filled in and not internal, with days in words', () => {
    const form = {
      interpretationPlannedOn: '2024-10-08',
      promulgatedOn: '2008-06-01',
      promulgatedBy: '令第5号',
    }
    expect(shownFields('regulation', form)).toEqual([
      { name: 'promulgatedOn', label: '公布日期', text: '2008年6月1日', table: null },
      { name: 'promulgatedBy', label: '公布的文件', text: '令第5号', table: null },
    ])
  })

  test('a table shows only columns that a row uses, and its words can be searched', () => {
    const form = {
      edition: '2026年',
      fees: [
        { name: '耕地开垦费', feeBasis: '《土地管理法》', feeStandard: '每平方米12元', collector: '国土局' },
      ],
    }
    expect(shownFields('fee', form)[1]?.table?.head.map(({ label }) => label)).toEqual([
      '收费项目',
      '收费依据',
      '收费标准',
      '执收单位',
    ])
    expect(formText('fee', form)).toBe(
      '目录年度：2026年\n收费项目\n耕地开垦费 《土地管理法》 每平方米12元 国土局',
    )
  })

  test('numbers are numbers in the data; what is internal is not there', () => {
    expect(formData('penalty', { ...PENALTY })).toMatchObject({ fine: 0.5, decidedOn: '2024-09-30' })
    expect(formData('normative', { interpretationExemption: '清理结果' })).toEqual({})
    expect(
      formData('statistics', {
        period: '2025年',
        indicators: [{ name: '常住人口', value: '9.8', unit: '万人' }],
      }),
    ).toEqual({ period: '2025年', indicators: [{ name: '常住人口', value: 9.8, unit: '万人' }] })
  })

  test('the limit runs from decision or approval where the form has the day', () => {
    const written = parsePlainDate('2024-10-08')
    expect(deadlineBaseDay('penalty', PENALTY, written)).toBe('2024-09-30')
    expect(deadlineBaseDay('budget', { approvedOn: '2024-02-06' }, written)).toBe('2024-02-06')
    expect(deadlineBaseDay('penalty', {}, written)).toBe('2024-10-08')
    expect(deadlineBaseDay('plan', { approvedOn: '2024-02-06' }, written)).toBe('2024-10-08')
  })
})
