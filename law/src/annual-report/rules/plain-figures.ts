import { cellsOf, type FormatId } from '../report-format.ts'
import type { Identity, IdentityTerm } from './identity.ts'
import type { Presence } from './presence.ts'
import type { ReportFacts } from './report-facts.ts'

/** The plain whole numbers of a report in print order; NaN where a cell holds something else, or nothing. */
export type PlainFigures = Float64Array

/** A hundred such numbers add up without rounding. */
const PLAIN = /^\d{1,13}$/

export function plainFigures(
  { format, cells }: Pick<ReportFacts, 'format' | 'cells'>,
  { unreachable }: Presence,
): PlainFigures {
  const order = cellsOf(format)
  const figures = new Float64Array(order.length).fill(Number.NaN)
  for (const [place, { id }] of order.entries()) {
    const cell = cells[id]
    if (cell === undefined || cell.value === null || cell.unit === '元') continue
    if (PLAIN.test(cell.value) && !unreachable.has(id)) figures[place] = Number(cell.value)
  }
  return figures
}

/**
 * Whether an identity needs plain numbers only and holds. Nearly every one does; where the answer is no, the exact check
 * says whether it fails or cannot be assessed.
 */
export function holdsPlainly(identity: Identity, format: FormatId, figures: PlainFigures): boolean {
  const { left, right } = termsOf(identity, format)
  const difference = total(left, figures) - total(right, figures)
  switch (identity.relation) {
    case '=':
      return difference === 0
    case '<=':
      return difference <= 0
    case '>=':
      return difference >= 0
  }
}

/** Places in print order, counted from 1, negative where the figure is taken away. */
type Terms = Readonly<{ left: readonly number[]; right: readonly number[] }>

const known = new WeakMap<Identity, Terms>()

function termsOf(identity: Identity, format: FormatId): Terms {
  const before = known.get(identity)
  if (before !== undefined) return before
  const places = new Map(cellsOf(format).map(({ id }, place) => [id, place + 1]))
  const side = (terms: readonly IdentityTerm[]) =>
    terms.map(({ cell, sign }) => sign * (places.get(cell) ?? Number.NaN))
  const terms = { left: side(identity.left), right: side(identity.right) }
  known.set(identity, terms)
  return terms
}

function total(side: readonly number[], figures: PlainFigures): number {
  let sum = 0
  for (const term of side) sum += Math.sign(term) * (figures[Math.abs(term) - 1] ?? Number.NaN)
  return sum
}
