import { cellsOf, type FormatId } from '@mingfu/law'
import type { Report } from '@mingfu/report'
import type { Tx } from '../../db/database.ts'
import type { Agency } from '../agencies/find-agency.ts'
import type { YearPractice } from '../context.ts'
import { findReport, type StoredReport } from './annual-report-store.ts'
import { assembleReport, cellsOfReport, textsOf } from './assemble-report.ts'
import { type CountedYear, countYear } from './count-year.ts'

export type YearInHand = Readonly<{ report: Report; counted: CountedYear; stored: StoredReport | undefined }>

/**
 * The report of a year as it stands: a draft is counted afresh from the facts, a published one is what was published.
 * The members behind the cells are always those of today's facts.
 */
export async function yearInHand(
  tx: Tx,
  agency: Agency,
  year: number,
  format: FormatId,
  practice: YearPractice,
): Promise<YearInHand> {
  const stored = await findReport(tx, agency.agencyId, year)
  const counted = await countYear(tx, agency.agencyId, year, format, practice)
  if (stored?.state === 'published' && stored.format === format) {
    const ids = cellsOf(format).map(({ id }) => id)
    return {
      stored,
      report: stored.content,
      counted: { ...counted, cells: cellsOfReport(stored.content, ids) },
    }
  }
  const prior = await findReport(tx, agency.agencyId, year - 1)
  const texts = stored === undefined ? {} : textsOf(stored.content)
  const published = prior?.state === 'published' ? prior.content : undefined
  return { stored, counted, report: assembleReport(agency, year, format, counted.cells, texts, published) }
}
