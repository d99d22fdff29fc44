import type { CellId, TableId } from '../cell-id.ts'
import type { FormatId } from '../report-format.ts'
import type { T3ColumnId, T3GroupId, T3RowId } from '../table-three.ts'
import type { ReadCell } from './read-cell.ts'

/** 机关类型: what decides who has to report when, and on what. */
export const REPORTING_ORGANS = {
  department: '县级以上人民政府部门',
  government: '县级以上地方人民政府',
  township: '乡镇人民政府、街道办事处',
  functional_zone: '功能区管理机构',
} as const

export type ReportingOrgan = keyof typeof REPORTING_ORGANS

export type ReadCells = Readonly<Partial<Record<CellId, ReadCell>>>

/** How a table stands in the document. */
export type TablePresence = 'data' | 'picture' | 'sentence' | 'absent'

/** A printed label that the reader recognised softly. */
export type SoftLabel = Readonly<{
  printed: string
  canonical: string
  how: 'variant' | 'distance'
  where: string
}>

/** Something printed that the format does not have; recognised subtotals are not listed here. */
export type PrintedExtra = Readonly<{ what: 'row' | 'column' | 'table'; label: string; where: string }>

/** A row printed more than once: each place, with its texts by column as far as they are known. */
export type RepeatedLine = Readonly<{
  table: TableId
  row: string
  printings: readonly Readonly<{ where: string; values?: Readonly<Record<string, string>> }>[]
}>

/** The tables of a report as read, with the facts that the table rules ask for. Unknown facts are left out. */
export type ReportFacts = Readonly<{
  format: FormatId
  reportYear: number
  cells: ReadCells
  orgType?: ReportingOrgan
  /** The organ may make 规章, or the report takes in an organ that may. */
  canMakeRegulations?: boolean
  /** Without an entry a table is taken as data when any of its cells was read. */
  tables?: Readonly<Partial<Record<TableId, TablePresence>>>
  softLabels?: readonly SoftLabel[]
  extras?: readonly PrintedExtra[]
  repeated?: readonly RepeatedLine[]
  /** Cells that are filled, but whose figure is garbled or cut off in the document. */
  garbled?: ReadonlySet<CellId>
  /** Printed subtotal rows of （三）（四）（五）（六）. */
  groupSubtotals?: Readonly<Partial<Record<T3GroupId, Readonly<Partial<Record<T3ColumnId, ReadCell>>>>>>
  /** Printed subtotal column of 法人或其他组织. */
  organisationSubtotals?: Readonly<Partial<Record<T3RowId, ReadCell>>>
  /** The processing fee that section six states, in yuan; decimal text. */
  feeStatedInYuan?: string
  prior?: PriorFacts
}>

/** The same organ's report of the year before; it may hold a part of the cells only. */
export type PriorFacts = Readonly<{
  format: FormatId
  reportYear: number
  cells: ReadCells
  /** Section six, a correction note, or a merger or split explains a changed carry-over. */
  carryOverExplained?: boolean
}>
