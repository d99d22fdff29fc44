import { T3_COLUMNS } from '@mingfu/law'
import type { Source } from '../read/source.ts'
import {
  anchorOf,
  type ColumnMap,
  type Fillers,
  type Places,
  type RowSurroundings,
  subtotalPosition,
  windowsOf,
} from './align-seven.ts'
import { isTabular } from './candidate.ts'
import { columnMapOf } from './header-three.ts'
import type { RowOfThree } from './rows-three.ts'

const COLUMNS = T3_COLUMNS.map((column) => column.id)

/** How many label columns the label of a row covers beyond its first. */
const SPANNED: Readonly<Record<string, number>> = {
  new_received: 2,
  carried_in: 2,
  carried_out: 2,
  granted: 1,
  partially_granted: 1,
  other: 1,
  results_total: 1,
}

/** What the other rows of table three say of where the seven figures of a row stand. */
export function surroundingsOf(rows: readonly RowOfThree[], source: Source, head: RowSurroundings['head']) {
  const maps = new Map<number, ColumnMap | null>()
  const long = rows.filter((row) => row.values.length > COLUMNS.length)
  const subtotalAt = agreedPosition(long)
  const isWide = long.some(
    ({ values }) => values.filter((field) => field.text !== '').length > COLUMNS.length,
  )
  const widths = new Map<number, number>()
  const ends = new Map<number, number>()
  const fillers = fillersOf(long)
  const places = placesOf(rows)
  const unbounded = rows.filter(({ candidate }) => !isTabular(candidate) && candidate.layout !== 'placed')
  const odd = unbounded.filter(({ kind, values }) => kind === 'row' && values.length !== COLUMNS.length)
  const short = odd.filter(({ values }) => values.length < COLUMNS.length)

  return (row: RowOfThree) => {
    const { block } = row.candidate
    if (!maps.has(block)) {
      const grid = source.blocks[block]
      maps.set(block, grid?.kind === 'grid' ? columnMapOf(grid) : null)
      widths.set(block, grid?.kind === 'grid' ? usualWidth(grid.rows.map((one) => one.cells.length)) : 0)
      ends.set(block, grid?.kind === 'grid' ? usualWidth(grid.rows.map((one) => endOf(one.cells.at(-1)))) : 0)
    }
    const usual = widths.get(block) ?? 0
    return {
      map: maps.get(block) ?? null,
      fillers,
      spanned: SPANNED[row.id] ?? 0,
      usualWidth: usual,
      endsEarly:
        row.candidate.layout === 'exact'
          ? endOf(row.values.at(-1)) < (ends.get(block) ?? 0)
          : row.candidate.layout === 'ragged' && row.candidate.width < usual,
      places,
      head,
      isUneven: odd.length > 2 && row.candidate.layout === 'line',
      losesBlanks: short.length > 2 && row.candidate.layout === 'line',
      subtotalAt,
      isWide,
    }
  }
}

/** What rows that leave no choice show: blanks of a span stand before the values, or behind them. */
function fillersOf(rows: readonly RowOfThree[]): Fillers {
  let leading = false
  let trailing = false
  for (const { values } of rows) {
    const [start, second] = windowsOf(values)
    if (start === undefined || second !== undefined) continue
    if (start === 0) trailing = true
    if (start === values.length - COLUMNS.length) leading = true
  }
  return { leading, trailing }
}

/**
 * The places of the columns, by whole rows that agree on them although their labels differ in length: else a long label
 * may have pushed its figures along.
 */
function placesOf(rows: readonly RowOfThree[]): Places | null {
  const whole = rows.filter(
    (row) => row.candidate.layout === 'placed' && row.values.length === COLUMNS.length,
  )
  const labelEnds = whole.map((row) => endOf(row.texts.at(-1)))
  if (whole.length < 2 || new Set(labelEnds).size < 2) return null
  for (const anchor of ['left', 'right', 'middle'] as const) {
    const columns = COLUMNS.map((_, index) =>
      whole.flatMap((row) => (row.values[index] ? [anchorOf(row.values[index], anchor)] : [])),
    )
    const at = columns.map((places) => places.reduce((sum, place) => sum + place, 0) / places.length)
    const reach = Math.min(...at.slice(1).map((place, index) => place - (at[index] ?? 0))) / 5
    if (columns.every((places) => Math.max(...places) - Math.min(...places) <= reach))
      return { anchor, at, reach }
  }
  return null
}

function agreedPosition(rows: readonly RowOfThree[]): number | null {
  const found = new Set(rows.flatMap((row) => subtotalPosition(row.values) ?? []))
  const [only, second] = found
  return only !== undefined && second === undefined ? only : null
}

/** The column behind the last field of a row. */
function endOf(field: Readonly<{ column: number; span: number }> | undefined): number {
  return field === undefined ? 0 : field.column + field.span
}

function usualWidth(widths: readonly number[]): number {
  const counted = new Map<number, number>()
  for (const width of widths) counted.set(width, (counted.get(width) ?? 0) + 1)
  const [width, count] = [...counted].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])
  return widths.length >= 3 && count * 10 >= widths.length * 6 ? width : 0
}
