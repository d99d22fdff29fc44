import { type FormatId, formatForYear, type PlainDate, plainDate, yearOf } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { caseFacts } from '../requests/case-facts.ts'
import { listReports } from './annual-report-store.ts'

export type ReportSummary = Readonly<{
  year: number
  format: FormatId
  state: 'not-begun' | 'draft' | 'published'
  publishBy: PlainDate
  publishedAt: Date | null
  newReceived: number
}>

/** 历年报告: every year with a report or an application, and the current one, newest first. */
export function listAnnualReports(ctx: Context, agencyId: string): Promise<readonly ReportSummary[]> {
  allow(ctx.actor, 'read-annual-report')
  return tx(ctx, async (t) => {
    const agency = await getAgency(t, agencyId)
    const stored = await listReports(t, agencyId)
    const received = (await caseFacts(t, agencyId, ctx.countingPractice)).map(({ receivedOn }) =>
      yearOf(receivedOn),
    )
    const years = new Set([yearOf(ctx.today), ...received, ...stored.map(({ year }) => year)])
    return [...years]
      .sort((a, b) => b - a)
      .map((year) => {
        const report = stored.find((each) => each.year === year)
        return {
          year,
          format: report?.format ?? formatForYear(year),
          state: report?.state ?? 'not-begun',
          publishBy: publishBy(agency.orgType, year),
          publishedAt: report?.publishedAt ?? null,
          newReceived: received.filter((each) => each === year).length,
        }
      })
  })
}

/** 条例 第四十九条: departments by 31 January, governments by 31 March; others as the local notices say, 31 January. */
function publishBy(orgType: string, year: number): PlainDate {
  return orgType === 'government' ? plainDate(year + 1, 3, 31) : plainDate(year + 1, 1, 31)
}
