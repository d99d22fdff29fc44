import { startColumns, type Table, type Cell as TableCell } from '@mingfu/documents'
import { REPORT_FORMATS, type ReportSectionId } from '@mingfu/law'
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { Report } from '../report.ts'
import { formatOf, titleOf } from './report-document.ts'
import { statutoryTable } from './statutory-tables.ts'

const SHEET_NAMES: Readonly<Record<ReportSectionId, string>> = {
  s1: '一、总体情况',
  s2: '二、主动公开',
  s3: '三、申请处理',
  s4: '四、复议诉讼',
  s5: '五、问题及改进',
  s6: '六、其他事项',
}

const TEXT_WIDTH = 100
const FONT = { fontFamily: '宋体', fontSize: 11 } as const

/** 年度报告 as a workbook: a sheet for each section, the tables in the statutory form, figures as numbers. */
export async function reportXlsx(report: Report): Promise<Uint8Array> {
  const format = formatOf(report)
  const opening: SheetData = [
    [textCell(titleOf(report), { fontWeight: 'bold', fontSize: 16, align: 'center' })],
  ]
  if (report.preamble !== undefined) opening.push(...textRows(report.preamble))
  const sheets = REPORT_FORMATS[format].sections.map((section, index) => {
    const texts = (report.sections ?? [])
      .filter(({ id }) => id === section.id)
      .flatMap(({ text }) => textRows(text))
    const cells = section.table === null ? undefined : report.tables[section.table]?.cells
    const table =
      section.table === null || cells === undefined ? undefined : statutoryTable(format, section.table, cells)
    const widths = table === undefined ? [TEXT_WIDTH] : columnWidths(table)
    const rows: SheetData = [
      ...(index === 0 ? opening : []),
      [textCell(section.label, { fontWeight: 'bold', fontSize: 13 })],
      ...texts,
    ]
    return {
      sheet: SHEET_NAMES[section.id],
      columns: widths.map((width) => ({ width })),
      data: [...rows.map((row) => spread(row, widths)), ...(table === undefined ? [] : tableRows(table))],
    }
  })
  return new Uint8Array(await writeExcelFile(sheets, FONT).toBuffer())
}

function textRows(text: string): SheetData {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => [textCell(line, {})])
}

function textCell(value: string, style: Partial<Extract<Cell, { value?: unknown }>>): Cell {
  return { value, type: String, wrap: true, alignVertical: 'top', ...style }
}

/** A line of text over all columns of a table sheet; merged cells do not grow by themselves, so the row is given its height. */
function spread([first]: SheetData[number], widths: readonly number[]): SheetData[number] {
  if (widths.length === 1 || typeof first !== 'object' || first === null || !('value' in first))
    return [first ?? null]
  const width = widths.reduce((sum, each) => sum + each, 0)
  const lines = Math.ceil((String(first.value).length * 2) / width)
  return [
    { ...first, columnSpan: widths.length, height: 18 * lines },
    ...Array<null>(widths.length - 1).fill(null),
  ]
}

function columnWidths(table: Table): readonly number[] {
  const sum = table.columns.reduce((total, width) => total + width, 0)
  return table.columns.map((width) => Math.max(6, Math.round((width / sum) * 110)))
}

function tableRows(table: Table): SheetData {
  const starts = startColumns(table)
  return table.rows.map((row, rowIndex) => {
    const cells: Cell[] = Array<null>(table.columns.length).fill(null)
    row.forEach((cell, index) => {
      cells[starts[rowIndex]?.[index] ?? 0] = gridCell(cell)
    })
    return cells
  })
}

function gridCell(cell: TableCell): Cell {
  return {
    ...figureOrText(cell),
    columnSpan: cell.colSpan ?? 1,
    rowSpan: cell.rowSpan ?? 1,
    align: cell.align === 'start' ? 'left' : 'center',
    alignVertical: 'center',
    wrap: true,
    borderStyle: 'thin',
  }
}

/** A figure is a number with the decimals it was printed with; anything else stays text. */
function figureOrText({ text, header }: TableCell) {
  const figure = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/.exec(text)
  if (header !== undefined || figure === null || text.length > 15)
    return { value: text, type: String, format: '@' }
  return {
    value: Number(text),
    type: Number,
    format: figure[1] === undefined ? '0' : `0.${'0'.repeat(figure[1].length)}`,
  }
}
