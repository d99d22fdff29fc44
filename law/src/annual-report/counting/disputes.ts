import { type PlainDate, yearOf } from '../../plain-date.ts'
import { type T4CellId, t4Cell } from '../cell-id.ts'
import { T4_BLOCKS, T4_COLUMNS, type T4BlockId, type T4ColumnId } from '../table-four.ts'

export type DisputeOutcome = Exclude<T4ColumnId, 'pending' | 'total'>

/** One reconsideration or lawsuit over disclosure work. */
export type DisputeFact = Readonly<{
  id: string
  block: T4BlockId
  filedOn: PlainDate
  concludedOn: PlainDate | null
  outcome: DisputeOutcome | null
  /** `co-defendant-reviewer`: sued only as the organ that upheld on review; counted by the original organ (CR-18). */
  role: 'original' | 'co-defendant-reviewer'
  /** First instance and appeal of one lawsuit share it, and are one case with the latest outcome (CR-20). */
  caseId?: string
}>

export type CountedDisputes = Readonly<{
  cells: Readonly<Record<T4CellId, number>>
  members: Readonly<Record<T4CellId, readonly string[]>>
}>

/** Table four: every dispute alive in the year, in the column of its state at the end of 31 December (CR-16 to CR-20). */
export function countDisputes(facts: Iterable<DisputeFact>, year: number): CountedDisputes {
  const members = perCell((): string[] => [])

  for (const dispute of casesAlive(facts, year)) {
    members[t4Cell(dispute.block, stateAtYearEnd(dispute, year))].push(dispute.id)
    members[t4Cell(dispute.block, 'total')].push(dispute.id)
  }
  return { cells: perCell((id) => members[id].length), members }
}

/** Where a dispute stands at the end of the year: its outcome, or 尚未审结. */
export function stateAtYearEnd(dispute: DisputeFact, year: number): DisputeOutcome | 'pending' {
  const { concludedOn, outcome } = dispute
  return concludedOn === null || outcome === null || yearOf(concludedOn) > year ? 'pending' : outcome
}

/** One entry a case: the latest instance filed by the end of the year, if any instance was alive in it. */
function casesAlive(facts: Iterable<DisputeFact>, year: number): Iterable<DisputeFact> {
  const latest = new Map<string, DisputeFact>()
  const alive = new Set<string>()

  for (const dispute of facts) {
    if (dispute.role !== 'original' || yearOf(dispute.filedOn) > year) continue
    const key = `${dispute.block} ${dispute.caseId ?? dispute.id}`
    const known = latest.get(key)
    if (known === undefined || known.filedOn <= dispute.filedOn) latest.set(key, dispute)
    if (isAlive(dispute, year)) alive.add(key)
  }
  return [...latest].filter(([key]) => alive.has(key)).map(([, dispute]) => dispute)
}

function isAlive({ filedOn, concludedOn, outcome }: DisputeFact, year: number): boolean {
  if (yearOf(filedOn) > year) return false
  return concludedOn === null || outcome === null || yearOf(concludedOn) >= year
}

function perCell<Value>(value: (id: T4CellId) => Value): Record<T4CellId, Value> {
  const ids = T4_BLOCKS.flatMap((block) => T4_COLUMNS.map((column) => t4Cell(block.id, column.id)))
  return Object.fromEntries(ids.map((id) => [id, value(id)])) as Record<T4CellId, Value>
}
