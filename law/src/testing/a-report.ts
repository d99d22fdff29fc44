import { cellsOf, type FormatId } from '../annual-report/report-format.ts'
import { readCell } from '../annual-report/rules/read-cell.ts'
import type { ReadCells, ReportFacts } from '../annual-report/rules/report-facts.ts'

type Texts = Readonly<Record<string, string>>

/** Figures of a consistent report of a bureau for 2024; cells not named here print 0. */
// biome-ignore format: a table
const CONSISTENT_2024: Texts = {
  't2.normative_documents.issued': '3', 't2.normative_documents.repealed': '2', 't2.normative_documents.in_force': '18',
  't2.administrative_license.decisions': '1250', 't2.administrative_penalty.decisions': '86',
  't2.administrative_compulsion.decisions': '4', 't2.administrative_fees.fee_amount': '312.5600',
  ...row('new_received', [114, 12, 1, 2, 3, 0, 132]),
  ...row('carried_in', [9, 2, 0, 0, 1, 0, 12]),
  ...row('granted', [41, 5, 1, 0, 2, 0, 49]),
  ...row('partially_granted', [12, 2, 0, 1, 0, 0, 15]),
  ...row('denied.prohibited_by_law', [1, 0, 0, 0, 0, 0, 1]),
  ...row('denied.third_party_rights', [3, 1, 0, 0, 0, 0, 4]),
  ...row('denied.internal_affairs', [2, 0, 0, 0, 0, 0, 2]),
  ...row('denied.process_information', [4, 0, 0, 0, 1, 0, 5]),
  ...row('denied.enforcement_file', [1, 0, 0, 0, 0, 0, 1]),
  ...row('denied.administrative_query', [5, 0, 0, 0, 0, 0, 5]),
  ...row('unable.not_held', [22, 4, 0, 0, 1, 0, 27]),
  ...row('unable.requires_creation', [3, 0, 0, 0, 0, 0, 3]),
  ...row('unable.unclear_after_correction', [1, 0, 0, 0, 0, 0, 1]),
  ...row('not_handled.petition_complaint', [6, 0, 0, 0, 0, 0, 6]),
  ...row('not_handled.repeat', [2, 0, 0, 0, 0, 0, 2]),
  ...row('not_handled.excessive', [1, 0, 0, 0, 0, 0, 1]),
  ...row('not_handled.confirm_or_reissue', [1, 0, 0, 0, 0, 0, 1]),
  ...row('other.not_corrected', [4, 0, 0, 0, 0, 0, 4]),
  ...row('other.fee_unpaid', [1, 0, 0, 0, 0, 0, 1]),
  ...row('other.misc', [7, 1, 0, 0, 0, 0, 8]),
  ...row('results_total', [117, 13, 1, 1, 4, 0, 136]),
  ...row('carried_out', [6, 1, 0, 1, 0, 0, 8]),
  't4.review.upheld': '4', 't4.review.corrected': '1', 't4.review.other': '3', 't4.review.pending': '2', 't4.review.total': '10',
  't4.litigation_after_review.upheld': '2', 't4.litigation_after_review.pending': '1', 't4.litigation_after_review.total': '3',
}

/** Figures of a consistent report of a district office for 2019 in the trial format. */
// biome-ignore format: a table
const CONSISTENT_2019: Texts = {
  't2.normative_documents.newly_made': '4', 't2.normative_documents.newly_disclosed': '4', 't2.normative_documents.total_disclosed': '38',
  't2.administrative_license.prior_year_items': '110', 't2.administrative_license.change': '-8', 't2.administrative_license.decisions': '1215',
  't2.administrative_fees.prior_year_items': '3', 't2.administrative_fees.change': '+1',
  't2.centralized_procurement.procurement_items': '17', 't2.centralized_procurement.procurement_amount': '160.5964',
  ...row('new_received', [5, 1, 0, 0, 0, 0, 6]),
  ...row('granted', [3, 1, 0, 0, 0, 0, 4]),
  ...row('other', [1, 0, 0, 0, 0, 0, 1]),
  ...row('results_total', [4, 1, 0, 0, 0, 0, 5]),
  ...row('carried_out', [1, 0, 0, 0, 0, 0, 1]),
}

type Change = Readonly<Partial<Omit<ReportFacts, 'cells'>>> &
  Readonly<{
    /** Cell id → text instead of the consistent one. */
    with?: Texts
    /** Prefixes of cell ids that are not in the document at all. */
    without?: readonly string[]
  }>

/** A consistent report of 2024, changed where the test asks for it. */
export function aReport(change: Change = {}): ReportFacts {
  const { with: texts = {}, without = [], ...facts } = change
  const cells = printed('2021', { ...CONSISTENT_2024, ...texts }, without)
  return {
    format: '2021',
    reportYear: 2024,
    orgType: 'department',
    canMakeRegulations: false,
    cells,
    ...facts,
  }
}

/** A consistent report of 2019 in the trial format. */
export function aTrialReport(change: Change = {}): ReportFacts {
  const { with: texts = {}, without = [], ...facts } = change
  const cells = printed('2019', { ...CONSISTENT_2019, ...texts }, without)
  return {
    format: '2019',
    reportYear: 2019,
    orgType: 'department',
    canMakeRegulations: false,
    cells,
    ...facts,
  }
}

/** Only the cells named, as text. */
export function someCells(format: FormatId, texts: Texts): ReadCells {
  const named = cellsOf(format).filter(({ id }) => texts[id] !== undefined)
  return Object.fromEntries(named.map(({ id, valueType }) => [id, readCell(texts[id] ?? '', valueType, id)]))
}

function printed(format: FormatId, texts: Texts, without: readonly string[]): ReadCells {
  const present = cellsOf(format).filter(({ id }) => !without.some((prefix) => id.startsWith(prefix)))
  return Object.fromEntries(
    present.map(({ id, valueType }) => [id, readCell(texts[id] ?? '0', valueType, id)]),
  )
}

function row(id: string, figures: readonly number[]): Texts {
  const columns = [
    'natural_person',
    'business',
    'research',
    'public_welfare',
    'legal_service',
    'other_org',
    'total',
  ]
  return Object.fromEntries(columns.map((column, index) => [`t3.${id}.${column}`, String(figures[index])]))
}
