import { T4_BLOCKS, T4_COLUMNS } from '@mingfu/law'
import type { Field } from './field.ts'
import { type LabelEntry, T4_BLOCK_LABELS } from './label-index.ts'
import { findExact } from './match-label.ts'

/** `printings`: each print of the table or of a part of it, cell id → field. */
export type ReadingOfFour = Readonly<{
  cells: ReadonlyMap<string, Field>
  doubled: readonly string[]
  printings: readonly ReadonlyMap<string, Field>[]
}>

/** The fifteen cells in the order in which the form prints them. */
export const ORDER_OF_FOUR = T4_BLOCKS.flatMap((block) =>
  T4_COLUMNS.map((column) => `t4.${block.id}.${column.id}`),
)

export function blockNamed(text: string): LabelEntry | undefined {
  return findExact(text, T4_BLOCK_LABELS)?.entry
}
