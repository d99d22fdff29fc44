import {
  cellsOf,
  columnLabel,
  type FormatId,
  REPORT_FORMATS,
  type ReportCell,
  type TableId,
} from '@mingfu/law'
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { MergedReport } from './merge-reports.ts'

const SHEETS: readonly (readonly [table: TableId, name: string])[] = [
  ['t2', '表二对账'],
  ['t3', '表三对账'],
  ['t4', '表四对账'],
]

const HEAD_COLOUR = '#dbe5f1'

/** 对账表: a sheet for each table with a line for each unit and their sum, and a sheet of what could not be added. */
export async function reconciliationXlsx(merged: MergedReport, format: FormatId): Promise<Uint8Array> {
  const sheets = SHEETS.map(([table, sheet]) => {
    const cells = cellsOf(format).filter((cell) => cell.table === table)
    return {
      sheet,
      columns: [{ width: 30 }, ...cells.map(() => ({ width: 12 }))],
      stickyRowsCount: 2,
      stickyColumnsCount: 1,
      data: tableSheet(merged, cells, format),
    }
  })
  const faults = {
    sheet: '问题',
    columns: [{ width: 30 }, { width: 100 }],
    stickyRowsCount: 1,
    data: [
      [head('单位'), head('问题')],
      ...(merged.faults.length === 0
        ? [[text('—'), text('没有发现问题')]]
        : merged.faults.map(({ unit, message }) => [text(unit), text(message)])),
    ],
  }
  return new Uint8Array(
    await writeExcelFile([...sheets, faults], { fontFamily: '宋体', fontSize: 11 }).toBuffer(),
  )
}

function tableSheet(
  { units, totals }: MergedReport,
  cells: readonly ReportCell[],
  format: FormatId,
): SheetData {
  return [
    [head('单位'), ...cells.map((cell) => head(rowLabel(format, cell)))],
    [head(''), ...cells.map(({ table, row, column }) => head(columnLabel(format, table, row, column)))],
    ...units.map(({ name, figures }) => [
      text(name),
      ...cells.map(({ id, valueType }) => figure(figures[id] ?? null, valueType)),
    ]),
    [
      head('合计'),
      ...cells.map(({ id, valueType }) => ({
        ...figure(totals[id] ?? null, valueType),
        fontWeight: 'bold' as const,
      })),
    ],
  ]
}

function rowLabel(format: FormatId, { table, row }: ReportCell): string {
  const { t2, t3, t4 } = REPORT_FORMATS[format]
  const rows =
    table === 't2' ? t2.blocks.flatMap((block) => block.rows) : table === 't3' ? t3.rows : t4.blocks
  return rows.find(({ id }) => id === row)?.label ?? row
}

function head(value: string): Cell {
  return {
    value,
    type: String,
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    fontWeight: 'bold',
    backgroundColor: HEAD_COLOUR,
    borderStyle: 'thin',
  }
}

function text(value: string): Cell {
  return { value, type: String, wrap: true, borderStyle: 'thin' }
}

/** A blank of a unit stays blank, so that it can be told from a 0. */
function figure(value: string | null, valueType: ReportCell['valueType']) {
  const style = { align: 'right', borderStyle: 'thin' } as const
  if (value === null) return { value: '', type: String, ...style }
  return { value: Number(value), type: Number, format: valueType === 'amount' ? '0.0000' : '0', ...style }
}
