import { read, utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { checkReport } from '../check/check-report.ts'
import type { Report } from '../report.ts'
import { sampleReport, withCell } from '../testing/sample-report.ts'
import { mergeReports } from './merge-reports.ts'
import { reconciliationXlsx } from './reconciliation-xlsx.ts'

const OPTIONS = { agency: '示例市人民政府', year: 2024 } as const

function unit(orgName: string, report: Report = sampleReport()): Report {
  return { ...report, meta: { ...report.meta, orgName } }
}

describe('the sum over units', () => {
  test('is exact in every cell, money to the yuan', () => {
    const { report, faults } = mergeReports([unit('甲局'), unit('乙局'), unit('丙局')], OPTIONS)
    expect(faults).toEqual([])
    expect(report.tables.t2?.cells.administrative_fees).toEqual({ fee_amount: '937.6800' })
    expect(report.tables.t3?.cells.new_received?.total).toBe('396')
    expect(report.tables.t4?.cells.review?.pending).toBe('6')
  })

  test('ties out, and owes only the prose', () => {
    const { report } = mergeReports([unit('甲局'), unit('乙局')], { ...OPTIONS, roster: ['甲局', '乙局'] })
    expect(checkReport(report).findings.map(({ rule }) => rule)).toEqual(['AR-08', 'AR-09', 'AR-10'])
  })

  test('names a unit of the roster whose report is missing', () => {
    const { report } = mergeReports([unit('甲局')], { ...OPTIONS, roster: ['甲局', '丁局'] })
    expect(checkReport(report).findings.find(({ rule }) => rule === 'AR-60')?.where).toBe('丁局')
  })

  test('leaves out another year and another format, and says so', () => {
    const late = { ...unit('乙局'), meta: { ...unit('乙局').meta, reportYear: 2023 } }
    const old = { ...unit('丙局'), meta: { ...unit('丙局').meta, format: '2019' as const } }
    const { report, faults } = mergeReports([unit('甲局'), late, old], OPTIONS)
    expect(report.tables.t3?.cells.new_received?.total).toBe('132')
    expect(faults.map(({ message }) => message)).toEqual([
      '乙局的报告是2023年度的，没有计入汇总',
      '丙局的报告采用中华人民共和国政府信息公开工作年度报告格式（试行），不能与现要求的格式逐格相加，没有计入汇总',
    ])
  })

  test('counts a word in a figure as 0 and says so', () => {
    const { report, faults } = mergeReports(
      [unit('甲局'), withCell(unit('乙局'), 't3.granted.total', '若干')],
      OPTIONS,
    )
    expect(report.tables.t3?.cells.granted?.total).toBe('49')
    expect(faults).toEqual([
      { unit: '乙局', message: '乙局表三“（一）予以公开”行“总计”列填的是“若干”，不是数字，汇总时按0计算' },
    ])
  })
})

test('the reconciliation has a line for each unit, blanks kept, and their sum', async () => {
  const merged = mergeReports([unit('甲局'), withCell(unit('乙局'), 't4.review.upheld', '/')], OPTIONS)
  const book = read(await reconciliationXlsx(merged, '2021'), { type: 'array' })
  expect(book.SheetNames).toEqual(['表二对账', '表三对账', '表四对账', '问题'])
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets.表四对账 ?? {}, { header: 1, defval: '' })
  expect(rows.slice(1).map((row) => row.slice(0, 6))).toEqual([
    ['', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
    ['甲局', 4, 1, 3, 2, 10],
    ['乙局', '', 1, 3, 2, 10],
    ['合计', 4, 2, 6, 4, 20],
  ])
})
