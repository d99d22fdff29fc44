import { formatForYear, type ReportSectionId } from '@mingfu/law'
import { ALIKE_LIMIT, proseSimilarity, type Report } from '@mingfu/report'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { yearInHand } from './draft-of.ts'

/** A published text that a section of the draft is too like. */
export type AlikeText = Readonly<{
  section: 's1' | 's5'
  agencyName: string
  year: number
  isOwn: boolean
  /** 0.9 to 1. */
  similarity: number
}>

const SECTIONS = ['s1', 's5'] as const
/** Own reports of so many years back; those of other units of this year and the last. */
const YEARS_BACK = 5

/** 雷同提醒: sections one and five of a report against earlier own reports and the published ones of other units. */
export function proseAlike(
  ctx: Context,
  { agencyId, year }: Readonly<{ agencyId: string; year: number }>,
): Promise<readonly AlikeText[]> {
  allow(ctx.actor, 'read-annual-report')
  return tx(ctx, async (t) => {
    const agency = await getAgency(t, agencyId)
    const { report } = await yearInHand(t, agency, year, formatForYear(year), ctx.countingPractice)
    const rows = await t
      .selectFrom('annual_report')
      .innerJoin('agency', 'agency.agency_id', 'annual_report.agency_id')
      .select(['annual_report.agency_id', 'agency.name', 'annual_report.year', 'annual_report.content'])
      .where('annual_report.state', '=', 'published')
      .where((where) =>
        where.or([
          where.and([
            where('annual_report.agency_id', '=', agencyId),
            where('annual_report.year', '<', year),
            where('annual_report.year', '>=', year - YEARS_BACK),
          ]),
          where.and([
            where('annual_report.agency_id', '!=', agencyId),
            where('annual_report.year', 'in', [year, year - 1]),
          ]),
        ]),
      )
      .execute()
    const alike = SECTIONS.flatMap((section) => {
      const own = sectionText(report, section)
      if (own === '') return []
      return rows.flatMap((row): AlikeText[] => {
        const text = sectionText(row.content as Report, section)
        if (text === '' || !couldBeAlike(own, text)) return []
        const similarity = proseSimilarity(own, text)
        const isOwn = row.agency_id === agencyId
        return similarity < ALIKE_LIMIT
          ? []
          : [{ section, agencyName: row.name, year: row.year, isOwn, similarity }]
      })
    })
    return alike.sort((a, b) => b.similarity - a.similarity)
  })
}

function sectionText({ sections = [] }: Report, id: ReportSectionId): string {
  return sections
    .filter((section) => section.id === id)
    .map(({ text }) => text)
    .join('\n')
}

/** Texts of very different length need no comparing. */
function couldBeAlike(a: string, b: string): boolean {
  return Math.min(a.length, b.length) / Math.max(a.length, b.length) > 0.6
}
