import { describe, expect, test } from 'vitest'
import type { ContentKind } from '../content-kind.ts'
import type { ContentForm, FormValue } from './content-form.ts'
import { formFaults } from './form-faults.ts'

/** The fault of one field; `null` where there is none. What else is missing in so short a form does not matter here. */
const fault = (kind: ContentKind, name: string, form: ContentForm) => formFaults(kind, form)[name] ?? null
const inField = (kind: ContentKind, name: string, value: FormValue) => fault(kind, name, { [name]: value })

describe('内容表单的填写', () => {
  test.each<[kind: ContentKind, field: string, value: FormValue, fault: string | null]>([
    ['penalty', 'decidedOn', '2024-09-30', null],
    ['penalty', 'decidedOn', '2024年9月30日', '处罚决定日期应当是日期，例如2026-09-30'],
    ['penalty', 'decidedOn', '2024-02-30', '处罚决定日期应当是日期，例如2026-09-30'],
    ['budget', 'fiscalYear', '2024', null],
    ['budget', 'fiscalYear', '1999', null],
    ['budget', 'fiscalYear', '24', '预算年度应当是四位的年份'],
    ['budget', 'fiscalYear', '2024年', '预算年度应当是四位的年份'],
    ['budget', 'income', '-12.3456', null],
    ['budget', 'income', '12', null],
    ['budget', 'income', '12.34567', '收入合计（万元）应当是以万元为单位的数字，最多四位小数'],
    ['budget', 'income', '约12', '收入合计（万元）应当是以万元为单位的数字，最多四位小数'],
    ['supervision', 'checked', '12.5', null],
    ['supervision', 'checked', '12批', '检查对象（批次）数应当是数字'],
    ['budget', 'budgetKind', '部门决算', null],
    ['budget', 'budgetKind', '决算', '请重新选择类别'],
    ['penalty', 'organ', '', '请填写处罚机关'],
    ['penalty', 'fine', '', null],
  ])('%s.%s = %j: %s', (kind, field, value, expected) => {
    expect(inField(kind, field, value)).toBe(expected)
  })

  test('a row says which it is, and the first of its faults', () => {
    const fees = [
      { name: '耕地开垦费', feeBasis: '《土地管理法》第三十条', feeStandard: '每亩', collector: '示例局' },
      {
        name: '耕地开垦费',
        feeBasis: '《土地管理法》第三十条',
        feeStandard: '每亩',
        management: '缴入小金库',
      },
    ]
    expect(inField('fee', 'fees', fees)).toBe('收费项目第2行：请填写执收单位')
    expect(inField('fee', 'fees', fees.slice(0, 1))).toBeNull()
    expect(inField('fee', 'fees', [])).toBe('请填写收费项目')
    expect(inField('fee', 'fees', [{ ...fees[0], management: '缴入小金库' }])).toBe(
      '收费项目第1行：请重新选择资金管理方式',
    )
  })
})

describe('表单各项之间', () => {
  test('dates stand in their order', () => {
    const licence = { validFrom: '2024-09-01', validUntil: '2024-08-31' }
    expect(fault('licence', 'validUntil', licence)).toBe('有效期的先后不对，请核对')
    expect(fault('licence', 'validUntil', { ...licence, validUntil: '2024-09-01' })).toBeNull()
    expect(fault('licence', 'validUntil', { validUntil: '2024-08-31' })).toBeNull()
    const penalty = { decidedOn: '2024-09-30', shownUntil: '2024-09-29' }
    expect(fault('penalty', 'shownUntil', penalty)).toBe('公示截止期的先后不对，请核对')
    const project = { startOn: '2025-03-01', finishOn: '2024-12-31' }
    expect(fault('project', 'finishOn', project)).toBe('竣工日期的先后不对，请核对')
    const applying = { applyFrom: '2024-05-10', applyUntil: '2024-05-01' }
    expect(fault('recruitment', 'applyUntil', applying)).toBe('报名时间的先后不对，请核对')
  })

  test('an inspection does not begin after it ended', () => {
    const from = (day: string) => fault('supervision', 'from', { from: day, decidedOn: '2024-06-30' })
    expect(from('2024-07-01')).toBe('检查开始日期晚于完成日期，请核对')
    expect(from('2024-06-30')).toBeNull()
    expect(fault('supervision', 'from', { from: '2024-07-01' })).toBeNull()
  })

  test('a recruitment names its posts, and later its results', () => {
    expect(fault('recruitment', 'posts', { stage: '招考公告' })).toBe('招考公告应当写明职位、名额和报考条件')
    expect(fault('recruitment', 'posts', { stage: '成绩公布' })).toBeNull()
    expect(fault('recruitment', 'results', { stage: '录用公示' })).toBe('录用公示应当写明录用结果')
    expect(fault('recruitment', 'results', { stage: '招考公告' })).toBeNull()
    const posts = [{ post: '综合岗', number: '2', conditions: '本科以上学历' }]
    expect(fault('recruitment', 'posts', { stage: '招考公告', posts })).toBeNull()
  })

  test('a warning has its colour, and a budget was approved about its year', () => {
    expect(fault('emergency', 'warning', { stage: '预警信息' })).toBe('预警信息应当写明预警颜色')
    expect(fault('emergency', 'warning', { stage: '预警信息', warning: '黄色' })).toBeNull()
    expect(fault('emergency', 'warning', { stage: '应急预案' })).toBeNull()
    const approved = (approvedOn: string) => fault('budget', 'approvedOn', { fiscalYear: '2024', approvedOn })
    expect(approved('2021-12-31')).toBe('批准日期与预算年度相差过大，请核对')
    expect(approved('2022-01-20')).toBeNull()
    expect(approved('2026-02-01')).toBeNull()
    expect(approved('2027-01-01')).toBe('批准日期与预算年度相差过大，请核对')
  })

  test('a natural person has no credit code and no representative; everybody else has a code', () => {
    const person = { partyKind: '自然人', partyName: '张某某', partyCode: '91411300MA00000000' }
    expect(fault('licence', 'partyCode', person)).toBe('自然人不填统一社会信用代码和证件号码')
    expect(fault('licence', 'partyName', person)).toBeNull()
    expect(fault('licence', 'partyName', { ...person, partyName: '欧阳明明' })).toBe(
      '自然人的姓名应当隐去，写作“欧阳某某”',
    )
    expect(fault('licence', 'legalRepresentative', { ...person, legalRepresentative: '李某' })).toBe(
      '自然人没有法定代表人',
    )
    expect(fault('licence', 'partyCode', { partyKind: '法人及非法人组织' })).toBe(
      '请填写行政相对人的统一社会信用代码',
    )
  })
})
