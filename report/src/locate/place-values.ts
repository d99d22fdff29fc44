import type { Candidate } from './candidate.ts'
import type { Field } from './field.ts'
import { foldText } from './fold.ts'
import type { HeadOfTwo } from './header-two.ts'
import type { T2Labels } from './label-index.ts'

export type Placed =
  | Readonly<{ found: true; cells: ReadonlyMap<string, Field>; why?: string }>
  | Readonly<{ found: false; why: string }>

type Row = Readonly<{ labels: T2Labels; candidate: Candidate; values: readonly Field[] }>

const SHORT = '这一行的单元格比表头少，无法确定各数属于哪一列'
const LONG = '这一行的单元格比表头多，无法确定各数属于哪一列'

/** What a note inside a stray value says about its column. */
const HINTS: Readonly<Record<string, RegExp>> = {
  issued: /制定|制发|印发|新发/,
  repealed: /废止|失效/,
  in_force: /有效/,
  newly_made: /制作|制定/,
  newly_disclosed: /新公开/,
}

/**
 * 表二一行的数字: each value under its column head, from the left, blanks behind the last head ignored. Without a
 * usable head only a row with exactly as many values as the block has columns is placed.
 */
export function placeValues(
  row: Row,
  heads: readonly HeadOfTwo[] | 'lost' | 'unclear',
  notes: readonly string[],
): Placed {
  if (heads === 'unclear' && row.labels.columns.length > 1) {
    return { found: false, why: '没有读懂表头，无法确定各数属于哪一列' }
  }
  return placeUnder(row, typeof heads === 'string' ? [] : heads, notes)
}

function placeUnder(row: Row, heads: readonly HeadOfTwo[], notes: readonly string[]): Placed {
  const { labels, candidate, values } = row
  const columns =
    heads.length === 0
      ? labels.columns.map((column) => column.id)
      : heads.map((head) => head.match?.entry.id ?? null)
  const filled = values.findLastIndex((field) => field.text !== '') + 1

  if (columns.length === 1) return placeOne(columns[0] ?? null, values)
  if ((candidate.layout === 'exact' || candidate.layout === 'placed') && heads.length > 0) {
    const byPlace = placeByColumn(heads, values, candidate.layout === 'placed')
    if (byPlace !== null) return byPlace
  }
  // Where lines stand for fields, a blank too many shows that blanks were counted wrongly.
  const doubtful = values.slice(0, columns.length).some((field) => field.text === '')
  if (candidate.layout === 'line' && values.length > columns.length && doubtful)
    return { found: false, why: LONG }
  if (filled > columns.length) return placeShifted(columns, values)
  if (values.length >= columns.length) return { found: true, cells: pair(columns, values) }
  if (values.length === 0) return { found: false, why: SHORT }
  return placeAroundStray(columns, values, notes) ?? { found: false, why: SHORT }
}

function placeOne(column: string | null, values: readonly Field[]): Placed {
  const filled = values.filter((field) => field.text !== '')
  const field = filled[0] ?? values[0]
  if (column === null || field === undefined) return { found: false, why: SHORT }
  // Some leave the three cells of the grid unmerged and write the same figure into each.
  if (filled.some((other) => other.text !== field.text)) return { found: false, why: LONG }
  return { found: true, cells: new Map([[column, field]]) }
}

function pair(columns: readonly (string | null)[], values: readonly Field[]): Map<string, Field> {
  const cells = new Map<string, Field>()
  for (const [index, column] of columns.entries()) {
    const field = values[index]
    if (column !== null && field !== undefined) cells.set(column, field)
  }
  return cells
}

/** One blank too many in front, as a dropped span leaves it. */
function placeShifted(columns: readonly (string | null)[], values: readonly Field[]): Placed {
  const surplus = values.length - columns.length
  const inFront = values.slice(0, surplus)
  if (inFront.some((field) => field.text !== '')) return { found: false, why: LONG }
  return { found: true, cells: pair(columns, values.slice(surplus)) }
}

/** Grids wider than the data: a value belongs to the head it stands under. */
function placeByColumn(
  heads: readonly HeadOfTwo[],
  values: readonly Field[],
  blanksShowNot: boolean,
): Placed | null {
  const cells = new Map<string, Field>()
  for (const field of values) {
    const under = heads.filter((head) => field.column < head.to && field.column + field.span > head.from)
    const [head, second] = under
    if (head === undefined) {
      if (field.text !== '') return null
      continue
    }
    if (second !== undefined) return null
    const column = head.match?.entry.id
    if (column === undefined) continue
    const before = cells.get(column)
    if (before !== undefined && before.text !== '' && field.text !== '') return null
    if (before === undefined || before.text === '') cells.set(column, field)
  }
  const all = cells.size === heads.filter((head) => head.match !== null).length
  return all || (blanksShowNot && cells.size > 0) ? { found: true, cells } : null
}

/**
 * One value of the row fell out of the table and stands alone before it, with a note that names its column. The
 * others are then known; the stray itself is not taken, for nothing says to which row it belongs.
 */
function placeAroundStray(
  columns: readonly (string | null)[],
  values: readonly Field[],
  notes: readonly string[],
): Placed | null {
  if (values.length !== columns.length - 1) return null
  const hinted = new Set(
    notes.flatMap((text) => {
      const note = /\((.+)\)/.exec(foldText(text))?.[1] ?? ''
      return columns.filter((column) => column !== null && HINTS[column]?.test(note))
    }),
  )
  const [lost, second] = hinted
  if (lost === undefined || lost === null || second !== undefined) return null
  return {
    found: true,
    cells: pair(
      columns.filter((column) => column !== lost),
      values,
    ),
    why: '这一行有一格的数字散落在表外，没有读入',
  }
}
