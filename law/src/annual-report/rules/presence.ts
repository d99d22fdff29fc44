import type { CellId, TableId } from '../cell-id.ts'
import { cellsOf, type ReportCell } from '../report-format.ts'
import type { ReadCells, ReportFacts, TablePresence } from './report-facts.ts'

/** A row or column of the format of which no cell was read. */
export type MissingLine = Readonly<{ table: TableId; id: string; cells: readonly CellId[] }>

/** What of the format is in the document: whole tables, rows and columns that are not, and the cells they hold. */
export type Presence = Readonly<{
  tables: Readonly<Record<TableId, TablePresence>>
  missingRows: readonly MissingLine[]
  missingColumns: readonly MissingLine[]
  /** Cells of a missing table, row or column; an identity that needs one is not assessable. */
  unreachable: ReadonlySet<CellId>
}>

export function presenceOf(facts: Pick<ReportFacts, 'format' | 'cells' | 'tables'>): Presence {
  const format = cellsOf(facts.format)
  const tables = tablesOf(format, facts)
  const inTables = format.filter(({ table }) => tables[table] === 'data')

  const rows = inTables.filter(({ table }) => table !== 't4')
  const missingRows = missingLines(rows, ({ row }) => row, facts.cells)
  const gone = new Set(missingRows.flatMap(({ cells }) => cells))
  const columns = inTables.filter(({ id }) => !gone.has(id))
  const missingColumns = missingLines(columns, ({ block, column }) => `${block}.${column}`, facts.cells)

  const unreachable = format
    .filter(({ table }) => tables[table] !== 'data')
    .map(({ id }) => id)
    .concat([...missingRows, ...missingColumns].flatMap(({ cells }) => cells))
  return { tables, missingRows, missingColumns, unreachable: new Set(unreachable) }
}

function tablesOf(
  format: readonly ReportCell[],
  { cells, tables = {} }: Pick<ReportFacts, 'cells' | 'tables'>,
): Record<TableId, TablePresence> {
  const read = new Set(format.filter(({ id }) => cells[id] !== undefined).map(({ table }) => table))
  const presence = (table: TableId) => tables[table] ?? (read.has(table) ? 'data' : 'absent')
  return { t2: presence('t2'), t3: presence('t3'), t4: presence('t4') }
}

function missingLines(
  format: readonly ReportCell[],
  lineOf: (cell: ReportCell) => string,
  cells: ReadCells,
): readonly MissingLine[] {
  const lines = Map.groupBy(format, (cell) => `${cell.table} ${lineOf(cell)}`)
  return [...lines.values()].flatMap((line) => {
    const [first] = line
    if (first === undefined || line.some(({ id }) => cells[id] !== undefined)) return []
    return [{ table: first.table, id: lineOf(first), cells: line.map(({ id }) => id) }]
  })
}
