import { parsePlainDate } from '@mingfu/law'
import { describe, expect, test } from 'vitest'
import { content } from '../../testing/a-document.ts'
import { type Circumstances, submissionFaults } from './submission-faults.ts'

const TODAY = parsePlainDate('2026-06-15')
const faults = (what: Parameters<typeof content>[1], attachments = 0, more: Circumstances = {}) =>
  submissionFaults(content('11111111-1111-7111-8111-111111111111', what), attachments, TODAY, more)

test('a whole document has none', () => {
  expect(faults({})).toEqual({})
})

test('the mark printed in the text has to say what the attribute is', () => {
  const html = '<p>特此通知。</p><p>（此件不予公开）</p>'
  expect(faults({ html })).toEqual({
    attribute: '正文印有“此件不予公开”，而公开属性是“主动公开”，应当印“（此件公开发布）”，请核对',
  })
  expect(
    faults({
      html,
      attribute: 'withheld',
      attributeReason: '属于内部事务信息',
      exemption: 'internal-affairs',
    }),
  ).toEqual({})
})

test('attachments that the text names have to be there', () => {
  const html = '<p>见附件1和附件2。</p>'
  expect(faults({ html }, 1)).toEqual({ html: '正文提到附件2，没有上传，请上传或者修改正文' })
  expect(faults({ html }, 2)).toEqual({})
})

test('a damaged number is told as it should be', () => {
  expect(faults({ documentNumber: '鸭管[2026]02号' })).toEqual({
    documentNumber: '发文字号的写法应当是“鸭管〔2026〕2号”',
  })
  expect(faults({ documentNumber: '通知' })).toEqual({
    documentNumber: '发文字号不规范，请按“机关代字〔年份〕序号号”的样式填写',
  })
})

describe('what stands in the way, field by field', () => {
  const day = parsePlainDate
  const penalties = { title: '行政规范性文件', kinds: ['normative'] } as const
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, Parameters<typeof content>[1], Readonly<Record<string, string>>, Circumstances?])[] = [
    ['no title',                         { title: '' },                                                        { title: '请填写标题' }],
    ['no issuer',                        { issuer: '' },                                                       { issuer: '请填写发布机构的全称' }],
    ['no column',                        { nodeId: null },                                                     { nodeId: '请选择目录栏目' }],
    ['no summary',                       { summary: '' },                                                      { summary: '请填写内容概述，目录应当列明内容概述' }],
    ['a shortened title',                { title: '关于加强……的通知' },                                        { title: '标题应当完整，不能用省略号代替' }],
    ['another kind than the column',     { kind: 'announcement', form: {} },                                   { nodeId: '“行政规范性文件”栏目只放行政规范性文件，“公告公示”请另选栏目' }, { column: penalties }],
    ['written tomorrow',                 { writtenOn: day('2026-06-16') },                                     { writtenOn: '成文日期不能晚于今天，请核对' }],
    ['in force before it was written',   { effectiveOn: day('2026-05-31') },                                   { effectiveOn: '施行日期早于成文日期，请核对；确是自以前的日期起施行的，写明原因' }],
    ['in force before, with the reason', { effectiveOn: day('2026-05-31'), earlyEffectReason: '上级文件规定' }, {}],
    ['closed without a ground',          { attribute: 'withheld', attributeReason: '内部事务' },               { exemption: '不主动公开的，请选定法定理由的种类（条例第十四条至第十六条）' }],
    ['closed without a reason',          { attribute: 'upon-request', exemption: 'third-party' },              { attributeReason: '不主动公开的，请写明依据和理由' }],
    ['closed with both',                 { attribute: 'upon-request', exemption: 'third-party', attributeReason: '商业秘密' }, {}],
    ['第（十五）项 without its law',      { legalItem: 'A20_15' },                                              { legalBasis: '选第（十五）项的，请写明哪一部法律、法规、规章或者国家有关规定要求公开' }],
    ['another organ’s, unnamed',         { origin: 'obtained-from-organ' },                                    { originOrgan: '请填写制作机关的全称' }],
    ['a township’s item in a county',    { legalItem: 'A21_TOWN_IRRIGATION' },                                 { legalItem: '请选第二十条或者第二十一条中设区的市级、县级人民政府及其部门的事项' }, { level: 'city-county' }],
    ['a county’s item in a township',    { legalItem: 'A21_CITY_COUNTY_PUBLIC_ORDER' },                        { legalItem: '乡镇人民政府请选第二十条或者第二十一条中乡（镇）人民政府的事项' }, { level: 'town' }],
    ['a township’s item in a township',  { legalItem: 'A21_TOWN_IRRIGATION' },                                 {}, { level: 'town' }],
    ['a correction without its note',    {},                                                                   { correctionNote: '请写明更正说明：更正了什么；更正说明随正文公开' }, { isCorrection: true }],
  ]
  for (const [name, what, expected, more = {}] of CASES) {
    test(name, () => expect(faults(what, 0, more)).toEqual(expected))
  }
})
