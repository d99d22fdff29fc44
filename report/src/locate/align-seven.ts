import type { Candidate } from './candidate.ts'
import type { Field } from './field.ts'
import { looksLikeValue, parseValue } from './parse-value.ts'

/** The values of a row by column; `undefined` where the row has no cell for it. */
export type Aligned = readonly (Field | undefined)[]

export type Alignment =
  | Readonly<{ found: true; cells: Aligned; organisations?: Field }>
  | Readonly<{ found: false; why: string }>

/** Where the seven columns of table three lie in a grid, by its own head. */
export type ColumnMap = Readonly<{
  columns: readonly (Readonly<{ from: number; to: number }> | null)[]
  /** The printed subtotal column of 法人或其他组织. */
  subtotal: Readonly<{ from: number; to: number }> | null
  /** The head prints the seven columns in another order than the format. */
  reordered: boolean
  /** The head lacks a column of the format. */
  lacking: boolean
}>

/** What the other rows of the same table show about blanks before and behind the values. */
export type Fillers = Readonly<{ leading: boolean; trailing: boolean }>

/** Distances at which the fields of each column begin, end or have their middle, and how far off one may be. */
export type Places = Readonly<{ anchor: Anchor; at: readonly number[]; reach: number }>
export type Anchor = 'left' | 'right' | 'middle'

export type RowSurroundings = Readonly<{
  map: ColumnMap | null
  fillers: Fillers
  /** Blanks that the span of this row's label may have left. */
  spanned: number
  /** The number of fields that most rows of this piece of the table have; 0 when they differ. */
  usualWidth: number
  /** The row ends before most rows of its table do: it lost cells. */
  endsEarly: boolean
  /** Several rows have fewer or more fields than columns: blanks were lost or miscounted, also where seven came out. */
  isUneven: boolean
  /** Several rows have fewer fields than columns: a row with more of them is two rows run together. */
  losesBlanks: boolean
  /** A head of names without a grid: subtotals among them, or not to be trusted. */
  head: 'plain' | 'subtotal' | 'unclear'
  /** Where the columns of a `placed` table stand; `null` when the whole rows do not show it. */
  places: Places | null
  /** Some row of the table has eight filled cells that add up with a subtotal of 法人或其他组织. */
  subtotalAt: number | null
  /** Some row of the table has more than seven filled cells. */
  isWide: boolean
}>

const SEVEN = 7
/** Three label columns in front, a filler or two behind. */
const MOST_FILLERS = 5
const SHORT = '这一行的单元格比格式少，无法确定各数属于哪一列'
const SHIFTED = '总计一格空白，前一格却不小于其他各格之和，各数可能错了一列'
const UNCLEAR = '表头的列名没有全部读出，或者次序与格式不同，无法确定各数属于哪一列'
const LONG = '这一行的单元格比格式多，无法确定各数属于哪一列'

/** 对列: which of the values stands in which of the seven columns. Unclear rows stay unread. */
export function alignSeven(row: Candidate, values: readonly Field[], around: RowSurroundings): Alignment {
  const { map } = around
  // Two figures in one field: a border between two columns was not seen.
  if (row.layout !== 'exact' && values.some((field) => /\d\s+\d/.test(field.text)))
    return { found: false, why: SHORT }
  if (row.layout !== 'exact' && (isFillerForValue(values, around) || isCutBehindFiller(row, values, around)))
    return { found: false, why: SHORT }
  const isUnmapped = row.layout !== 'exact' || map === null
  if (isUnmapped && around.head === 'unclear') return { found: false, why: UNCLEAR }
  if (isUnmapped && (around.head === 'subtotal' || hasSubtotal(values, around)))
    return alignWithSubtotal(values, around)
  if (row.layout === 'exact' && map !== null && (map.reordered || map.lacking || map.subtotal !== null)) {
    // Only the head says which column is which, and only for a row that lost no cell.
    const isShort = around.endsEarly || values.length < widthOf(map)
    return isShort && !allBlank(values) ? { found: false, why: SHORT } : alignByColumn(values, map)
  }
  const alignment =
    values.length === SEVEN
      ? alignExactly(row, values, map, around)
      : values.length > SEVEN
        ? alignLong(row, values, around)
        : alignShort(row, values, around)
  // A row that fills a grid with a whole head lost no cell: its total was printed blank.
  const isWhole = row.layout === 'exact' && map !== null && !around.endsEarly && values.length === SEVEN
  return alignment.found && !isWhole && looksShifted(alignment.cells)
    ? { found: false, why: SHIFTED }
    : alignment
}

/** The other rows show a subtotal: one of seven fields that does not add up without it has lost a cell. */
function hasSubtotal(values: readonly Field[], { subtotalAt, isWide }: RowSurroundings): boolean {
  if ((subtotalAt === null && !isWide) || allBlank(values)) return false
  const total = values.at(-1)
  return !(values.length === SEVEN && total !== undefined && addsUp(filledOf(values.slice(0, -1)), total))
}

