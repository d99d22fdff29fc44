import { utils, type WorkSheet, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { convert } from './convert.ts'
import { convertInWorker } from './convert-in-worker.ts'
import { cutPages } from './cut-pages.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const docx = (body: string) =>
  zipSync({ 'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`) })

/** A workbook of a finance bureau: one sheet to read, one hidden, and in the first a hidden row and a hidden column. */
function budget(type: 'xlsx' | 'biff8'): Uint8Array {
  const open: WorkSheet = utils.aoa_to_sheet([
    ['收支表', null, null, null],
    ['科目', '内部代码', '预算数', '说明'],
    ['教育', '机密代码', 14200.5, '<b>增长</b>'],
    ['隐藏的测算', 'x', 1, ''],
    ['教育', 'y', 8650, '甲\n乙'],
  ])
  open['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 3 } },
    { s: { r: 2, c: 0 }, e: { r: 4, c: 0 } },
  ]
  open['!cols'] = [{ wch: 9 }, { wch: 9, hidden: true }, { wch: 9 }, { wch: 9 }]
  // The library reads hidden rows of the old format, but writes none.
  if (type === 'xlsx') open['!rows'] = [{}, {}, {}, { hidden: true }, {}]
  if (open.C3 !== undefined) open.C3.z = '#,##0.00'
  const book = utils.book_new()
  utils.book_append_sheet(book, open, '公开表')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['底稿中的个人信息']]), '底稿')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  return new Uint8Array(write(book, { type: 'array', bookType: type }))
}

test.each(['xlsx', 'biff8'] as const)(
  'a workbook (%s) is shown as formatted, and nothing of what is hidden',
  (type) => {
    const { pages, notes, fault } = convert(budget(type), 'sheets')
    expect([pages.length, fault]).toEqual([1, null])
    const [page = ''] = pages
    expect(page).not.toMatch(/机密代码|内部代码|隐藏的测算|底稿/)
    expect(page).toContain('<td colspan="3">收支表</td>')
    expect(page).toContain(
      `<tr><th scope="row">3</th><td rowspan="${type === 'xlsx' ? 2 : 3}">教育</td><td>14,200.50</td>`,
    )
    expect(page).toContain('&lt;b&gt;增长&lt;/b&gt;')
    expect(page).toContain('甲<br>乙')
    expect(notes).toEqual(['隐藏的工作表、行、列不显示'])
  },
)

test('a long sheet is cut to pages that each begin with its columns, and says how much is shown', () => {
  const rows = Array.from({ length: 3000 }, (_, row) => [`第${row + 1}户`, '低保', 500])
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '名册')
  const { pages, notes } = convert(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })), 'sheets')
  expect(notes).toEqual(['工作表“名册”共3000行，只显示前2000行'])
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) {
    expect(Buffer.byteLength(page)).toBeLessThan(40_000)
    expect(page).toMatch(
      /^<table><caption>工作表“名册”<\/caption><thead><tr><td><\/td><th scope="col">A<\/th>/,
    )
  }
  expect(pages.join('')).toContain('第2000户')
  expect(pages.join('')).not.toContain('第2001户')
})

test('text is read in the encoding that it has: GB18030 of an old program, UTF-8, UTF-16', () => {
  const gb18030 = Uint8Array.from([
    0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xbc, 0xd7, 0x2c, 0x35,
  ])
  expect(convert(gb18030, 'sheets').pages[0]).toContain(
    '<tr><th scope="row">1</th><td>姓名</td><td>金额</td></tr><tr><th scope="row">2</th><td>甲</td><td>5</td></tr>',
  )
  expect(convert(gb18030, 'lines').pages).toEqual(['<p>姓名,金额</p><p>甲,5</p>'])
  const utf16 = new Uint8Array(Buffer.from('\uFEFF第一行 <不是标签>\r\n\r\n第二行', 'utf16le'))
  expect(convert(utf16, 'lines').pages).toEqual(['<p>第一行 &lt;不是标签&gt;</p><p>第二行</p>'])
})

test('a Word file is shown as clean text, and what is left out is said', () => {
  const body =
    '<w:p><w:r><w:t>正文&lt;script&gt;</w:t></w:r><w:r><w:drawing/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
  expect(convert(docx(body), 'word')).toEqual({
    pages: ['<p>正文&lt;script&gt;</p><table><tbody><tr><td><p>格</p></td></tr></tbody></table>'],
    notes: ['文件里有1个文本框、图表或者图形，预览不显示'],
    fault: null,
  })
})

test('rows that merged cells tie together stay together, and a head is repeated', () => {
  const long = '文'.repeat(3000)
  const row = (cells: string) => `<w:tr>${cells}</w:tr>`
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const rows = Array.from({ length: 6 }, (_, index) =>
    row(
      cell(
        index % 2 === 0 ? `组${index / 2}` : '',
        index % 2 === 0 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
      ) + cell(long),
    ),
  )
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('组')}${cell('内容')}</w:tr>`
  const { pages } = convert(docx(`<w:tbl>${head}${rows.join('')}</w:tbl>`), 'word')
  expect(pages.map((page) => [page.match(/rowspan="2"/g)?.length, page.match(/<th>/g)?.length])).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ])
})

test('what does not end is cut after twenty pages, and one piece too large for a page is said to be', () => {
  const pieces = Array.from(
    { length: 30 },
    () => ({ kind: 'whole', html: `<p>${'字'.repeat(9000)}</p>` }) as const,
  )
  expect([cutPages(pieces).pages.length, cutPages(pieces).cut]).toEqual([20, true])
  expect(cutPages([{ kind: 'whole', html: '字'.repeat(20_000) }]).pages).toEqual([
    '<p>（这里有一部分过大，预览不显示，请下载查看。）</p>',
  ])
})

/** The directory of a zip claims another size than the parts have. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  const view = Buffer.from(zip)
  for (let at = view.indexOf('PK\u0001\u0002'); at !== -1; at = view.indexOf('PK\u0001\u0002', at + 4))
    view.writeUInt32LE(size, at + 24)
  return new Uint8Array(view)
}

const OLD_OFFICE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0)])

test('hostile files get a sentence and never the machine', async () => {
  const blanks = strToU8(' '.repeat(3_000_000))
  const packed = zipSync({ 'xl/workbook.xml': blanks, 'word/document.xml': blanks }, { level: 1 })
  const bomb = lying(packed, 90_000_000)
  expect(convert(bomb, 'sheets').fault).toBe('文件解压后过大，不能预览')
  expect(convert(bomb, 'word').fault).toBe('文件解压后过大，没有读取，请拆分后再试')
  expect(convert(lying(packed, 10), 'sheets').fault).toBe('电子表格已经损坏或者没有传完整，不能预览')
  expect(convert(lying(packed, 10), 'word').fault).toContain('不是 Word 文档')
  expect(convert(strToU8('not a file'), 'word').fault).toContain('打不开')
  const nested = docx(
    `${'<w:sdt><w:sdtContent>'.repeat(12_000)}深${'</w:sdtContent></w:sdt>'.repeat(12_000)}`,
  )
  expect((await convertInWorker(nested, 'a.docx', 'word')).fault).toBe('文件的写法异常，不能预览')
  const many = budget('xlsx')
  expect((await convertInWorker(many, 'a.xlsx', 'sheets', { seconds: 0 })).fault).toBe(
    '文件内容过多，在限定的时间内没有转换完，不能预览',
  )
  expect((await convertInWorker(OLD_OFFICE, 'a.doc', 'old-word')).fault).not.toBeNull()
})
