import { T3_APPLICANT_HEAD, T3_ORGANISATION_HEAD } from '@mingfu/law'
import type { GridBlock } from '../read/source.ts'
import type { ColumnMap } from './align-seven.ts'
import { foldLabel } from './fold.ts'
import { T3_COLUMN_LABELS, T3_ROW_LABELS } from './label-index.ts'
import { findExact, findLabel } from './match-label.ts'

const HEADS = new Set([T3_APPLICANT_HEAD, T3_ORGANISATION_HEAD])
const ROWS = [...T3_ROW_LABELS['2021'], ...T3_ROW_LABELS['2019']].filter(
  (entry) => !['其他', '总计', '其他处理'].includes(entry.canonical),
)

/**
 * Where the head of a grid puts the columns of table three; `null` when there is none to speak of. A column whose name
 * was not recognised stands where the form has it, if the others do; else it is not there.
 */
export function columnMapOf(grid: GridBlock): ColumnMap | null {
  if (grid.layout !== 'exact') return null
  const columns = new Map<string, { from: number; to: number }>()
  let subtotal: { from: number; to: number } | null = null
  for (const row of grid.rows) {
    if (row.cells.some((cell) => isRowLabel(cell.text))) break
    for (const cell of row.cells) {
      const place = { from: cell.column, to: cell.column + cell.span }
      const found = findLabel(cell.text, T3_COLUMN_LABELS)
      const words = foldLabel(cell.text).words
      if (words === '小计' || (found?.entry.id === 'total' && isInside(columns, place))) subtotal = place
      else if (found !== undefined) columns.set(found.entry.id, place)
    }
  }
  const places = T3_COLUMN_LABELS.map((entry) => columns.get(entry.id) ?? null)
  const known = places.filter((place) => place !== null)
  const starts = known.map((place) => place.from)
  if (known.length < NAMED || known.some((place) => place.to - place.from > 1)) return null
  if (new Set(starts).size !== starts.length) return null
  const reordered = starts.some((start, index) => index > 0 && start < (starts[index - 1] ?? 0))
  if (known.length === places.length) return { columns: known, subtotal, reordered, lacking: false }
  const bases = new Set(places.flatMap((place, index) => (place === null ? [] : [place.from - index])))
  const [base, second] = bases
  if (base !== undefined && second === undefined && subtotal === null) return null
  return { columns: places, subtotal, reordered, lacking: true }
}

/** The head names at least so many columns, or it is none. */
const NAMED = 4

/** Whether the texts are a head of table three: three of its column names side by side. */
export function isHeadThree(texts: readonly string[]): boolean {
  const named = new Set(
    texts.flatMap((text) => {
      const words = foldLabel(text).words
      return HEADS.has(words) ? [words] : (findExact(text, T3_COLUMN_LABELS)?.entry.id ?? [])
    }),
  )
  return named.size >= 3
}

function isRowLabel(text: string): boolean {
  return findExact(text, ROWS) !== undefined
}

function isInside(
  columns: ReadonlyMap<string, Readonly<{ from: number; to: number }>>,
  place: Readonly<{ from: number; to: number }>,
): boolean {
  const last = columns.get('other_org')
  return last !== undefined && place.from < last.from
}
