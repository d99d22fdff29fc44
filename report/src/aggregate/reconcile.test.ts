import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import type { Report } from '../report.ts'
import { sampleReport, withCell } from '../testing/sample-report.ts'
import { mergeReports } from './merge-reports.ts'
import { reconcile } from './reconcile.ts'
import { reconciliationXlsx } from './reconciliation-xlsx.ts'

const unit = (orgName: string, changes: Readonly<Record<string, string>> = {}): Report => {
  const changed = Object.entries(changes).reduce(
    (report, [id, raw]) => withCell(report, id, raw),
    sampleReport(),
  )
  return { ...changed, meta: { ...changed.meta, orgName } }
}
const OPTIONS = { agency: '示例市人民政府', year: 2024 } as const

test('names the unit whose own table is off, who is missing, who is no member and who came twice', () => {
  const reports = [unit('甲局'), unit('乙局', { 't3.granted.total': '50' }), unit('丙局'), unit('丙局')]
  const merged = mergeReports(reports, OPTIONS)
  const found = reconcile(merged, reports, { format: '2021', roster: ['甲局', '乙局', '丁局'] })
  expect(found.unitFaults.map(({ unit: name, rule }) => [name, rule])).toEqual([
    ['乙局', 'AR-25'],
    ['乙局', 'AR-26'],
  ])
  expect(found.missing).toEqual(['丁局'])
  expect(found.strangers).toEqual(['丙局', '丙局'])
  expect(found.repeated).toEqual(['丙局'])
  expect(found.differences).toEqual([])
})

test('says whom to ask where a stated total is not the sum', () => {
  // 甲 132, 乙 100, 丙 blank: 232; the government printed 132, which leaves 乙 out.
  const reports = [
    unit('甲局'),
    unit('乙局', { 't3.new_received.total': '100' }),
    unit('丙局', { 't3.new_received.total': '' }),
  ]
  const merged = mergeReports(reports, OPTIONS)
  const stated = unit('示例市人民政府')
  const found = reconcile(merged, reports, { format: '2021', stated })
  expect(found.differences.find(({ id }) => id === 't3.new_received.total')).toEqual({
    id: 't3.new_received.total',
    name: '表三“一、本年新收政府信息公开申请数量”行“总计”列',
    stated: '132',
    sum: '232',
    difference: '-100',
    suspects: [
      { unit: '乙局', why: '本单位表格自身不平（AR-24）' },
      { unit: '乙局', why: '数字恰为差额，汇总时可能漏计' },
      { unit: '丙局', why: '本单位表格自身不平（AR-24）' },
      { unit: '丙局', why: '没有填写，按0计算' },
    ],
  })
})

test('the workbook holds both', async () => {
  const reports = [unit('甲局'), unit('乙局', { 't3.granted.total': '50' })]
  const merged = mergeReports(reports, OPTIONS)
  const found = reconcile(merged, reports, {
    format: '2021',
    roster: ['甲局', '乙局', '丁局'],
    stated: unit('示例市人民政府'),
  })
  const book = read(await reconciliationXlsx(merged, '2021', found), { type: 'array' })
  expect(book.SheetNames).toEqual(['表二对账', '表三对账', '表四对账', '单位核对', '差异', '问题'])
  const rows = utils.sheet_to_json<string[]>(book.Sheets.单位核对 ?? {}, { header: 1 })
  expect(rows.map(([name, what]) => [name, what])).toEqual([
    ['单位', '情况'],
    ['丁局', '缺少报告'],
    ['乙局', 'AR-25'],
    ['乙局', 'AR-26'],
  ])
})
