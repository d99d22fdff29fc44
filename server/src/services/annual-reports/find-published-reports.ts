import type { Report } from '@mingfu/report'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

export type PublishedReportLine = Readonly<{ year: number; title: string; publishedAt: Date }>
export type PublishedReport = PublishedReportLine & Readonly<{ report: Report }>

/** 历年公开的年度报告 of an agency, newest first, for anybody to read: without their contents. */
export async function listPublishedReports(
  db: Db,
  agencyId: string,
): Promise<readonly PublishedReportLine[]> {
  const rows = await db
    .selectFrom('annual_report')
    .select(['year', 'published_at', sql<string | null>`content ->> 'title'`.as('title')])
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .where('published_at', 'is not', null)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year, title, published_at }) => ({
    year,
    title: title ?? '',
    publishedAt: published_at as Date,
  }))
}

/** 年度报告 of a year, as it was published. */
export async function findPublishedReport(
  db: Db,
  agencyId: string,
  year: number,
): Promise<PublishedReport | undefined> {
  const row = await db
    .selectFrom('annual_report')
    .select(['content', 'published_at'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('state', '=', 'published')
    .executeTakeFirst()
  if (row === undefined || row.published_at === null) return undefined
  const report = row.content as Report
  return { year, title: report.title ?? '', publishedAt: row.published_at, report }
}
