import type { GridBlock, GridRow, Source } from '../read/source.ts'
import type { Field } from './field.ts'
import { type LabelEntry, T4_BLOCK_LABELS, T4_COLUMN_LABELS } from './label-index.ts'
import { findExact } from './match-label.ts'
import { looksLikeValue } from './parse-value.ts'
import { blockNamed, type ReadingOfFour } from './reading-four.ts'

const OUTCOMES = T4_COLUMN_LABELS.filter((entry) => entry.id !== 'total')

/** Table four by block word and outcome word, from the tables whose grid is known. */
export function readGrids(source: Source): ReadingOfFour | null {
  const found = new Map<string, Field>()
  const doubled = new Set<string>()
  const printings: Map<string, Field>[] = []
  // A block word directly before a small table names its block.
  let block: string | null = null
  for (const [index, grid] of source.blocks.entries()) {
    if (grid.kind === 'text') block = blockNamed(grid.text)?.id ?? (grid.text.length > 30 ? null : block)
    if (grid.kind !== 'grid' || grid.layout !== 'exact' || !namesOutcomes(grid)) continue
    const isCut = source.truncated && index === source.blocks.length - 1
    const own: Map<string, Field>[] = []
    for (const [id, field] of cellsOfGrid(grid, index, block)) {
      if (isCut && isLastCell(field, grid)) continue
      const free = own.find((printing) => !printing.has(id))
      if (free === undefined) own.push(new Map([[id, field]]))
      else free.set(id, field)
      const before = found.get(id)
      if (before !== undefined && before.text !== field.text) doubled.add(id)
      if (before === undefined) found.set(id, field)
    }
    printings.push(...own)
  }
  for (const id of doubled) found.delete(id)
  return found.size === 0 && doubled.size === 0 ? null : { cells: found, doubled: [...doubled], printings }
}

/**
 * Every value takes its block and outcome from the heads above it and to its left, so that the table may lie on its
 * side or be cut in three.
 */
function cellsOfGrid(
  grid: GridBlock,
  index: number,
  outer: string | null,
): readonly (readonly [string, Field])[] {
  const cells = grid.rows.flatMap((row, number) =>
    row.cells.map((cell) => ({ ...cell, block: index, row: number })),
  )
  const heads = cells.filter((cell) => !looksLikeValue(cell.text))
  const values = cells.filter((cell) => !cell.continued && looksLikeValue(cell.text))
  const found: [string, Field][] = []
  const unplaced: Field[] = []
  const end = Math.max(0, ...heads.map(endOf))
  const rowEnds = grid.rows.map((row) => Math.max(...row.cells.map(endOf)))
  for (const value of values) {
    // A row that ends before its head does has lost a cell, and nobody knows which.
    if ((rowEnds[value.row] ?? 0) < end) continue
    const above = heads.filter(
      (head) =>
        head.row < value.row &&
        head.column < value.column + value.span &&
        value.column < head.column + head.span,
    )
    const left = heads.filter((head) => head.row === value.row && head.column < value.column)
    const around = [...above, ...left]
    const block = nearest(around, T4_BLOCK_LABELS) ?? (namesBlocks(heads) ? null : outer)
    const outcome = nearest(around, T4_COLUMN_LABELS)
    if (block === null || outcome === null) {
      unplaced.push(value)
      continue
    }
    found.push([`t4.${block}.${outcome}`, value])
  }
  // Another line of figures that lost a cell shows that the table was printed twice: which print holds, nobody knows.
  if (grid.rows.some((row, number) => (rowEnds[number] ?? 0) < end && isLineOfFigures(row))) return []
  // A figure without a head shows that the heads do not stand over their columns: then none of them can be trusted.
  if (unplaced.some((value) => value.text !== '')) return []
  return found.filter(([id, value]) => !isFiller(id, value, found, heads))
}

function isLineOfFigures({ cells }: GridRow): boolean {
  const filled = cells.filter(({ text, continued }) => text !== '' && !continued)
  return filled.length > 2 && cells.every(({ text }) => looksLikeValue(text))
}

/** Where the file was cut, the last cell may be the beginning of one. */
function isLastCell(field: Field, grid: GridBlock): boolean {
  return field.row === grid.rows.length - 1 && field.column === grid.rows.at(-1)?.cells.at(-1)?.column
}

function endOf(cell: Readonly<{ column: number; span: number }>): number {
  return cell.column + cell.span
}

function nearest(heads: readonly Field[], entries: readonly LabelEntry[]): string | null {
  for (let index = heads.length - 1; index >= 0; index--) {
    const match = findExact(heads[index]?.text ?? '', entries)
    if (match !== undefined) return match.entry.id
  }
  return null
}

/** A blank in a head row, left by a span, where the data row below has the same cell. */
function isFiller(
  id: string,
  value: Field,
  found: readonly (readonly [string, Field])[],
  heads: readonly Field[],
): boolean {
  if (value.text !== '' || !heads.some((head) => head.row === value.row)) return false
  return found.some(([other, field]) => other === id && field.row > value.row)
}

function namesOutcomes(grid: GridBlock): boolean {
  const named = new Set<string>()
  for (const { cells } of grid.rows) {
    for (const { text, continued } of cells) {
      const found = continued ? undefined : findExact(text, OUTCOMES)
      if (found !== undefined && named.add(found.entry.id).size >= 3) return true
    }
  }
  return false
}

function namesBlocks(heads: readonly Field[]): boolean {
  return heads.some((head) => findExact(head.text, T4_BLOCK_LABELS) !== undefined)
}
