import { read } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { ledgerTemplate } from './ledger-template.ts'

function headsOf(bytes: Uint8Array, sheet: string): readonly string[] {
  const cells = read(bytes, { type: 'array' }).Sheets[sheet] ?? {}
  return Object.entries(cells)
    .filter(([address]) => /^[A-Z]1$/.test(address))
    .map(([, cell]) => String((cell as { v: unknown }).v))
}

describe('the blank ledger', () => {
  test('has a sheet for each kind of line, and one that explains them', async () => {
    const book = read(await ledgerTemplate(), { type: 'array' })
    expect(book.SheetNames).toEqual([
      '填写说明',
      '申请',
      '复议诉讼',
      '主动公开文件',
      '年度数据',
      '文字',
      '选项',
    ])
    expect(headsOf(await ledgerTemplate(), '申请')).toEqual([
      '申请编号*',
      '收到日期*',
      '申请人类别*',
      '办结日期',
      '办理结果',
      '收取信息处理费（元）',
      '备注',
    ])
  })

  test('offers choices from a list, and takes dates only where a date belongs', async () => {
    const files = unzipSync(await ledgerTemplate())
    const sheet = strFromU8(files['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    expect(sheet).toContain('<dataValidations count="5">')
    expect(sheet).toMatch(
      /<dataValidation type="list"[^>]*sqref="C2:C5000"><formula1>'选项'!\$A\$2:\$A\$7<\/formula1>/,
    )
    expect(sheet).toMatch(
      /<dataValidation type="list"[^>]*sqref="E2:E5000"><formula1>'选项'!\$B\$2:\$B\$22<\/formula1>/,
    )
    expect(sheet).toMatch(/<dataValidation type="date"[^>]*sqref="B2:B5000">/)
    // The schema wants validations after the data and before the page settings.
    expect(sheet.indexOf('</sheetData>')).toBeLessThan(sheet.indexOf('<dataValidations'))
  })

  test('of the trial format asks for the figures of the trial format', async () => {
    const figures = read(await ledgerTemplate('2019'), { type: 'array' }).Sheets.年度数据 ?? {}
    const titles = Object.entries(figures).filter(([address]) => /^A\d+$/.test(address))
    expect(titles).toHaveLength(17)
    expect(titles.at(-1)?.[1]).toMatchObject({ v: '政府集中采购总金额' })
  })
})
