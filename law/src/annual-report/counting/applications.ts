import { rowOfOutcome } from '../../decision/outcome.ts'
import type { OutcomeCode } from '../../decision/outcome-code.ts'
import { later, type PlainDate, yearOf } from '../../plain-date.ts'
import { APPLICANT_CLASSES, type ApplicantClass, type ApplicantColumn } from '../../request/applicant.ts'
import { type T3CellId, t3Cell } from '../cell-id.ts'
import { cellsOf, type FormatId } from '../report-format.ts'
import type { T3ResultRowId, T3RowId } from '../table-three.ts'

/** One case of table three: `concludedOn` and `outcome` are null while no final decision exists (CR-02). */
export type ApplicationFact = Readonly<{
  id: string
  applicantClass: ApplicantClass
  receivedOn: PlainDate
  concludedOn: PlainDate | null
  outcome: OutcomeCode | null
}>

/** The same case in the words of the table, as a ledger of another system hands it over. */
export type RowFact = Readonly<{
  id: string
  column: ApplicantColumn
  receivedOn: PlainDate
  concludedOn: PlainDate | null
  row: T3ResultRowId | null
}>

/** The cells of table three of one format; cells of the other format are absent. */
export type CountedApplications = Readonly<{
  cells: Readonly<Partial<Record<T3CellId, number>>>
  members: Readonly<Partial<Record<T3CellId, readonly string[]>>>
}>

/**
 * Table three from dated cases (CR-01 to CR-03). Every case in stock enters by exactly one of 本年新收 and 上年结转
 * and leaves by exactly one result row or 结转下年度, in one applicant column: the table ties out by construction.
 */
export function countApplications(
  facts: Iterable<ApplicationFact>,
  year: number,
  format: FormatId,
): CountedApplications {
  return countRows(rowFacts(facts, format), year, format)
}

/** As `countApplications`, from cases whose result is already a row of the table. */
export function countRows(facts: Iterable<RowFact>, year: number, format: FormatId): CountedApplications {
  const members: Partial<Record<T3CellId, string[]>> = {}
  for (const cell of cellsOf(format)) if (cell.table === 't3') members[cell.id as T3CellId] = []

  for (const fact of facts) {
    for (const row of rowsInYear(fact, year)) {
      members[t3Cell(row, fact.column)]?.push(fact.id)
      members[t3Cell(row, 'total')]?.push(fact.id)
    }
  }

  const cells: Partial<Record<T3CellId, number>> = {}
  for (const [id, cases] of Object.entries(members)) cells[id as T3CellId] = cases.length
  return { cells, members }
}

/** The rows of table three that a case stands in for a report year; none when it was not in stock that year. */
export function rowsInYear(fact: RowFact, year: number): readonly T3RowId[] {
  const receivedIn = yearOf(fact.receivedOn)
  const closedIn = closingYear(fact)
  if (receivedIn > year || (closedIn !== null && closedIn < year)) return []

  const entry: T3RowId = receivedIn === year ? 'new_received' : 'carried_in'
  return closedIn === year && fact.row !== null ? [entry, fact.row, 'results_total'] : [entry, 'carried_out']
}

/**
 * The year of the result; null while open. A result without a day, or a day without a result, is open; a day before
 * receipt is a slip of the ledger (AR-70) and counts from receipt, so that the balance holds.
 */
function closingYear(fact: RowFact): number | null {
  if (fact.concludedOn === null || fact.row === null) return null
  return yearOf(later(fact.concludedOn, fact.receivedOn))
}

function* rowFacts(facts: Iterable<ApplicationFact>, format: FormatId): Generator<RowFact> {
  for (const { id, applicantClass, receivedOn, concludedOn, outcome } of facts) {
    const row = outcome === null ? null : rowOfOutcome(outcome, format)
    yield { id, column: APPLICANT_CLASSES[applicantClass].column, receivedOn, concludedOn, row }
  }
}
