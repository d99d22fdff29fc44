import { T3_COLUMNS, type T3ColumnId } from '@mingfu/law'
import type { Aligned, RowSurroundings } from './align-seven.ts'
import type { Candidate } from './candidate.ts'
import type { Field } from './field.ts'
import { foldLabel } from './fold.ts'
import { isHeadThree } from './header-three.ts'
import { T3_COLUMN_LABELS } from './label-index.ts'
import { parseValue } from './parse-value.ts'
import type { RowOfThree } from './rows-three.ts'

const ORGANISATIONS = T3_COLUMN_LABELS.filter(({ id }) => id !== 'natural_person' && id !== 'total')
const COLUMNS = T3_COLUMNS.map((column) => column.id)

type Head = Readonly<{ order: readonly T3ColumnId[] | null; kind: RowSurroundings['head'] }>

/**
 * What a head without a grid says of the five columns of 法人或其他组织: some reports exchange them, leave one out or
 * add a subtotal. `order` is `null` when it is that of the format. Of names that were not all found, those that were
 * must stand in order, and a row of seven figures has to show that no column is missing.
 */
export function headOf(rows: readonly RowOfThree[], candidates: readonly Candidate[]): Head {
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
  // A row joined from two lines keeps the labels of the first; a stream of fields is all one row of one block.
  const before = candidates.slice(0, candidates.findIndex(({ labels }) => labels === first.labels) + 1)
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

export function inFormatOrder(cells: Aligned, order: readonly T3ColumnId[] | null): Aligned {
  return order === null ? cells : COLUMNS.map((column) => cells[order.indexOf(column)])
}
