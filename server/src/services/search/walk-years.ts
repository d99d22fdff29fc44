import type { ContentKind, PlainDate, ValidityState } from '@mingfu/law'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { validityOnDay } from '../disclosure/validity-on-day.ts'

/** What a search is narrowed by. */
export type Narrowing = Readonly<{
  agencyId?: string
  kind?: ContentKind
  validity?: ValidityState
  /** Days of publication, both ends included. */
  from?: PlainDate
  to?: PlainDate
}>

export const PAGE = 20
export const COUNTED = 1000
/** 按相关度: so many of the newest matches are ranked. */
export const CANDIDATES = 1000

export type Hit = Readonly<{ agency_id: string; document_id: string; published_on: string; rank: number }>

export type Walk = Readonly<{ narrowing: Narrowing; years: readonly number[]; tsquery: string }>

/** Years in which something was published, newest first. */
export async function publishedYears(
  ctx: Context,
  { from, to, agencyId }: Narrowing,
): Promise<readonly number[]> {
  let query = ctx.db
    .selectFrom('document')
    .select(({ fn }) => [fn.min('published_at').as('first'), fn.max('published_at').as('last')])
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
  if (agencyId !== undefined) query = query.where('agency_id', '=', agencyId)
  const { first, last } = await query.executeTakeFirstOrThrow()
  if (first === null || last === null) return []
  // A year on either side: the database's day is not yet China's.
  const oldest = Math.max(first.getUTCFullYear(), from === undefined ? 0 : Number(from.slice(0, 4)))
  const newest = Math.min(last.getUTCFullYear() + 1, to === undefined ? 9999 : Number(to.slice(0, 4)))
  return Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, index) => newest - index)
}

/** The matches of a year, as a materialised table `m`. */
function matchesOf(ctx: Context, { narrowing, tsquery }: Walk, year: number): RawBuilder<unknown> {
  const { agencyId, from, to, kind, validity } = narrowing
  const wanted = [
    sql`s.year = ${year}`,
    sql`s.words @@ ${tsquery}::tsquery`,
    ...(agencyId === undefined ? [] : [sql`s.agency_id = ${agencyId}::uuid`]),
    ...(from === undefined ? [] : [sql`s.published_on >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`s.published_on <= ${to}::date`]),
    ...(kind === undefined ? [] : [sql`s.kind = ${kind}`]),
    ...(validity === undefined ? [] : [sql`${validityOnDay(ctx.today, 's')} = ${validity}`]),
  ]
  return sql`
    select s.agency_id, s.document_id, s.published_on, s.words
    from document_search s where ${sql.join(wanted, sql` and `)}`
}

type Found = Readonly<{ hits: readonly Hit[]; count: number }>

/** Newest first, exact: all matches of a year are sorted, and older years are only counted once the page is full. */
export async function byDate(ctx: Context, walk: Walk, page: number): Promise<Found> {
  const hits: Hit[] = []
  let skip = (page - 1) * PAGE
  let count = 0
  for (const year of walk.years) {
    if (count > COUNTED) break
    const wanted = PAGE - hits.length
    const { rows } = await sql<Hit & { matched: number }>`/* unnamed */
      with m as materialized (select agency_id, document_id, published_on from (${matchesOf(ctx, walk, year)}) as matched),
      n as (select count(*)::int as matched from (select 1 from m limit ${COUNTED + 1}) as bounded)
      select page.*, 0 as rank, n.matched from n left join lateral (
        select * from m order by published_on desc, document_id desc limit ${wanted} offset ${skip}
      ) as page on true`.execute(ctx.db)
    const matched = rows[0]?.matched ?? 0
    hits.push(...rows.filter(({ document_id }) => document_id !== null))
    skip = Math.max(0, skip - matched)
    count += matched
  }
  return { hits, count }
}

/** The newest candidates, best first as the index ranks them. */
export async function byRank(ctx: Context, walk: Walk): Promise<readonly Hit[]> {
  const candidates: Hit[] = []
  for (const year of walk.years) {
    const wanted = CANDIDATES + 1 - candidates.length
    if (wanted <= 0) break
    const { rows } = await sql<Hit>`/* unnamed */
      with m as materialized (select * from (${matchesOf(ctx, walk, year)}) as matched limit ${wanted})
      select agency_id, document_id, published_on,
             ts_rank('{0.05, 0.15, 0.4, 1.0}', words, ${walk.tsquery}::tsquery) as rank
      from m`.execute(ctx.db)
    candidates.push(...rows)
  }
  return candidates.sort((a, b) => b.rank - a.rank || newer(a, b))
}

function newer(a: Hit, b: Hit): number {
  if (a.published_on !== b.published_on) return a.published_on < b.published_on ? 1 : -1
  return a.document_id < b.document_id ? 1 : -1
}
