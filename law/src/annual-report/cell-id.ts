import type { T4BlockId, T4ColumnId } from './table-four.ts'
import type { T3ColumnId, T3RowId } from './table-three.ts'
import type { T2CellId } from './table-two.ts'

export type TableId = 't2' | 't3' | 't4'

export type T3CellId = `t3.${T3RowId}.${T3ColumnId}`
export type T4CellId = `t4.${T4BlockId}.${T4ColumnId}`

/** The name of one figure of the report in either format, such as `t3.denied.state_secret.natural_person`. */
export type CellId = T2CellId | T3CellId | T4CellId

export function t3Cell<Row extends T3RowId, Column extends T3ColumnId>(row: Row, column: Column) {
  return `t3.${row}.${column}` as const
}

export function t4Cell<Block extends T4BlockId, Column extends T4ColumnId>(block: Block, column: Column) {
  return `t4.${block}.${column}` as const
}

/** `t3.denied.state_secret.total` → table `t3`, row `denied.state_secret`, column `total`. */
export function splitCellId(id: CellId): Readonly<{ table: TableId; row: string; column: string }> {
  const last = id.lastIndexOf('.')
  return { table: id.slice(0, 2) as TableId, row: id.slice(3, last), column: id.slice(last + 1) }
}
