import type { Report } from '@mingfu/report'
import type { Db } from '../../db/database.ts'

export type PublishedReport = Readonly<{ year: number; title: string; publishedAt: Date; report: Report }>

/** 历年公开的年度报告 of an agency, newest first, for anybody to read. */
export async function listPublishedReports(db: Db, agencyId: string): Promise<readonly PublishedReport[]> {
  const rows = await db
    .selectFrom('annual_report')
    .select(['year', 'content', 'published_at'])
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .orderBy('year', 'desc')
    .execute()
  return rows.flatMap(({ year, content, published_at }) => {
    const report = content as Report
    return published_at === null
      ? []
      : [{ year, title: report.title ?? '', publishedAt: published_at, report }]
  })
}

export async function findPublishedReport(
  db: Db,
  agencyId: string,
  year: number,
): Promise<PublishedReport | undefined> {
  const reports = await listPublishedReports(db, agencyId)
  return reports.find((report) => report.year === year)
}
