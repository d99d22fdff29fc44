import type { Finding, RuleId } from '@mingfu/law'
import { expect, test } from 'vitest'
import { fingerprinted } from './fingerprint.ts'

const meta = { orgName: '示例市水务局', reportYear: 2024 } as const
const finding = (rule: RuleId, parts: Partial<Finding>): Finding => ({
  rule,
  severity: 'error',
  cells: [],
  message: '',
  expected: null,
  actual: null,
  where: '',
  ...parts,
})
const of = (...findings: readonly Finding[]) =>
  fingerprinted(findings, meta).map(({ fingerprint }) => fingerprint)

// Verdicts are stored under these names: whoever changes one of them orphans what people have explained.
// biome-ignore format: a table
const KEPT: readonly (readonly [string, Finding, Finding])[] = [
  ['5ca08925f27d9b1e', finding('AR-03', { expected: '2021年的现行格式', actual: '2019年的试行格式', where: '表二、表三' }), finding('AR-03', { expected: '2021', actual: '2019', where: '表格' })],
  ['f2e995d313e728f0', finding('AR-07', { expected: '表四1次', actual: '表四2次', where: '第3个表格' }), finding('AR-07', { expected: '表四一处', actual: '表四两处', where: '第9页' })],
  ['0d21d9e3dff9dce2', finding('AR-13', { expected: '数据表格', actual: '图片', where: '表四' }), finding('AR-13', { message: '换了说法', where: '表四' })],
  ['837fb2ac1884e864', finding('AR-14', { cells: ['t2.administrative_compulsion.decisions'], expected: '表二“行政强制”行', actual: '没有', where: '表二' }), finding('AR-14', { cells: ['t2.administrative_compulsion.decisions'] })],
  ['70e4bd9d9fae5b58', finding('AR-16', { expected: '统一格式所列的行、列和表格', actual: '其他主动公开文件', where: '表二' }), finding('AR-16', { expected: '格式', actual: '其他主动公开文件', where: '第2个表格第5行' })],
  ['1a2a1f88f31079b9', finding('AR-24', { cells: ['t3.new_received.total', 't3.carried_in.total'], expected: '144', actual: '145', where: '表三“总计”列' }), finding('AR-24', { cells: ['t3.carried_in.total', 't3.new_received.total'], expected: '应为144件', actual: '现为145件', where: '总计' })],
  ['0ad54cf4d7948760', finding('AR-42', { cells: ['t3.new_received.total'], expected: '132（本年新收）或144（新收加上年结转）', actual: '140', quote: { part: 's1', text: '收到政府信息公开申请140件' } }), finding('AR-42', { cells: ['t3.new_received.total'], expected: '132或者144', actual: '140件', quote: { part: 's1', text: '收到政府信息公开申请 140 件' } })],
  ['597af37af857c711', finding('AR-48', { cells: ['t3.new_received.total'], expected: '增长10.0%', actual: '增长12.0%', quote: { part: 's1', text: '新收申请同比增长12%' } }), finding('AR-48', { cells: ['t3.new_received.total'], expected: '10.0%', actual: '12.0%', quote: { part: 's1', text: '新收申请同比增长12%' } })],
  ['3416b987f487e434', finding('AR-61', { expected: '1次', actual: '2次', where: '市城市管理局' }), finding('AR-61', { expected: '1', actual: '2', where: '市城市管理局' })],
  ['a479e8717fa0162c', finding('AR-69', { expected: '一类申请人', actual: '没有填写', where: '台账第1件' }), finding('AR-69', { expected: '一类', actual: '', where: '台账的第1件申请' })],
  ['02f6f267b574ca35', finding('AR-70', { expected: '一种结果', actual: '没有填写', where: '台账第3件' }), finding('AR-70', { expected: '结果', actual: null, where: '第3件' })],
]

test.each(KEPT)(
  '%s: the name of a finding is pinned, whatever it says and where the file has it',
  (name, one, reworded) => {
    expect(of(one)).toEqual([name])
    expect(of(reworded)).toEqual([name])
  },
)

// biome-ignore format: a table
const APART: readonly (readonly [string, Finding, Finding])[] = [
  ['other figures', finding('AR-24', { cells: ['t3.new_received.total'], expected: '144', actual: '145' }), finding('AR-24', { cells: ['t3.new_received.total'], expected: '144', actual: '146' })],
  ['a minus', finding('AR-30', { expected: '不小于0', actual: '-1' }), finding('AR-30', { expected: '不小于0', actual: '1' })],
  ['another cell', finding('AR-18', { cells: ['t3.granted.total'] }), finding('AR-18', { cells: ['t3.granted.business'] })],
  ['another table', finding('AR-07', { expected: '表三1次' }), finding('AR-07', { expected: '表四1次' })],
  ['another section', finding('AR-04', { where: '五、存在的主要问题及改进情况' }), finding('AR-04', { where: '六、其他需要报告的事项' })],
  ['another unit', finding('AR-60', { where: '甲局' }), finding('AR-60', { where: '乙局' })],
  ['another application', finding('AR-69', { where: '台账第1件' }), finding('AR-69', { where: '台账第2件' })],
  ['another attachment', finding('AR-67', { cells: ['t3.granted.total'], expected: '49', actual: '50', where: '附件（docx）表三“2.重复申请”行' }), finding('AR-67', { cells: ['t3.granted.total'], expected: '49', actual: '50', where: '附件（pdf）表三“2.重复申请”行' })],
  ['another capture', finding('AR-68', { cells: ['t3.granted.total'], where: '2025-03-01存档' }), finding('AR-68', { cells: ['t3.granted.total'], where: '2025-04-01存档' })],
  ['another row beyond the form', finding('AR-16', { actual: '其中：网上申请' }), finding('AR-16', { actual: '其他主动公开文件' })],
  ['one topic more is missing', finding('AR-10', { actual: '缺社会评议' }), finding('AR-10', { actual: '缺工作考核、社会评议' })],
  ['other words of the author', finding('AR-08', { quote: { part: 's5', text: '无' } }), finding('AR-08', { quote: { part: 's5', text: '略' } })],
]

test.each(APART)('%s is another fault', (_what, one, other) => {
  expect(of(one)).not.toEqual(of(other))
})

test('two that nothing tells apart have names of their own', () => {
  const [first, second] = of(finding('AR-09', {}), finding('AR-09', {}))
  expect(first).not.toBe(second)
})
