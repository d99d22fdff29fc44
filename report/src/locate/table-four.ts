import { T4_BLOCKS, T4_COLUMNS } from '@mingfu/law'
import type { Source, Unread } from '../read/source.ts'
import type { Printing, RepeatedRow } from '../report.ts'
import type { Candidate } from './candidate.ts'
import type { Field } from './field.ts'
import { foldLabel } from './fold.ts'
import { readGrids } from './grids-four.ts'
import { type MatchedBy, T4_COLUMN_LABELS } from './label-index.ts'
import type { LocatedCell, LocatedTable } from './located.ts'
import { findExact } from './match-label.ts'
import { parseValue } from './parse-value.ts'
import { blockNamed, ORDER_OF_FOUR, type ReadingOfFour } from './reading-four.ts'
import { readRuns } from './runs-four.ts'

const SHIFTED = '最后一格空白，前面各数的合计又对不上，各数可能错了一列'
const TWICE = '同一格出现不止一次，且数字不同，不能确定以哪一次为准'

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
    used: [...(reading?.cells.values() ?? []), ...headFields(candidates)],
  }
}

/** The blocks that are printed more than once; in less than half of their cells they are not printed. */
function repeatedBlocks(printings: ReadingOfFour['printings']): readonly RepeatedRow[] {
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
  if (cells.get(ORDER_OF_FOUR.at(-1) ?? '')?.status !== 'blank') return false
  return T4_BLOCKS.some(({ id }) => {
    const values = T4_COLUMNS.map((column) => cells.get(`t4.${id}.${column.id}`)?.value ?? null)
    const [upheld, corrected, other, pending, total] = values
    const parts = (upheld ?? 0) + (corrected ?? 0) + (other ?? 0)
    if (total === null || total === undefined) return parts > 0 && pending === parts
    return values.every((value) => value !== null) && parts + (pending ?? 0) !== total
  })
}

function headFields(candidates: readonly Candidate[]): readonly Field[] {
  // A head stands over several candidates.
  const heads = new Set(candidates.flatMap((candidate) => candidate.heads))
  return [...heads].filter(
    ({ text }) =>
      outcomeNamed(text) || blockNamed(text) !== undefined || foldLabel(text).words === '行政诉讼',
  )
}

function outcomeNamed(text: string): boolean {
  return findExact(text, T4_COLUMN_LABELS) !== undefined
}

function cellOf(field: Field, matchedBy: MatchedBy): LocatedCell {
  const { status, value } = parseValue(field.text, 'count')
  return { raw: field.text, value, status, where: field.where, matchedBy }
}
