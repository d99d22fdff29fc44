import { rowOfOutcome } from '../../decision/outcome.ts'
import type { OutcomeCode } from '../../decision/outcome-code.ts'
import { later, type PlainDate, yearOf } from '../../plain-date.ts'
import { APPLICANT_CLASSES, type ApplicantClass, type ApplicantColumn } from '../../request/applicant.ts'
import { type T3CellId, t3Cell } from '../cell-id.ts'
import { type FormatId, REPORT_FORMATS } from '../report-format.ts'
import { T3_COLUMNS, type T3ColumnId, type T3ResultRowId, type T3RowId } from '../table-three.ts'

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
  const rows = new Map(REPORT_FORMATS[format].t3.rows.map(({ id }) => [id, emptyRow()]))
  for (const fact of facts) {
    for (const id of rowsInYear(fact, year)) {
      const row = rows.get(id)
      row?.[fact.column].push(fact.id)
      row?.total.push(fact.id)
    }
  }

  const members: Partial<Record<T3CellId, readonly string[]>> = {}
  const cells: Partial<Record<T3CellId, number>> = {}
  for (const [id, row] of rows) {
    for (const { id: column } of T3_COLUMNS) {
      const cell = t3Cell(id, column)
      members[cell] = row[column]
      cells[cell] = row[column].length
    }
  }
  return { cells, members }
}

/** A row of the table before any case: the numbers of the cases of each column. */
function emptyRow(): Record<T3ColumnId, string[]> {
  return {
    natural_person: [],
    business: [],
    research: [],
    public_welfare: [],
    legal_service: [],
    other_org: [],
    total: [],
  }
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
