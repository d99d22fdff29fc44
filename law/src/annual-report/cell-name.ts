import { type CellId, splitCellId, type TableId } from './cell-id.ts'
import type { PrintedLabel } from './printed-label.ts'
import { type FormatId, REPORT_FORMATS } from './report-format.ts'

export const TABLE_NAMES: Readonly<Record<TableId, string>> = { t2: '表二', t3: '表三', t4: '表四' }

/** `t3.denied.state_secret.total` → `表三“1.属于国家秘密”行“总计”列`, as messages name a cell. */
export function cellName(format: FormatId, id: CellId): string {
  const { table, row, column } = splitCellId(id)
  const label =
    table === 't2' ? columnLabelOfTableTwo(format, row, column) : columnLabel(format, table, column)
  return `${rowName(format, table, row)}“${label}”列`
}

/** `表三“（一）予以公开”行`; in table four the block stands for the row. */
export function rowName(format: FormatId, table: TableId, row: string): string {
  const { t2, t3, t4 } = REPORT_FORMATS[format]
  const rows: Readonly<Record<TableId, readonly (PrintedLabel & { id: string })[]>> = {
    t2: t2.blocks.flatMap((block) => block.rows),
    t3: t3.rows,
    t4: t4.blocks,
  }
  return `${TABLE_NAMES[table]}“${labelOf(rows[table], row)}”${table === 't4' ? '' : '行'}`
}

/** `表三“自然人”列`. */
export function columnName(format: FormatId, table: 't3' | 't4', column: string): string {
  return `${TABLE_NAMES[table]}“${columnLabel(format, table, column)}”列`
}

function columnLabel(format: FormatId, table: 't3' | 't4', column: string): string {
  return labelOf(REPORT_FORMATS[format][table].columns, column)
}

function columnLabelOfTableTwo(format: FormatId, row: string, column: string): string {
  const block = REPORT_FORMATS[format].t2.blocks.find(({ rows }) => rows.some(({ id }) => id === row))
  return labelOf(block?.columns ?? [], column)
}

function labelOf(labels: readonly (PrintedLabel & { id: string })[], id: string): string {
  return labels.find((label) => label.id === id)?.label ?? id
}
