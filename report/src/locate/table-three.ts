import { type FormatId, T3_COLUMNS, type T3ColumnId } from '@mingfu/law'
import type { Source, Unread } from '../read/source.ts'
import type { ExtraRow } from '../report.ts'
import {
  type Aligned,
  alignSeven,
  anchorOf,
  type ColumnMap,
  type Fillers,
  type Places,
  type RowSurroundings,
  subtotalPosition,
  windowsOf,
} from './align-seven.ts'
import type { Candidate } from './candidate.ts'
import type { Field } from './field.ts'
import { foldLabel } from './fold.ts'
import { columnMapOf, isHeadThree } from './header-three.ts'
import { T3_COLUMN_LABELS, T3_GROUP_LABELS, T3_ROW_LABELS } from './label-index.ts'
import type { LocatedCell, LocatedLabel, LocatedTable } from './located.ts'
import { parseValue } from './parse-value.ts'
import { type Met, meeting, onlyOnce, repeatedRows } from './printings.ts'
import { ambiguousRows, type RowOfThree, rowsOfThree } from './rows-three.ts'
import { resultsTie } from './tie-three.ts'

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

/** Fewer values than this behind a label in a line of text are no row. */
const MENTIONED = 4

const ORGANISATIONS = T3_COLUMN_LABELS.filter(({ id }) => id !== 'natural_person' && id !== 'total')
const COLUMNS = T3_COLUMNS.map((column) => column.id)

/** 表三: 收到和处理政府信息公开申请情况, cell by cell. */
export function locateTableThree(
  candidates: readonly Candidate[],
  source: Source,
  format: FormatId,
): LocatedTable {
  const rows = rowsOfThree(candidates, format)
  const head = headOf(rows, candidates)
  const surroundings = surroundingsOf(rows, source, head.kind)
  const unread: Unread[] = []
  const labels: LocatedLabel[] = []
  const extraRows: ExtraRow[] = []
  const used = new Set<Field>()
  const subtotals: Record<string, Record<string, string>> = {}
  const legalPersonSubtotal: Record<string, string> = {}
  const readings = new Map<string, Map<string, LocatedCell>>()
  const inferred = new Set<string>()
  const doubled = new Set<string>()
  const unaligned = new Set<string>()
  const met: Met[] = []
  const shared = new Set(ambiguousRows(format).map(({ id }) => id))

  const mayRunOn = runOnRows(rows, format)

  for (const row of rows) {
    for (const field of [...row.texts, ...row.values]) used.add(field)
    if (row.kind === 'extra') {
      extraRows.push({ label: printedOf(row), values: row.values.map((field) => field.text) })
      continue
    }
    const around = surroundings(row)
    const alignment = alignSeven(row.candidate, row.values, around)
    if (!alignment.found) {
      // Prose that repeats the table gives a figure or two behind a label: no second row.
      if (row.values.length < MENTIONED && !isTabular(row.candidate)) continue
      if (row.kind === 'row') {
        unaligned.add(row.id)
        met.push(...meeting(row.id, row.by, row.texts, { weak: shared.has(row.id) }))
      }
      unread.push({ what: `表三“${labelOf(row.id, format)}”`, why: alignment.why })
      continue
    }
    if (mayRunOn.has(row)) {
      unaligned.add(row.id)
      unread.push({
        what: `表三“${labelOf(row.id, format)}”`,
        why: '下一行的名称没有读出，这些数字可能属于下一行',
      })
      continue
    }
    if (row.kind === 'subtotal') {
      subtotals[row.id] = rawOf(alignment.cells)
      continue
    }
    const cells = cellsOf(
      row,
      around.map === null || row.candidate.layout !== 'exact'
        ? inFormatOrder(alignment.cells, head.order)
        : alignment.cells,
    )
    met.push(...meeting(row.id, row.by, row.texts, { weak: shared.has(row.id), values: textsOf(cells) }))
    const before = readings.get(row.id)
    if (before !== undefined && !sameReading(before, cells)) doubled.add(row.id)
    if (before === undefined) {
      readings.set(row.id, cells)
      labels.push(labelFor(row, format))
    }
    if (row.by === 'order') inferred.add(row.id)
    if (alignment.organisations !== undefined) legalPersonSubtotal[row.id] = alignment.organisations.text
  }

  const repeated = repeatedRows(met)
  // Of a row printed twice, one of them not understood, the other cannot be trusted either.
  const order = T3_ROW_LABELS[format].map(({ id }) => id)
  for (const id of onlyOnce(repeated, order)) if (readings.has(id)) doubled.add(id)
  for (const id of unaligned) if (readings.has(id)) doubled.add(id)
  for (const id of doubled) {
    readings.delete(id)
    unread.push({
      what: `表三“${labelOf(id, format)}”`,
      why: '这一行或者整张表出现不止一次，且数字不同或者没有全部读懂，不能确定以哪一次为准',
    })
  }
  if (inferred.size > 0 && !resultsTie(readings, format)) {
    for (const id of inferred) {
      readings.delete(id)
      unread.push({
        what: `表三“${labelOf(id, format)}”`,
        why: '这一行的名称没有读出，按位置推定后与总计不符',
      })
    }
  }
  return {
    cells: new Map(
      [...readings].flatMap(([row, cells]) =>
        [...cells].map(([column, cell]) => [`t3.${row}.${column}`, cell] as const),
      ),
    ),
    // A row printed twice is there, whether its figures could be read or not.
    labels: labels.filter((label) => readings.has(label.id) || doubled.has(label.id)),
    extraRows,
    unread,
    subtotals,
    legalPersonSubtotal,
    repeatedRows: repeated,
    used,
  }
}

function textsOf(cells: ReadonlyMap<string, LocatedCell>): Record<string, string> {
  return Object.fromEntries([...cells].map(([column, { raw }]) => [column, raw]))
}

