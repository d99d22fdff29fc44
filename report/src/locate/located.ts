import type { Unread } from '../read/source.ts'
import type { ExtraRow, RepeatedRow } from '../report.ts'
import type { Field } from './field.ts'
import type { MatchedBy } from './label-index.ts'
import type { CellStatus } from './parse-value.ts'

/** A cell of the report as it stands in the document. */
export type LocatedCell = Readonly<{
  /** As printed; empty for a blank cell. */
  raw: string
  /** `null` for a blank, a placeholder or anything that is no number. */
  value: number | null
  status: CellStatus
  where: string
  /** How the label of its row was recognised. */
  matchedBy: MatchedBy
}>

/** A label of the document that stands for a row, a column or a heading of the format, or the heads of a whole table. */
export type LocatedLabel = Readonly<{
  kind: 'row' | 'column' | 'heading' | 'table'
  id: string
  printed: string
  canonical: string
  matchedBy: MatchedBy
  where: string
}>

/** What one of the three tables gave. */
export type LocatedTable = Readonly<{
  cells: ReadonlyMap<string, LocatedCell>
  labels: readonly LocatedLabel[]
  extraRows: readonly ExtraRow[]
  unread: readonly Unread[]
  /** Row id or group id → column id → raw text. */
  subtotals: Readonly<Record<string, Readonly<Record<string, string>>>>
  legalPersonSubtotal: Readonly<Record<string, string>>
  repeatedRows: readonly RepeatedRow[]
  /** The fields that belong to the table: they are no prose. */
  used: Iterable<Field>
}>
