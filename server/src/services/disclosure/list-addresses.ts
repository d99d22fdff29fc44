import { sql } from 'kysely'
import type { Context } from '../context.ts'

export type PublishedAddress = Readonly<{ agencyId: string; documentId: string; publishedAt: Date }>

/** A site map may name this many addresses. */
export const ADDRESSES_AT_MOST = 45_000

/** Months in which something was published, newest first, with how much; the parts of a large site map. */
export async function publishedMonths(
  ctx: Pick<Context, 'db'>,
): Promise<readonly Readonly<{ month: string; count: number }>[]> {
  const month = sql<string>`to_char(published_at at time zone 'Asia/Shanghai', 'YYYY-MM')`
  return ctx.db
    .selectFrom('document')
    .select([month.as('month'), sql<number>`count(*)::int`.as('count')])
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .groupBy(month)
    .orderBy('month', 'desc')
    .execute()
}

/** Addresses of published documents, of one month (`2026-06`) or the newest of all. */
export async function listAddresses(
  ctx: Pick<Context, 'db'>,
  month?: string,
): Promise<readonly PublishedAddress[]> {
  let query = ctx.db
    .selectFrom('document')
    .select(['agency_id', 'document_id', 'published_at'])
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
  if (month !== undefined) {
    const begin = sql<Date>`(${`${month}-01`}::date::timestamp at time zone 'Asia/Shanghai')`
    const end = sql<Date>`((${`${month}-01`}::date + interval '1 month') at time zone 'Asia/Shanghai')`
    query = query.where('published_at', '>=', begin).where('published_at', '<', end)
  }
  const rows = await query.orderBy('published_at', 'desc').limit(ADDRESSES_AT_MOST).execute()
  return rows.map((row) => ({
    agencyId: row.agency_id,
    documentId: row.document_id,
    publishedAt: row.published_at as Date,
  }))
}
