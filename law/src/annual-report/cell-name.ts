import { type CellId, splitCellId, type TableId } from './cell-id.ts'
import type { PrintedLabel } from './printed-label.ts'
import { type FormatId, REPORT_FORMATS } from './report-format.ts'

export const TABLE_NAMES: Readonly<Record<TableId, string>> = { t2: '表二', t3: '表三', t4: '表四' }

/** `t3.denied.state_secret.total` → `表三“1.属于国家秘密”行“总计”列`, as messages name a cell. */
export function cellName(format: FormatId, id: CellId): string {
  const known = NAMES[format].get(id)
  if (known !== undefined) return known
  const { table, row, column } = splitCellId(id)
  const name = `${rowName(format, table, row)}“${columnLabel(format, table, row, column)}”列`
  if (REPORT_FORMATS[format].cells.some((cell) => cell.id === id)) NAMES[format].set(id, name)
  return name
}

/** Names made so far: a report asks for the same few hundred again and again. */
const NAMES: Readonly<Record<FormatId, Map<CellId, string>>> = { 2019: new Map(), 2021: new Map() }

/** `表三“（一）予以公开”行`; in table four the block stands for the row. */
export function rowName(format: FormatId, table: TableId, row: string): string {
  const { t2, t3, t4 } = REPORT_FORMATS[format]
  switch (table) {
    case 't2':
      return `表二“${labelOf(
        t2.blocks.flatMap((block) => block.rows),
        row,
      )}”行`
    case 't3':
      return `表三“${labelOf(t3.rows, row)}”行`
    case 't4':
      return `表四“${labelOf(t4.blocks, row)}”`
  }
}

/** The printed head over a cell. The columns of table two depend on the block that `row` stands in. */
export function columnLabel(format: FormatId, table: TableId, row: string, column: string): string {
  const { t2, t3, t4 } = REPORT_FORMATS[format]
  switch (table) {
    case 't2':
      return labelOf(
        t2.blocks.find((block) => block.rows.some(({ id }) => id === row))?.columns ?? [],
        column,
      )
    case 't3':
      return labelOf(t3.columns, column)
    case 't4':
      return labelOf(t4.columns, column)
  }
}

function labelOf(labels: readonly (PrintedLabel & { id: string })[], id: string): string {
  return labels.find((label) => label.id === id)?.label ?? id
}
