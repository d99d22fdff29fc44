import { describe, expect, test } from 'vitest'
import { checkReport } from '../check/check-report.ts'
import { filledLedger, LEDGER_2024 } from '../testing/filled-ledger.ts'
import { compileReport } from './compile-report.ts'
import { ledgerTemplate } from './ledger-template.ts'
import { readLedger } from './read-ledger.ts'

const AGENCY = '示例市住房和城乡建设局'

async function compiled(lines: Parameters<typeof filledLedger>[0]) {
  const { ledger } = readLedger(await filledLedger(lines))
  return compileReport(ledger, { agency: AGENCY, year: 2024 })
}

const FIGURES = {
  年度数据: [
    ['行政许可处理决定数量', 1250],
    ['行政处罚处理决定数量', 86],
    ['行政强制处理决定数量', 0],
    ['行政事业性收费金额', '3,125,600元'],
  ],
} as const

describe('a report from a ledger', () => {
  test('counts every case by its dates', async () => {
    const { t3, t4 } = (await compiled({ ...LEDGER_2024, ...FIGURES })).tables
    const totals = Object.entries(t3?.cells ?? {}).flatMap(([row, { total = '' }]) =>
      total === '0' ? [] : [`${row} ${total}`],
    )
    expect(totals).toEqual([
      'new_received 4',
      'carried_in 2',
      'granted 1',
      'denied.process_information 1',
      'unable.not_held 1',
      'other.not_corrected 1',
      'results_total 4',
      'carried_out 2',
    ])
    expect(t3?.cells.carried_out).toEqual({
      natural_person: '1',
      business: '1',
      research: '0',
      public_welfare: '0',
      legal_service: '0',
      other_org: '0',
      total: '2',
    })
    // The lawsuit in which the organ is sued only as reviewer is not counted here.
    expect(t4?.cells).toEqual({
      review: { upheld: '0', corrected: '1', other: '0', pending: '1', total: '2' },
      litigation_direct: { upheld: '0', corrected: '0', other: '0', pending: '0', total: '0' },
      litigation_after_review: { upheld: '0', corrected: '0', other: '0', pending: '0', total: '0' },
    })
  })

  test('counts documents and takes the figures of the year, money in 万元', async () => {
    const { t2 } = (await compiled({ ...LEDGER_2024, ...FIGURES })).tables
    expect(t2?.cells).toEqual({
      regulations: { issued: '0', repealed: '0', in_force: '0' },
      normative_documents: { issued: '1', repealed: '1', in_force: '2' },
      administrative_license: { decisions: '1250' },
      administrative_penalty: { decisions: '86' },
      administrative_compulsion: { decisions: '0' },
      administrative_fees: { fee_amount: '312.5600' },
    })
  })

  test('writes the prose that follows from the figures', async () => {
    const report = await compiled({ ...LEDGER_2024, ...FIGURES })
    const text = (id: string) => report.sections?.find((section) => section.id === id)?.text
    expect(report.title).toBe('示例市住房和城乡建设局2024年政府信息公开工作年度报告')
    expect(text('s1')).toBe(
      '（一）主动公开。制发行政规范性文件1件，废止1件，现行有效2件。全年发布解读材料5篇。\n' +
        '（二）依申请公开。2024年，本机关新收政府信息公开申请4件，上年结转2件，办结4件，结转下年度2件。' +
        '办结的申请中，予以公开1件，部分公开0件，不予公开1件，无法提供1件，不予处理0件，其他处理1件。\n' +
        '（三）政府信息管理。开展历史信息清理。\n（四）监督保障。组织培训2次。',
    )
    expect(text('s5')).toBe('主要问题：答复文书说理不够充分。\n改进情况：编印答复文书范本。')
    expect(text('s6')).toBe('2024年，本机关依法对1件政府信息公开申请收取信息处理费，共计300元。')
  })

  test('has nothing to find when everything is filled in', async () => {
    const { findings } = checkReport(await compiled({ ...LEDGER_2024, ...FIGURES }))
    expect(findings).toEqual([])
  })

  test('leaves unknown figures blank and says so', async () => {
    const report = await compiled(LEDGER_2024)
    expect(report.tables.t2?.cells.administrative_license).toEqual({ decisions: '' })
    const rules = checkReport(report).findings.map(({ rule }) => rule)
    expect([...new Set(rules)]).toEqual(['AR-18'])
  })
})

test('an empty ledger gives a report of zeros that owes its prose', async () => {
  const { ledger } = readLedger(await ledgerTemplate())
  const report = compileReport(ledger, { agency: AGENCY, year: 2024 })
  expect(report.sections?.[0]?.text).toBe('（一）依申请公开。2024年，本机关未收到政府信息公开申请。')
  expect(checkReport(report).findings.map(({ rule }) => rule)).toEqual([
    'AR-08',
    'AR-18',
    'AR-18',
    'AR-18',
    'AR-18',
  ])
})

test('the trial format puts the three other endings into one row', async () => {
  const { ledger } = readLedger(
    await filledLedger(
      { 申请: [['1', '2020-03-01', '自然人', '2020-03-20', '其他处理：逾期不补正']] },
      '2019',
    ),
    '2019',
  )
  const report = compileReport(ledger, { agency: AGENCY, year: 2020 })
  expect(report.meta.format).toBe('2019')
  expect(report.tables.t3?.cells.other?.total).toBe('1')
  expect(report.tables.t3?.cells['other.not_corrected']).toBeUndefined()
})
