import { utils, write } from '@e965/xlsx'
import { type Cell, renderPdf } from '@mingfu/documents'
import { T4_BLOCKS, T4_COLUMNS } from '@mingfu/law'
import { strToU8, zipSync } from 'fflate'
import type { PrintedReport, PrintedRow } from './printed-report.ts'

/** A cell of a printed grid; `null` texts, cells that were lost, are not there. */
type Printed = Readonly<{ text: string; colSpan: number; rowSpan: number }>
type Placed = Printed & Readonly<{ column: number }>
type TableName = PrintedRow['table']

/** File forms other than text, in which a print can come. */
export const MEDIA: Readonly<
  Record<string, (report: PrintedReport) => Promise<Readonly<{ name: string; bytes: Uint8Array }>>>
> = {
  Word: async (report) => ({ name: 'report.docx', bytes: docx(report) }),
  workbook: async (report) => ({ name: 'report.xlsx', bytes: workbook(blankForLost(report), 'xlsx') }),
  'old workbook': async (report) => ({ name: 'report.xls', bytes: workbook(blankForLost(report), 'biff8') }),
  PDF: async (report) => ({ name: 'report.pdf', bytes: await pdf(blankForLost(report)) }),
}

/** On paper and in a sheet a lost figure leaves its cell empty. */
function blankForLost(report: PrintedReport): PrintedReport {
  return {
    ...report,
    rows: report.rows.map((row) => ({ ...row, values: row.values.map((text) => text ?? '') })),
  }
}

/** What stands in the report in order: lines of text and the three tables. */
function contentOf({ year }: PrintedReport): readonly (string | { table: TableName })[] {
  return [
    `示例市财政局${year}年政府信息公开工作年度报告`,
    `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    '一、总体情况',
    `${year}年，本局主动公开信息642条，收到申请15件，办结12件。`,
    '二、主动公开政府信息情况',
    { table: 't2' },
    '三、收到和处理政府信息公开申请情况',
    { table: 't3' },
    '四、政府信息公开行政复议、行政诉讼情况',
    { table: 't4' },
    '五、存在的主要问题及改进情况',
    '公开的深度不够，队伍建设有待加强，培训仅2次。',
    '六、其他需要报告的事项',
    '本年度没有收取信息处理费。',
  ]
}

const one = (text: string, colSpan = 1, rowSpan = 1): Printed => ({ text, colSpan, rowSpan })

/** The rows of a table with the spans of the form, each cell at its place in the grid. */
function gridOf(report: PrintedReport, table: TableName): readonly (readonly Placed[])[] {
  const rows = report.rows.filter((row) => row.table === table)
  switch (table) {
    case 't2':
      return inColumns(rows.map(rowOfTwo))
    case 't3':
      return [...inColumns(headThree(report)), ...rows.map((row, index) => rowOfThree(rows, row, index))]
    case 't4':
      return inColumns([...headFour(), ...rows.map((row) => valuesOf(row))])
  }
}

/** Cells one behind the other, past those that reach down from above. */
function inColumns(printed: readonly (readonly Printed[])[]): readonly (readonly Placed[])[] {
  const taken = new Set<string>()
  return printed.map((row, number) => {
    let column = 0
    return row.map((cell) => {
      while (taken.has(`${number} ${column}`)) column++
      const start = column
      for (let down = 0; down < cell.rowSpan; down++)
        for (let across = 0; across < cell.colSpan; across++) taken.add(`${number + down} ${start + across}`)
      return { ...cell, column: start }
    })
  })
}

function valuesOf({ values }: PrintedRow): Printed[] {
  return values.flatMap((value) => (value === null ? [] : [one(value)]))
}

function rowOfTwo(row: PrintedRow): Printed[] {
  const cells = [...row.labels.map((label) => one(label)), ...valuesOf(row)]
  const rest = 4 - row.labels.length - row.values.length
  const last = cells.at(-1)
  return last === undefined || rest <= 0 ? cells : [...cells.slice(0, -1), { ...last, colSpan: 1 + rest }]
}

function headThree({ headThree: [first, second = [], third = []] }: PrintedReport): Printed[][] {
  if (first === undefined) return []
  return [
    [one(first[0] ?? '', 3, 3), one(first[1] ?? '', third.length + 2)],
    [one(second[0] ?? '', 1, 2), one(second[1] ?? '', third.length), one(second[2] ?? '', 1, 2)],
    third.map((label) => one(label)),
  ]
}

const LABELS = 3

/**
 * The label columns of the form are there whatever was lost: what no label covers is blank. A group reaches down to
 * the next row that opens one; heads that were repeated stand flat.
 */
function rowOfThree(rows: readonly PrintedRow[], row: PrintedRow, index: number): Placed[] {
  if (row.id === null && row.values.length === 0)
    return row.labels.map((text, column) => ({ ...one(text), column }))
  const names = isNameless(row) ? [...row.labels, ''] : row.labels
  const own = LABELS - row.covered
  const labels = names.map((label, at): Placed => {
    const column = own - (names.length - 1 - at)
    return at === names.length - 1
      ? { ...one(label, row.covered), column }
      : { ...one(label, 1, groupEnd(rows, index, column) - index), column }
  })
  const blanks = Array.from({ length: own - (names.length - 1) }, (_, column) => column)
    .filter((column) => !rows.slice(0, index).some((above, at) => reaches(rows, above, at, column, index)))
    .map((column): Placed => ({ ...one(''), column }))
  const values = valuesOf(row).map((cell, at): Placed => ({ ...cell, column: LABELS + at }))
  return [...blanks, ...labels, ...values]
}

function isNameless({ id, labels }: PrintedRow): boolean {
  return (
    id !== null &&
    id !== 'other' &&
    (labels.length === 0 || /^（[三四五六]）.{4}$|办理结果$/.test(labels.at(-1) ?? ''))
  )
}

function groupEnd(rows: readonly PrintedRow[], from: number, column: number): number {
  const end = rows.findIndex(
    (row, at) =>
      at > from &&
      (row.covered === LABELS ||
        (row.id === null && row.values.length === 0) ||
        LABELS - row.covered - (row.labels.length - 1) <= column),
  )
  return end < 0 ? rows.length : end
}

/** Whether a group label of a row above reaches down to the row in this column. */
function reaches(
  rows: readonly PrintedRow[],
  above: PrintedRow,
  at: number,
  column: number,
  index: number,
): boolean {
  const names = isNameless(above) ? above.labels.length + 1 : above.labels.length
  const first = LABELS - above.covered - (names - 1)
  const isGroup = column >= first && column < LABELS - above.covered && above.values.length > 0
  return isGroup && groupEnd(rows, at, column) > index
}

function headFour(): Printed[][] {
  const outcomes = T4_COLUMNS.map((column) => column.label)
  const [review, direct, after] = T4_BLOCKS.map((block) => block.label)
  return [
    [one(review ?? '', 5), one('行政诉讼', 10)],
    [...outcomes.map((label) => one(label, 1, 2)), one(direct ?? '', 5), one(after ?? '', 5)],
    [...outcomes, ...outcomes].map((label) => one(label)),
  ]
}

function docx(report: PrintedReport): Uint8Array {
  const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
  const body = contentOf(report).map((part) =>
    typeof part === 'string' ? paragraph(part) : wordTable(gridOf(report, part.table), paragraph),
  )
  const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${ns}><w:body>${body.join('')}</w:body></w:document>`,
    ),
  })
}

