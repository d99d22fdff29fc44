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
import type { Reconciliation } from './reconcile.ts'

const SHEETS: readonly (readonly [table: TableId, name: string])[] = [
  ['t2', '表二对账'],
  ['t3', '表三对账'],
  ['t4', '表四对账'],
]

const HEAD_COLOUR = '#dbe5f1'

/** 对账表: a sheet for each table with a line for each unit and their sum, and a sheet of what could not be added. */
export async function reconciliationXlsx(
  merged: MergedReport,
  format: FormatId,
  accounts?: Reconciliation,
): Promise<Uint8Array> {
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
    await writeExcelFile([...sheets, ...(accounts === undefined ? [] : accountSheets(accounts)), faults], {
      fontFamily: '宋体',
      fontSize: 11,
    }).toBuffer(),
  )
}

/** 单位核对、差异: who is missing or off, and where a stated total leaves the sum. */
function accountSheets({ unitFaults, missing, strangers, repeated, differences }: Reconciliation) {
  const units = [
    ...missing.map((unit) => [unit, '缺少报告', '在应报单位名册上，没有报告']),
    ...[...new Set(strangers)].map((unit) => [unit, '不在名册', '有报告，不在应报单位名册上']),
    ...repeated.map((unit) => [unit, '重复汇入', '同一单位汇入不止一次']),
    ...unitFaults.map(({ unit, rule, message }) => [unit, rule, message]),
  ]
  const sheet = (name: string, widths: readonly number[], heads: readonly string[], rows: string[][]) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: [
      heads.map(head),
      ...(rows.length === 0 ? [[text('—'), text('没有发现问题')]] : rows.map((row) => row.map(text))),
    ],
  })
  return [
    sheet('单位核对', [30, 14, 100], ['单位', '情况', '说明'], units),
    sheet(
      '差异',
      [50, 14, 14, 14, 80],
      ['单元格', '汇总报告', '各单位之和', '相差', '先问'],
      differences.map(({ name, stated, sum, difference, suspects }) => [
        name,
        stated,
        sum,
        difference,
        suspects.map(({ unit, why }) => `${unit}（${why}）`).join('；'),
      ]),
    ),
  ]
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