/** Every place where seven values may begin so that only blanks stay outside. */
export function windowsOf(values: readonly Field[]): readonly number[] {
  const starts = Array.from({ length: values.length - SEVEN + 1 }, (_, start) => start)
  return starts.filter((start) =>
    values.every((field, index) => (index >= start && index < start + SEVEN) || field.text === ''),
  )
}

/** Where eight values hide a subtotal of 法人或其他组织: index 1 or 6, if the sums say so. */
export function subtotalPosition(values: readonly Field[]): 1 | 6 | null {
  const numbers = values.map((field) => parseValue(field.text, 'count').value)
  if (numbers.length !== 8 || numbers.some((value) => value === null)) return null
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, total = 0] = numbers.map((value) => value ?? 0)
  const first = b === c + d + e + f + g && total === a + b
  const last = g === b + c + d + e + f && total === a + g
  return first === last ? null : first ? 1 : 6
}

/** A lost cell moves the rest of the row one column to the left: the total then stands under 其他. */
function looksShifted(cells: Aligned): boolean {
  const [other, total] = cells.slice(-2)
  if (other === undefined || (total?.text ?? '') !== '') return false
  const whole = parseValue(other.text, 'count').value ?? 0
  const sum = cells
    .slice(0, -2)
    .reduce((before, field) => before + (parseValue(field?.text ?? '', 'count').value ?? 0), 0)
  return whole > 0 && whole >= sum
}

/**
 * In this table the span of such a label leaves blanks, and this row has fewer fields than blanks and values
 * together: a blank at that end may be a filler, and a value is missing.
 */
function isFillerForValue(values: readonly Field[], { fillers, spanned }: RowSurroundings): boolean {
  if (spanned === 0 || values.length >= SEVEN + spanned || values.length < SEVEN || allBlank(values))
    return false
  return (
    (fillers.leading && values.at(-SEVEN)?.text === '') ||
    (fillers.trailing && values[SEVEN - 1]?.text === '')
  )
}

/** The file ends in this row: blanks in front may be what a span left, and the figures behind them cut off. */
function isCutBehindFiller(row: Candidate, values: readonly Field[], { spanned }: RowSurroundings): boolean {
  const bounded = row.layout === 'ragged' || row.layout === 'placed'
  if (!(bounded ? row.cut : row.last) || (!bounded && allBlank(values))) return false
  const [total] = values.slice(-1)
  const ends = total !== undefined && total.text !== '' && addsUp(filledOf(values.slice(0, -1)), total)
  if (ends) return false
  // How many blanks empty lines stand for is a guess that only a whole row bears out.
  if (row.layout === 'line') return values.some((field) => field.text === '')
  return spanned > 0 && values[0]?.text === '' && values.length < SEVEN + spanned
}

function filledOf(values: readonly Field[]): readonly Field[] {
  return values.filter((field) => field.text !== '')
}

function alignExactly(
  row: Candidate,
  values: readonly Field[],
  map: ColumnMap | null,
  around: RowSurroundings,
): Alignment {
  const byPlace = map === null || row.layout !== 'exact' ? null : alignByColumn(values, map)
  if (byPlace !== null && map?.reordered) return byPlace
  if (byPlace?.found && !sameCells(byPlace.cells, values) && values.some((field) => field.text === '')) {
    return { found: false, why: '表头与这一行的列数不一致，且有空白单元格，无法确定各数属于哪一列' }
  }
  if (around.endsEarly && values[0]?.text === '' && !allBlank(values)) return { found: false, why: SHORT }
  const total = values.at(-1)
  if (around.isUneven && total !== undefined && !allBlank(values)) {
    if (!addsUp(filledOf(values.slice(0, -1)), total)) return { found: false, why: SHORT }
  }
  return { found: true, cells: values }
}

function alignLong(row: Candidate, values: readonly Field[], around: RowSurroundings): Alignment {
  // Blanks of a span and a lost cell together: nothing says where the figures begin.
  if (around.endsEarly && !allBlank(values)) return { found: false, why: SHORT }
  if (around.losesBlanks && !allBlank(values)) return { found: false, why: LONG }
  if (around.map !== null && row.layout === 'exact') {
    const byPlace = alignByColumn(values, around.map)
    // Blanks on both sides leave a choice: the head decides only where it gives a total.
    const certain = windowsOf(values).length <= 1 || allBlank(values)
    if (byPlace.found && (certain || byPlace.cells.at(-1)?.text !== '')) return byPlace
  }
  // More blanks than spans leave: a row without a label runs on from this one.
  if (row.layout !== 'exact' && values.length > SEVEN + MOST_FILLERS) return { found: false, why: LONG }
  const starts = windowsOf(values)
  const [only, second] = starts
  if (only !== undefined && second === undefined) return window(values, only)
  if (only === undefined) return alignWithSubtotal(values, around)
  if (allBlank(values)) return window(values, 0)

  const { leading, trailing } = around.fillers
  if (leading !== trailing) {
    const start = leading ? values.length - SEVEN : 0
    if (starts.includes(start)) return window(values, start)
  }
  // Only the total is filled in: the last filled field is the total, wherever the blanks stand.
  const lastFilled = values.findLastIndex((field) => field.text !== '')
  if (!leading && !trailing && lastFilled === SEVEN - 1 && starts.includes(0)) return window(values, 0)
  if (!leading && !trailing && lastFilled === values.length - 1) return window(values, values.length - SEVEN)
  return { found: false, why: LONG }
}

