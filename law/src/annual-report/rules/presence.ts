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
  /** Cells of a missing table, row or column, or printed twice; an identity that needs one is not assessable. */
  unreachable: ReadonlySet<CellId>
}>

type PresenceFacts = Pick<ReportFacts, 'format' | 'cells' | 'tables' | 'repeated' | 'garbled'>

export function presenceOf(facts: PresenceFacts): Presence {
  const format = cellsOf(facts.format)
  const whole = facts.repeated === undefined || facts.repeated.length === 0
  if (whole && holdsData(facts) && format.every(({ id }) => facts.cells[id] !== undefined)) return WHOLE
  const tables = tablesOf(format, facts)
  const inTables = format.filter(({ table }) => tables[table] === 'data')

  const rows = inTables.filter(({ table }) => table !== 't4')
  const lacking = missingLines(rows, ({ row }) => row, facts.cells)
  // A row that stands there twice with different figures is not missing, although none of them was taken.
  const missingRows = lacking.filter(
    ({ table, id, cells }) =>
      !isRepeated(facts, table, id) && !cells.some((cell) => facts.garbled?.has(cell)),
  )
  const gone = new Set(lacking.flatMap(({ cells }) => cells))
  const unsettled =
    facts.repeated?.length || facts.garbled?.size ? inTables.filter((cell) => isUnsettled(facts, cell)) : []
  const columns = inTables.filter((cell) => !gone.has(cell.id) && !unsettled.includes(cell))
  const missingColumns = missingLines(columns, ({ block, column }) => `${block}.${column}`, facts.cells)

  const unreachable = format
    .filter(({ table }) => tables[table] !== 'data')
    .map(({ id }) => id)
    .concat([...lacking, ...missingColumns].flatMap(({ cells }) => cells))
    .concat(unsettled.map(({ id }) => id))
  return { tables, missingRows, missingColumns, unreachable: new Set(unreachable) }
}

/** Every cell of the format was read, each once. */
const WHOLE: Presence = {
  tables: { t2: 'data', t3: 'data', t4: 'data' },
  missingRows: [],
  missingColumns: [],
  unreachable: new Set(),
}

function holdsData({ tables = {} }: PresenceFacts): boolean {
  return Object.values(tables).every((presence) => presence === 'data')
}

function isRepeated({ repeated = [] }: PresenceFacts, table: TableId, row: string): boolean {
  return repeated.some((line) => line.table === table && line.row === row)
}

/** Garbled, or printed more than once with different figures, so that none of them was taken. */
function isUnsettled(
  { repeated = [], garbled, cells }: PresenceFacts,
  { id, table, row, column }: ReportCell,
): boolean {
  if (cells[id] !== undefined) return false
  if (garbled?.has(id) === true) return true
  const printings = repeated.flatMap((line) =>
    line.table === table && line.row === row ? line.printings : [],
  )
  return printings.some(({ values }) => values === undefined || values[column] !== undefined)
}

function tablesOf(
  format: readonly ReportCell[],
  { cells, tables = {}, repeated = [] }: PresenceFacts,
): Record<TableId, TablePresence> {
  const read = new Set(format.filter(({ id }) => cells[id] !== undefined).map(({ table }) => table))
  for (const { table } of repeated) read.add(table)
  const presence = (table: TableId) => tables[table] ?? (read.has(table) ? 'data' : 'absent')
  return { t2: presence('t2'), t3: presence('t3'), t4: presence('t4') }
}

function missingLines(
  format: readonly ReportCell[],
  lineOf: (cell: ReportCell) => string,
  cells: ReadCells,
): readonly MissingLine[] {
  // Nearly every report has them all: only where a cell was not read are the lines put together.
  if (format.every(({ id }) => cells[id] !== undefined)) return []
  const lines = Map.groupBy(format, (cell) => `${cell.table} ${lineOf(cell)}`)
  return [...lines.values()].flatMap((line) => {
    const [first] = line
    if (first === undefined || line.some(({ id }) => cells[id] !== undefined)) return []
    return [{ table: first.table, id: lineOf(first), cells: line.map(({ id }) => id) }]
  })
}
