import {
  type CellId,
  cellsOf,
  countApplications,
  countDisputes,
  countTable2,
  type FormatId,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import type { YearPractice } from '../context.ts'
import { documentFacts } from '../disclosure/document-facts.ts'
import { disputeFacts } from '../remedies/dispute-facts.ts'
import { caseFacts } from '../requests/case-facts.ts'
import { readFigures } from './annual-report-store.ts'
import { yearlyFigures } from './yearly-measure.ts'

/** The three tables of a year, counted from facts, with the cases and documents behind each cell. */
export type CountedYear = Readonly<{
  /** As printed. A cell whose figure nobody recorded is absent. */
  cells: ReadonlyMap<CellId, string>
  /** Only cells that are counted, not entered. */
  members: ReadonlyMap<CellId, readonly string[]>
}>

/** Counts an agency's year in a format (CR-01 to CR-25). What comes out ties out by construction. */
export async function countYear(
  tx: Tx,
  agencyId: string,
  year: number,
  format: FormatId,
  practice: YearPractice,
): Promise<CountedYear> {
  const documents = await documentFacts(tx, agencyId)
  const figures = await readFigures(tx, agencyId, year)
  const recorded = new Map([...figures].map(([measure, { value }]) => [measure, value]))
  const t2 = countTable2({ documents, figures: yearlyFigures(recorded) }, year, format, practice)
  const t3 = countApplications(await caseFacts(tx, agencyId, practice), year, format)
  const t4 = countDisputes(await disputeFacts(tx, agencyId), year)

  const cells = { ...t2.cells, ...t3.cells, ...t4.cells } as Partial<Record<CellId, number | string>>
  const members = { ...t2.members, ...t3.members, ...t4.members } as Partial<
    Record<CellId, readonly string[]>
  >
  const inOrder = cellsOf(format).map(({ id }) => id)
  return {
    cells: new Map(inOrder.flatMap((id) => (cells[id] === undefined ? [] : [[id, String(cells[id])]]))),
    members: new Map(inOrder.flatMap((id) => (members[id] === undefined ? [] : [[id, members[id]]]))),
  }
}