/** Spans across as gridSpan, spans down as vMerge, as Word writes them. */
function wordTable(grid: readonly (readonly Placed[])[], paragraph: (text: string) => string): string {
  const rows = grid.map((row, number) => {
    const above = grid
      .slice(0, number)
      .flatMap((cells, at) => cells.filter((cell) => at + cell.rowSpan > number))
      .map((cell) => ({ ...cell, text: '', merge: '<w:vMerge/>' }))
    const own = row.map((cell) => ({
      ...cell,
      merge: cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '',
    }))
    const cells = [...above, ...own].sort((a, b) => a.column - b.column)
    return `<w:tr>${cells
      .map(
        ({ text, colSpan, merge }) =>
          `<w:tc><w:tcPr>${colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : ''}${merge}</w:tcPr>${paragraph(text)}</w:tc>`,
      )
      .join('')}</w:tr>`
  })
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

function workbook(report: PrintedReport, bookType: 'xlsx' | 'biff8'): Uint8Array {
  const lines: string[][] = []
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = []
  for (const part of contentOf(report)) {
    if (typeof part === 'string') {
      lines.push([part])
      continue
    }
    const top = lines.length
    for (const [number, row] of gridOf(report, part.table).entries()) {
      const line: string[] = []
      for (const { text, column, colSpan, rowSpan } of row) {
        line[column] = text
        const [r, c] = [top + number, column]
        if (colSpan > 1 || rowSpan > 1)
          merges.push({ s: { r, c }, e: { r: r + rowSpan - 1, c: c + colSpan - 1 } })
      }
      lines.push(Array.from(line, (text) => text ?? ''))
    }
  }
  const sheet = utils.aoa_to_sheet(lines)
  sheet['!merges'] = merges
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '年报')
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)
}

async function pdf(report: PrintedReport): Promise<Uint8Array> {
  const [title, ...rest] = contentOf(report)
  return renderPdf({
    layout: 'report',
    title: typeof title === 'string' ? title : '',
    blocks: rest.map((part) => {
      if (typeof part === 'string') return { kind: 'paragraph', text: part } as const
      const rows = gridOf(report, part.table)
      const width = Math.max(...rows.flatMap((row) => row.map((cell) => cell.column + cell.colSpan)))
      return {
        kind: 'table',
        caption: part.table,
        columns: Array.from({ length: width }, (_, at) => (part.table === 't3' && at < 3 ? 2 : 1)),
        headerRows: 0,
        size: 'compact',
        rows: filledUp(rows, width),
      } as const
    }),
  })
}

/** Every place of the grid has a cell: what a row lacks at its end is blank. */
function filledUp(grid: readonly (readonly Placed[])[], width: number): readonly (readonly Cell[])[] {
  return grid.map((row, number) => {
    const above = grid
      .slice(0, number)
      .flatMap((cells, at) => cells.filter((cell) => at + cell.rowSpan > number))
    const covered = [...above, ...row].reduce((sum, cell) => sum + cell.colSpan, 0)
    return [
      ...row.map(({ text, colSpan, rowSpan }) => ({ text, colSpan, rowSpan })),
      ...Array.from({ length: Math.max(0, width - covered) }, () => ({ text: '' })),
    ]
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
