import type { ContentKind, PlainDate, ValidityState } from '@mingfu/law'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { validityShown } from '../disclosure/document.ts'
import { validityOnDay } from '../disclosure/validity-on-day.ts'
import { commonWords } from './common-words.ts'
import { type MarkedPiece, markWords, passageOf } from './mark-words.ts'
import { readQuery } from './search-query.ts'

export type SearchDocuments = Readonly<{
  q: string
  agencyId?: string
  kind?: ContentKind
  validity?: ValidityState
  /** Days of publication, both ends included. */
  from?: PlainDate
  to?: PlainDate
  order?: 'relevance' | 'date'
  /** 1 and up. */
  page?: number
}>

export type FoundDocument = Readonly<{
  agencyId: string
  documentId: string
  title: readonly MarkedPiece[]
  passage: readonly MarkedPiece[]
  documentNumber: string | null
  indexNumber: string
  issuer: string
  kind: ContentKind
  writtenOn: PlainDate
  publishedAt: Date
  validity: ValidityState
}>

export type SearchResult = Readonly<{
  items: readonly FoundDocument[]
  /** Counted up to `COUNTED`; more than that is said to be more. */
  count: number
  more: boolean
  pages: number
}>

const PAGE = 20
const COUNTED = 1000
/** 按相关度: so many of the newest matches are ranked. */
export const CANDIDATES = 1000
const TEXT_READ = 20_000

type Hit = Readonly<{ agency_id: string; document_id: string; published_on: string; rank: number }>

/**
 * 检索: walks the years newest first and stops as soon as it may. What matches is gathered before it is sorted, for a
 * planner that walks a date index and opens every vector on the way takes a hundred times as long.
 */
export async function searchDocuments(
  ctx: Context,
  input: SearchDocuments,
): Promise<SearchResult | undefined> {
  const query = readQuery(input.q, await commonWords(ctx.db, ctx.now))
  if (query === undefined) return undefined
  const page = Math.max(1, Math.min(input.page ?? 1, COUNTED / PAGE))
  const years = await publishedYears(ctx, input)
  const { tsquery } = query
  const matches = (year: number) => matchesOf(ctx, input, tsquery, year)
  const walk = input.order === 'date' ? byDate : byRelevance
  const { hits, count } = await walk(ctx, { years, matches, tsquery, page })
  return {
    items: await present(ctx, hits, query.words),
    count: Math.min(count, COUNTED),
    more: count > COUNTED,
    pages: Math.ceil(Math.min(count, COUNTED) / PAGE),
  }
}

/** Years in which something was published, newest first. */
async function publishedYears(
  ctx: Context,
  { from, to, agencyId }: SearchDocuments,
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
function matchesOf(ctx: Context, input: SearchDocuments, tsquery: string, year: number): RawBuilder<unknown> {
  const { agencyId, from, to, kind, validity } = input
  const wanted = [
    sql`s.year = ${year}`,
    sql`s.words @@ ${tsquery}::tsquery`,
    ...(agencyId === undefined ? [] : [sql`s.agency_id = ${agencyId}::uuid`]),
    ...(from === undefined ? [] : [sql`s.published_on >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`s.published_on <= ${to}::date`]),
  ]
  const found = sql`
    select s.agency_id, s.document_id, s.published_on, s.words
    from document_search s where ${sql.join(wanted, sql` and `)}`
  if (kind === undefined && validity === undefined) return found
  const chosen = [
    ...(kind === undefined ? [] : [sql`d.kind = ${kind}`]),
    ...(validity === undefined ? [] : [sql`${validityOnDay(ctx.today, 'd')} = ${validity}`]),
  ]
  return sql`
    select f.* from (${found}) f
    join document d on d.agency_id = f.agency_id and d.document_id = f.document_id
    where ${sql.join(chosen, sql` and `)}`
}

type Walk = Readonly<{
  years: readonly number[]
  matches(year: number): RawBuilder<unknown>
  tsquery: string
  page: number
}>
type Found = Readonly<{ hits: readonly Hit[]; count: number }>

/** Newest first, exact: all matches of a year are sorted, and older years are only counted once the page is full. */
async function byDate(ctx: Context, { years, matches, page }: Walk): Promise<Found> {
  const hits: Hit[] = []
  let skip = (page - 1) * PAGE
  let count = 0
  for (const year of years) {
    if (count > COUNTED) break
    const wanted = PAGE - hits.length
    const { rows } = await sql<Hit & { matched: number }>`/* unnamed */
      with m as materialized (select agency_id, document_id, published_on from (${matches(year)}) as matched),
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

/** The best of the newest candidates. */
async function byRelevance(ctx: Context, { years, matches, tsquery, page }: Walk): Promise<Found> {
  const candidates: Hit[] = []
  for (const year of years) {
    const wanted = CANDIDATES + 1 - candidates.length
    if (wanted <= 0) break
    const { rows } = await sql<Hit>`/* unnamed */
      with m as materialized (select * from (${matches(year)}) as matched limit ${wanted})
      select agency_id, document_id, published_on, ts_rank('{0.1, 0.2, 0.4, 1.0}', words, ${tsquery}::tsquery) as rank
      from m`.execute(ctx.db)
    candidates.push(...rows)
  }
  candidates.sort(
    (a, b) =>
      b.rank - a.rank || (a.published_on < b.published_on ? 1 : a.published_on > b.published_on ? -1 : 0),
  )
  return { hits: candidates.slice((page - 1) * PAGE, page * PAGE), count: candidates.length }
}

async function present(
  ctx: Context,
  hits: readonly Hit[],
  words: readonly string[],
): Promise<readonly FoundDocument[]> {
  if (hits.length === 0) return []
  const rows = await ctx.db
    .selectFrom('document')
    .innerJoin('document_body', (join) =>
      join
        .onRef('document_body.agency_id', '=', 'document.agency_id')
        .onRef('document_body.document_id', '=', 'document.document_id'),
    )
    .select([
      'document.agency_id',
      'document.document_id',
      'title',
      'document_number',
      'index_number',
      'issuer',
    ])
    .select([
      'kind',
      'written_on',
      'published_at',
      'validity',
      'validity_changed_on',
      'expires_on',
      'summary',
    ])
    .select(sql<string>`left(plain_text, ${TEXT_READ})`.as('text'))
    .where(
      'document.document_id',
      'in',
      hits.map(({ document_id }) => document_id),
    )
    // The index follows a withdrawal by a moment; the row does not.
    .where('state', '=', 'published')
    .execute()
  const byId = new Map(rows.map((row) => [row.document_id, row]))
  return hits.flatMap(({ document_id }) => {
    const row = byId.get(document_id)
    if (row === undefined) return []
    const passage = passageOf(row.text === '' ? row.summary : row.text, words)
    return {
      agencyId: row.agency_id,
      documentId: row.document_id,
      title: markWords(row.title, words),
      passage: markWords(passage, words),
      documentNumber: row.document_number,
      indexNumber: row.index_number ?? '',
      issuer: row.issuer,
      kind: row.kind as ContentKind,
      writtenOn: row.written_on as PlainDate,
      publishedAt: row.published_at as Date,
      validity: validityShown(
        {
          validity: row.validity as ValidityState,
          validityChangedOn: row.validity_changed_on as PlainDate | null,
          expiresOn: row.expires_on as PlainDate | null,
        },
        ctx.today,
      ),
    }
  })
}