/**
 * Rows without ends, in a print that leaves zeros out: where the name of the next row was lost, its figures run on
 * behind the name of a row that has none of its own.
 */
function runOnRows(rows: readonly RowOfThree[], format: FormatId): ReadonlySet<RowOfThree> {
  if (rows.some(({ values }) => values.some((field) => parseValue(field.text, 'count').value === 0)))
    return new Set()
  const met = new Set(rows.map(({ id }) => id))
  const order = T3_ROW_LABELS[format].map(({ id }) => id)
  return new Set(
    rows.filter(({ kind, id, candidate: { layout } }) => {
      const next = order[order.indexOf(id) + 1]
      const endless = layout === 'line' || layout === 'stream'
      return kind === 'row' && endless && next !== undefined && !met.has(next)
    }),
  )
}

function surroundingsOf(rows: readonly RowOfThree[], source: Source, head: RowSurroundings['head']) {
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

type Head = Readonly<{ order: readonly T3ColumnId[] | null; kind: RowSurroundings['head'] }>

/**
 * What a head without a grid says of the five columns of 法人或其他组织: some reports exchange them, leave one out or
 * add a subtotal. `order` is `null` when it is that of the format. Of names that were not all found, those that were
 * must stand in order, and a row of seven figures has to show that no column is missing.
 */
function headOf(rows: readonly RowOfThree[], candidates: readonly Candidate[]): Head {
  const words = headFields(rows, candidates)
    .map((field) => foldLabel(field.text).words)
    .join(' ')
  const text = words.replaceAll(/法人(?:或|和|及)其他组织/g, '')
  const named = ORGANISATIONS.flatMap((entry) => {
    const places = [entry.canonical, ...entry.variants.filter((name) => name.length >= 4)]
      .map((name) => placeOf(name, text))
      .filter((at) => at >= 0)
    return places.length === 0 ? [] : [{ id: entry.id as T3ColumnId, at: Math.min(...places) }]
  })
  const printed = named.toSorted((a, b) => a.at - b.at).map(({ id }) => id)
  const inOrder = printed.join() === named.map(({ id }) => id).join()
  if (named.length < ORGANISATIONS.length) {
    // Head words split over two lines are no names.
    const few = named.length < ORGANISATIONS.length - 1
    return { order: null, kind: few || (inOrder && rows.some(isWhole)) ? 'plain' : 'unclear' }
  }
  const kind = text.includes('小计') ? 'subtotal' : 'plain'
  return { order: inOrder ? null : ['natural_person', ...printed, 'total'], kind }
}

/** The texts over the first row; a row whose name was not understood may stand between. */
function headFields(rows: readonly RowOfThree[], candidates: readonly Candidate[]): readonly Field[] {
  const first = rows[0]?.candidate
  if (first === undefined) return []
  const before = candidates.filter(
    ({ block, row }) => block < first.block || (block === first.block && row <= first.row),
  )
  return before.findLast(({ heads }) => isHeadThree(heads.map(({ text }) => text)))?.heads ?? first.heads
}

/** 其他 stands in many words; as the name of a column it stands alone or before 组织. */
function placeOf(name: string, text: string): number {
  return name === '其他'
    ? text.search(/(?<![或和及与])其他(?!法律法规|法律行政|处理|政府|需要)/)
    : text.indexOf(name)
}

/** Seven figures and no more, of which six add up to the seventh. */
function isWhole({ values }: RowOfThree): boolean {
  const numbers = values
    .filter((field) => field.text !== '')
    .map((field) => parseValue(field.text, 'count').value)
  if (numbers.length !== COLUMNS.length || numbers.some((value) => value === null)) return false
  return numbers.slice(0, -1).reduce<number>((sum, value) => sum + (value ?? 0), 0) === numbers.at(-1)
}

function inFormatOrder(cells: Aligned, order: readonly T3ColumnId[] | null): Aligned {
  return order === null ? cells : COLUMNS.map((column) => cells[order.indexOf(column)])
}

function isTabular({ layout }: Candidate): boolean {
  return layout === 'exact' || layout === 'ragged'
}

function cellsOf(row: RowOfThree, aligned: Aligned): Map<string, LocatedCell> {
  const cells = new Map<string, LocatedCell>()
  for (const [index, column] of COLUMNS.entries()) {
    const field = aligned[index]
    if (field === undefined) continue
    const { status, value } = parseValue(field.text, 'count')
    cells.set(column, { raw: field.text, value, status, where: field.where, matchedBy: row.by })
  }
  return cells
}

function sameReading(a: ReadonlyMap<string, LocatedCell>, b: ReadonlyMap<string, LocatedCell>): boolean {
  return COLUMNS.every((column) => a.get(column)?.raw === b.get(column)?.raw)
}

function rawOf(aligned: Aligned): Record<string, string> {
  const raw: Record<string, string> = {}
  for (const [index, column] of COLUMNS.entries()) {
    const text = aligned[index]?.text
    if (text !== undefined) raw[column] = text
  }
  return raw
}

function labelFor(row: RowOfThree, format: FormatId): LocatedLabel {
  return {
    kind: 'row',
    id: row.id,
    printed: printedOf(row),
    canonical: labelOf(row.id, format),
    matchedBy: row.by,
    where: row.texts.at(-1)?.where ?? row.values[0]?.where ?? '',
  }
}

function printedOf(row: RowOfThree): string {
  return row.texts.map((field) => field.text).join('')
}

function labelOf(id: string, format: FormatId): string {
  const entries = [...T3_ROW_LABELS[format], ...T3_GROUP_LABELS[format], ...ambiguousRows(format)]
  return entries.find((entry) => entry.id === id)?.label ?? id
}
