import { utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readReport } from './read-report.ts'

type Sheet = ReturnType<typeof utils.aoa_to_sheet>

function workbook(sheets: Readonly<Record<string, Sheet>>, type: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer)
}

const NEW = '一、本年新收政府信息公开申请数量'

function sheetOfThree(): Sheet {
  const sheet = utils.aoa_to_sheet([
    ['示例市财政局2024年政府信息公开工作年度报告'],
    ['三、收到和处理政府信息公开申请情况'],
    [NEW, null, null, 5, 1, null, 0, '/', 0, 6],
    ['三、本年度办理结果', '（一）予以公开', null, 1250, 0, 0, 0, 0, 0, 1250],
    [null, '（三）不予公开', '1.属于国家秘密', 2, 0, 0, 0, 0, 0, 2],
    [null, null, '2.其他法律行政法规禁止公开', 3, 0, 0, 0, 0, 0, 3],
  ])
  sheet['!merges'] = ['A1:J1', 'A2:J2', 'A3:C3', 'A4:A6', 'B4:C4', 'B5:B6'].map((range) =>
    utils.decode_range(range),
  )
  const cell = sheet.D4
  if (cell !== undefined) cell.z = '#,##0'
  return sheet
}

test.each(['xlsx', 'biff8'] as const)(
  'merged cells, number formats, blanks and placeholders: %s',
  async (type) => {
    const read = await readReport(
      workbook({ 报告: sheetOfThree() }, type),
      type === 'xlsx' ? 'a.xlsx' : 'a.xls',
    )

    expect(read.report.meta.orgName).toBe('示例市财政局')
    expect(read.cells['t3.new_received.natural_person']).toMatchObject({ value: 5, where: '工作表“报告”D3' })
    expect(read.cells['t3.new_received.research']).toMatchObject({ raw: '', status: 'blank' })
    expect(read.cells['t3.new_received.legal_service']).toMatchObject({ raw: '/', status: 'placeholder' })
    expect(read.cells['t3.granted.natural_person']?.value).toBe(1250)
    expect(read.cells['t3.denied.prohibited_by_law.total']?.value).toBe(3)
  },
)

test('a zero that the number format hides is a zero, and sums of decimals keep their digits', async () => {
  const sheet = utils.aoa_to_sheet([
    ['第二十条第（八）项', null],
    ['信息内容', '本年收费金额（单位：万元）'],
    ['行政事业性收费', 0.1 + 0.2],
    ['第二十条第（五）项', null],
    ['信息内容', '本年处理决定数量'],
    ['行政许可', 0],
  ])
  const zero = sheet.B6
  if (zero !== undefined) zero.z = '0;-0;;@'
  const read = await readReport(workbook({ 表二: sheet }), 'a.xlsx')

  expect(read.cells['t2.administrative_fees.fee_amount']).toMatchObject({ raw: '0.3', value: 0.3 })
  expect(read.cells['t2.administrative_license.decisions']?.value).toBe(0)
})

test('hidden sheets are named and not read', async () => {
  const book = utils.book_new()
  utils.book_append_sheet(book, sheetOfThree(), '报告')
  utils.book_append_sheet(book, utils.aoa_to_sheet([[NEW, 9, 0, 0, 0, 0, 0, 9]]), '草稿')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  const read = await readReport(
    new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
    'a.xlsx',
  )

  expect(read.cells['t3.new_received.natural_person']?.value).toBe(5)
  expect(read.unread).toContainEqual({ what: '工作表“草稿”', why: '这张工作表是隐藏的，没有读取' })
})

test('a text with commas', async () => {
  const text = `第二十条第（五）项,\n信息内容,本年处理决定数量\n行政许可,"1,250"\n`
  const read = await readReport(new TextEncoder().encode(text), 'a.csv')
  expect(read.cells['t2.administrative_license.decisions']).toMatchObject({ value: 1250 })
})