function alignWithSubtotal(values: readonly Field[], around: RowSurroundings): Alignment {
  const at = around.subtotalAt
  const organisations = at === null ? undefined : values[at]
  if (values.length !== SEVEN + 1 || organisations === undefined) return { found: false, why: LONG }
  // A blank at either end may be what a span left, and then a figure is missing.
  if (!allBlank(values) && [values[0], values.at(-1)].some((field) => field?.text === ''))
    return { found: false, why: LONG }
  return { found: true, cells: values.filter((field) => field !== organisations), organisations }
}

/** a row that lost cells is read from the right, if it reaches the right edge and nothing speaks against it. */
function alignShort(row: Candidate, values: readonly Field[], around: RowSurroundings): Alignment {
  if (row.layout === 'placed') return alignByPlace(values, around.places)
  const reaches = row.layout === 'ragged' && row.width === around.usualWidth
  const total = values.at(-1)
  if (row.last || !reaches || total === undefined || values.length < 2) return { found: false, why: SHORT }

  const others = values.slice(0, -1)
  if (!addsUp(others, total)) return { found: false, why: SHORT }
  const missing = Array.from({ length: SEVEN - values.length }, () => undefined)
  const alike = others.every((field) => field.text === others[0]?.text)
  if (alike) return { found: true, cells: [...missing, ...values] }
  return { found: true, cells: [...Array.from({ length: SEVEN - 1 }, () => undefined), total] }
}

/** Where a blank leaves no trace but its room, each value belongs to the column it stands in. */
function alignByPlace(values: readonly Field[], places: Places | null): Alignment {
  if (places === null) return { found: false, why: SHORT }
  const cells: (Field | undefined)[] = places.at.map(() => undefined)
  for (const field of values) {
    const index = places.at.findIndex((at) => Math.abs(anchorOf(field, places.anchor) - at) <= places.reach)
    if (index < 0 || cells[index] !== undefined) return { found: false, why: SHORT }
    cells[index] = field
  }
  return { found: true, cells }
}

export function anchorOf(field: Field, anchor: Anchor): number {
  return field.column + { left: 0, middle: field.span / 2, right: field.span }[anchor]
}

function addsUp(others: readonly Field[], total: Field): boolean {
  const numbers = others.map((field) => parseValue(field.text, 'count'))
  const whole = parseValue(total.text, 'count')
  if (whole.value === null) return false
  if (numbers.every((one) => one.status === 'blank')) return true
  if (numbers.some((one) => one.value === null)) return false
  return numbers.reduce((sum, one) => sum + (one.value ?? 0), 0) === whole.value
}

/** By the columns of the head: each filled value must lie under exactly one of them. */
function alignByColumn(values: readonly Field[], map: ColumnMap): Alignment {
  const cells: (Field | undefined)[] = map.columns.map(() => undefined)
  let organisations: Field | undefined
  for (const field of values) {
    const index = onlyUnder(field, map)
    if (index !== undefined && index !== 'several') {
      const before = cells[index]
      if (before !== undefined && before.text !== '' && field.text !== '') return { found: false, why: LONG }
      if (before === undefined || before.text === '') cells[index] = field
    } else if (index === undefined && map.subtotal !== null && overlaps(field, map.subtotal)) {
      organisations = field
    } else if (field.text !== '') {
      return { found: false, why: '表头与这一行的列不对应' }
    }
  }
  return { found: true, cells, ...(organisations === undefined ? {} : { organisations }) }
}

/** So many figures a whole row has under this head. */
function widthOf({ columns, subtotal }: ColumnMap): number {
  return columns.filter((column) => column !== null).length + (subtotal === null ? 0 : 1)
}

/** The one column that a field lies under. */
function onlyUnder(field: Field, { columns }: ColumnMap): number | 'several' | undefined {
  let found: number | undefined
  for (let index = 0; index < columns.length; index++) {
    if (!overlaps(field, columns[index] ?? null)) continue
    if (found !== undefined) return 'several'
    found = index
  }
  return found
}

function overlaps(field: Field, column: Readonly<{ from: number; to: number }> | null): boolean {
  return column !== null && field.column < column.to && field.column + field.span > column.from
}

function window(values: readonly Field[], start: number): Alignment {
  return { found: true, cells: values.slice(start, start + SEVEN) }
}

function sameCells(cells: Aligned, values: readonly Field[]): boolean {
  return cells.every((cell, index) => cell === values[index])
}

function allBlank(values: readonly Field[]): boolean {
  return values.every((field) => field.text === '' && looksLikeValue(field.text))
}
