import { T4_BLOCKS, T4_COLUMNS } from '@mingfu/law'
import type { GridBlock, Source, Unread } from '../read/source.ts'
import type { Printing, RepeatedRow } from '../report.ts'
import type { Candidate } from './candidate.ts'
import type { Field } from './field.ts'
import { foldLabel } from './fold.ts'
import { type LabelEntry, type MatchedBy, T4_BLOCK_LABELS, T4_COLUMN_LABELS } from './label-index.ts'
import type { LocatedCell, LocatedTable } from './located.ts'
import { findExact } from './match-label.ts'
import { looksLikeValue, parseValue } from './parse-value.ts'

const FIFTEEN = T4_BLOCKS.length * T4_COLUMNS.length
const ORDER = T4_BLOCKS.flatMap((block) => T4_COLUMNS.map((column) => `t4.${block.id}.${column.id}`))
const OUTCOMES = T4_COLUMN_LABELS.filter((entry) => entry.id !== 'total')
const SHIFTED = '最后一格空白，前面各数的合计又对不上，各数可能错了一列'
const TWICE = '同一格出现不止一次，且数字不同，不能确定以哪一次为准'

/** `printings`: each print of the table or of a part of it, cell id → field. */
type Reading = Readonly<{
  cells: ReadonlyMap<string, Field>
  doubled: readonly string[]
  printings: readonly ReadonlyMap<string, Field>[]
}>

/** 表四: by block word and outcome word where the grid is known, else only a run of exactly fifteen values. */
export function locateTableFour(candidates: readonly Candidate[], source: Source): LocatedTable {
  const reading = readGrids(source) ?? readRuns(candidates)
  const cells = new Map<string, LocatedCell>()
  for (const [id, field] of reading?.cells ?? []) cells.set(id, cellOf(field, 'canonical'))
  const unread: Unread[] = (reading?.doubled ?? []).map((id) => ({ what: `表四单元格 ${id}`, why: TWICE }))
  if (looksShifted(cells)) {
    cells.clear()
    unread.push({ what: '表四', why: SHIFTED })
  }
  return {
    cells,
    labels: [],
    extraRows: [],
    unread,
    subtotals: {},
    legalPersonSubtotal: {},
    repeatedRows: repeatedBlocks(reading?.printings ?? []),
    used: new Set([...(reading?.cells.values() ?? []), ...headFields(candidates)]),
  }
}

/** The blocks that are printed more than once; in less than half of their cells they are not printed. */
function repeatedBlocks(printings: Reading['printings']): readonly RepeatedRow[] {
  return T4_BLOCKS.flatMap(({ id: block }) => {
    const places = printings.flatMap((cells): Printing[] => {
      const own = T4_COLUMNS.flatMap(({ id }) => {
        const field = cells.get(`t4.${block}.${id}`)
        return field === undefined ? [] : [{ id, field }]
      })
      const [first] = own
      if (first === undefined || own.length * 2 < T4_COLUMNS.length) return []
      const values = Object.fromEntries(own.map(({ id, field }) => [id, field.text]))
      return [{ where: first.field.where, values }]
    })
    return places.length < 2 ? [] : [{ row: block, printings: places }]
  })
}

/** A lost cell moves the rest of the line to the left: the last cell is blank and sums fail. */
function looksShifted(cells: ReadonlyMap<string, LocatedCell>): boolean {
  if (cells.get(ORDER.at(-1) ?? '')?.status !== 'blank') return false
  return T4_BLOCKS.some(({ id }) => {
    const values = T4_COLUMNS.map((column) => cells.get(`t4.${id}.${column.id}`)?.value ?? null)
    const [upheld, corrected, other, pending, total] = values
    const parts = (upheld ?? 0) + (corrected ?? 0) + (other ?? 0)
    if (total === null || total === undefined) return parts > 0 && pending === parts
    return values.every((value) => value !== null) && parts + (pending ?? 0) !== total
  })
}

