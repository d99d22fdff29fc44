import type { CellAddress, Range } from '@e965/xlsx'
import { UnreadableFile } from './unreadable-file.ts'

/** The rows and columns of a sheet in which its text stands; `far` cells to the right and `below` rows are left out. */
export type SheetArea = Readonly<{
  rows: readonly number[]
  firstColumn: number
  lastColumn: number
  far: number
  below: number
}>

/** So many empty rows part two tables; what stands behind so many empty columns belongs to nothing. */
const GAP = 50
const MOST_ROWS = 5000
/** Merged areas, each counted once for every row that it reaches into. */
const MOST_MERGED_ROWS = 200_000

/**
 * 有内容的区域: the range that a sheet states says less, because formats that reach down to the last row make it a
 * million rows high, and one spoilt address makes it as wide. Takes the cells and the merged areas with text, and how
 * many fields may be read; `null` for an empty sheet.
 */
export function sheetArea(
  filled: readonly CellAddress[],
  merged: readonly Range[],
  mostFields: number,
): SheetArea | null {
  const ends = merged.map(({ s, e }) => ({ r: Math.min(e.r, s.r + GAP), c: Math.min(e.c, s.c + GAP) }))
  const columns = ascending([...filled, ...ends].map(({ c }) => c))
  const firstColumn = columns[0]
  if (firstColumn === undefined) return null
  const lastColumn =
    columns.find((column, index) => (columns[index + 1] ?? Infinity) > column + GAP) ?? firstColumn
  const near = [...filled, ...ends].filter(({ c }) => c <= lastColumn)
  const rows = withSmallGaps(ascending(near.map(({ r }) => r)))
  const most = Math.min(MOST_ROWS, Math.floor(mostFields / (lastColumn - firstColumn + 1)))
  return {
    rows: rows.slice(0, most),
    firstColumn,
    lastColumn,
    far: filled.filter(({ c }) => c > lastColumn).length,
    below: Math.max(0, rows.length - most),
  }
}

/** The merged areas that reach into each row from the first to the last of a sheet. */
export function mergesByRow(
  merges: readonly Range[],
  rows: readonly number[],
): ReadonlyMap<number, readonly Range[]> {
  const wanted = new Set(rows)
  const last = rows.at(-1) ?? 0
  const byRow = new Map<number, Range[]>()
  let reached = 0
  for (const merge of merges) {
    for (let row = merge.s.r; row <= Math.min(merge.e.r, last); row++) {
      if (++reached > MOST_MERGED_ROWS)
        throw new UnreadableFile('电子表格的合并单元格过多，不像是年度报告，没有读取')
      if (!wanted.has(row)) continue
      const known = byRow.get(row)
      if (known === undefined) byRow.set(row, [merge])
      else known.push(merge)
    }
  }
  return byRow
}

/** Empty rows between two tables stay, as they stand in every other kind of file. */
function withSmallGaps(rows: readonly number[]): readonly number[] {
  return rows.flatMap((row, index) => {
    const empty = row - (rows[index - 1] ?? row) - 1
    return empty > 0 && empty <= GAP ? Array.from({ length: empty + 1 }, (_, at) => row - empty + at) : [row]
  })
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((one, other) => one - other)
}
