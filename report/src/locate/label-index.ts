import { type FormatId, REPORT_FORMATS, type T2Block, type T3GroupId, T4_LITIGATION_HEAD } from '@mingfu/law'
import { foldLabel } from './fold.ts'

/** How a printed label was recognised, from certain to inferred. */
export type MatchedBy = 'canonical' | 'variant' | 'annotated' | 'edit-distance' | 'fragment' | 'order'

/** One label of the format with everything it may be printed as, folded. */
export type LabelEntry = Readonly<{
  id: string
  label: string
  ordinal: string
  canonical: string
  /** The canonical words without their bracket, when that leaves enough to go by. */
  bare: string
  variants: readonly string[]
  group: T3GroupId | null
}>

export type LabelMatch = Readonly<{ entry: LabelEntry; by: MatchedBy }>

type Printed = Readonly<{ id: string; label: string; variants: readonly string[] }>

/** The row labels of table three, in print order. */
export const T3_ROW_LABELS: Readonly<Record<FormatId, readonly LabelEntry[]>> = byFormat((format) =>
  REPORT_FORMATS[format].t3.rows.map((row) => entryOf(row, row.group)),
)

export const T3_GROUP_LABELS: Readonly<Record<FormatId, readonly LabelEntry[]>> = byFormat((format) =>
  REPORT_FORMATS[format].t3.groups.map((group) => entryOf(group)),
)

export const T3_COLUMN_LABELS: readonly LabelEntry[] = REPORT_FORMATS['2021'].t3.columns.map((column) =>
  entryOf(column),
)

/** A block of table two with its labels. */
export type T2Labels = Readonly<{
  block: T2Block
  clause: LabelEntry
  rows: readonly LabelEntry[]
  columns: readonly LabelEntry[]
}>

export const T2_LABELS: Readonly<Record<FormatId, readonly T2Labels[]>> = byFormat((format) =>
  REPORT_FORMATS[format].t2.blocks.map((block) => ({
    block,
    clause: entryOf({ id: block.id, label: block.clause, variants: [] }),
    rows: block.rows.map((row) => entryOf(row)),
    columns: block.columns.map((column) => entryOf(column)),
  })),
)

export const T4_BLOCK_LABELS: readonly LabelEntry[] = REPORT_FORMATS['2021'].t4.blocks.map((block) => {
  const entry = entryOf(block)
  if (block.id === 'review') return entry
  // A table that lies on its side names the lawsuit in each row: 行政诉讼（复议后起诉）.
  const named = [entry.canonical, ...entry.variants].map((words) => `${T4_LITIGATION_HEAD}${words}`)
  return { ...entry, variants: [...entry.variants, ...named] }
})
export const T4_COLUMN_LABELS: readonly LabelEntry[] = REPORT_FORMATS['2021'].t4.columns.map((column) =>
  entryOf(column),
)

export function entryOf(printed: Printed, group: T3GroupId | null = null): LabelEntry {
  const folded = foldLabel(printed.label)
  return {
    id: printed.id,
    label: printed.label,
    ordinal: folded.ordinal,
    canonical: folded.words,
    bare: folded.bare,
    variants: printed.variants.map((variant) => foldLabel(variant).words),
    group,
  }
}

function byFormat<Value>(make: (format: FormatId) => Value): Readonly<Record<FormatId, Value>> {
  return { 2019: make('2019'), 2021: make('2021') }
}