function readGrids(source: Source): Reading | null {
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
  for (const value of values) {
    // A row that ends before its head does has lost a cell, and nobody knows which.
    const rowEnd = Math.max(...cells.filter((cell) => cell.row === value.row).map(endOf))
    if (rowEnd < end) continue
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
  // A figure without a head shows that the heads do not stand over their columns: then none of them can be trusted.
  if (unplaced.some((value) => value.text !== '')) return []
  return found.filter(([id, value]) => !isFiller(id, value, found, heads))
}

/** Where the file was cut, the last cell may be the beginning of one. */
function isLastCell(field: Field, grid: GridBlock): boolean {
  return field.row === grid.rows.length - 1 && field.column === grid.rows.at(-1)?.cells.at(-1)?.column
}

function endOf(cell: Readonly<{ column: number; span: number }>): number {
  return cell.column + cell.span
}

function nearest(heads: readonly Field[], entries: readonly LabelEntry[]): string | null {
  const named = heads.flatMap((head) => {
    const match = findExact(head.text, entries)
    return match === undefined ? [] : [match.entry.id]
  })
  return named.at(-1) ?? null
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
  const named = grid.rows.flatMap((row) =>
    row.cells.flatMap((cell) => (cell.continued ? [] : (findExact(cell.text, OUTCOMES)?.entry.id ?? []))),
  )
  return new Set(named).size >= 3
}

function namesBlocks(heads: readonly Field[]): boolean {
  return heads.some((head) => findExact(head.text, T4_BLOCK_LABELS) !== undefined)
}

/** So many candidates behind the heads of table four its figures are looked for. */
const NEAR = 6

/** The only run of exactly fifteen values behind the heads of table four, or several that agree. */
function readRuns(candidates: readonly Candidate[]): Reading | null {
  const start = candidates.findIndex(isBehindHead)
  if (start < 0) return null
  const near = candidates.filter((_, index) =>
    candidates.slice(Math.max(start, index - NEAR + 1), index + 1).some(isBehindHead),
  )
  const runs = near.flatMap((candidate) => {
    const values = candidate.values.filter((field) => field.text !== '').length > 0 ? candidate.values : []
    const fifteen = exactlyFifteen(values)
    // How many blanks empty lines stand for is a guess that the sums have to bear out.
    const isGuess = candidate.layout === 'line' && (fifteen?.some((field) => field.text === '') ?? false)
    return fifteen === null || (isGuess && !blocksTie(fifteen)) ? [] : [fifteen]
  })
  const [only, ...others] = runs
  if (only === undefined) return readThreeRuns(candidates)
  const printings = runs.map(byCell)
  // A second row of figures that is not whole shows that the table was printed twice.
  const broken = candidates.slice(start, start + NEAR).some(isBrokenRun)
  if (broken || others.some((run) => run.some((field, index) => field.text !== only[index]?.text))) {
    return { cells: new Map(), doubled: ORDER, printings }
  }
  if (!inOrder(candidates.slice(0, candidates.findIndex((one) => one.values.includes(only[0] as Field)) + 1)))
    return null
  return { cells: byCell(only), doubled: [], printings }
}

function byCell(fifteen: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(ORDER.flatMap((id, index) => (fifteen[index] ? [[id, fifteen[index]]] : [])))
}

/** Whether the filled figures of each block add up to its total. */
function blocksTie(fifteen: readonly Field[]): boolean {
  return T4_BLOCKS.every((_, block) => {
    const five = fifteen.slice(block * T4_COLUMNS.length, (block + 1) * T4_COLUMNS.length)
    const numbers = five.map((field) => parseValue(field.text, 'count').value ?? 0)
    const blank = five.every((field) => field.text === '')
    const total = numbers.at(-1) ?? 0
    return (
      blank || (five.at(-1)?.text !== '' && numbers.slice(0, -1).reduce((sum, one) => sum + one, 0) === total)
    )
  })
}

/** Nearly fifteen figures without a label: a row of this table that lost some. */
function isBrokenRun({ own, values }: Candidate): boolean {
  const filled = values.filter((field) => field.text !== '')
  return own === 0 && filled.length >= FIFTEEN / 2 && exactlyFifteen(values) === null
}

/** Three small tables of five values, each behind its block word. */
function readThreeRuns(candidates: readonly Candidate[]): Reading | null {
  const cells = new Map<string, Field>()
  const doubled = new Set<string>()
  const printings: ReadonlyMap<string, Field>[] = []
  for (const candidate of candidates) {
    const named = candidate.labels.flatMap((field) => blockNamed(field.text)?.id ?? [])
    const [block, second] = new Set(named)
    const outcomes = candidate.labels.flatMap(
      (field) => findExact(field.text, T4_COLUMN_LABELS)?.entry.id ?? [],
    )
    const standard = outcomes.join() === T4_COLUMNS.map((column) => column.id).join()
    if (block === undefined || second !== undefined || !standard) continue
    if (candidate.values.length !== T4_COLUMNS.length) continue
    const five = new Map(
      T4_COLUMNS.flatMap((column, index) => {
        const field = candidate.values[index]
        return field === undefined ? [] : [[`t4.${block}.${column.id}`, field] as const]
      }),
    )
    for (const [id, field] of five) {
      const before = cells.get(id)
      if (before === undefined) cells.set(id, field)
      else if (before.text !== field.text) doubled.add(id)
    }
    printings.push(five)
  }
  for (const id of doubled) cells.delete(id)
  return printings.length === 0 ? null : { cells, doubled: [...doubled], printings }
}

function exactlyFifteen(values: readonly Field[]): readonly Field[] | null {
  if (values.length === FIFTEEN) return values
  if (values.length < FIFTEEN) return null
  // Blanks outside a single possible window are fillers of a span.
  const starts = Array.from({ length: values.length - FIFTEEN + 1 }, (_, start) => start).filter((start) =>
    values.every((field, index) => (index >= start && index < start + FIFTEEN) || field.text === ''),
  )
  const [start, second] = starts
  return start === undefined || second !== undefined ? null : values.slice(start, start + FIFTEEN)
}

function isBehindHead(candidate: Candidate): boolean {
  const words = [...candidate.heads, ...candidate.labels].map((field) => foldLabel(field.text).words).join('')
  const outcome = /结果维|结果纠|维持.*纠正/.test(words)
  return outcome && /行政复议|复议后起诉|直接起诉|总计/.test(words)
}

/** Where the outcome words are readable they must stand in the order of the format, block after block. */
function inOrder(candidates: readonly Candidate[]): boolean {
  const fields = candidates.flatMap((candidate) => candidate.heads).slice(-60)
  const outcomes = fields.flatMap((field) => findExact(field.text, T4_COLUMN_LABELS)?.entry.id ?? [])
  const whole = T4_COLUMNS.map((column) => column.id)
  const first = outcomes.slice(outcomes.indexOf('upheld'))
  if (first.length < whole.length) return true
  return first.slice(0, whole.length).join() === whole.join() || outcomes.length % whole.length !== 0
}

function headFields(candidates: readonly Candidate[]): readonly Field[] {
  return candidates.flatMap((candidate) =>
    candidate.heads.filter(
      (field) =>
        outcomeNamed(field.text) ||
        blockNamed(field.text) !== undefined ||
        foldLabel(field.text).words === '行政诉讼',
    ),
  )
}

function blockNamed(text: string): LabelEntry | undefined {
  return findExact(text, T4_BLOCK_LABELS)?.entry
}

function outcomeNamed(text: string): boolean {
  return findExact(text, T4_COLUMN_LABELS) !== undefined
}

function cellOf(field: Field, matchedBy: MatchedBy): LocatedCell {
  const { status, value } = parseValue(field.text, 'count')
  return { raw: field.text, value, status, where: field.where, matchedBy }
}
