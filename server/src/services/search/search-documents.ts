import type { Context } from '../context.ts'
import { commonWords } from './common-words.ts'
import { type FoundDocument, presentHits } from './present-hits.ts'
import { rerank } from './rerank.ts'
import { readQuery, type SearchQuery } from './search-query.ts'
import { byDate, byRank, COUNTED, type Hit, type Narrowing, PAGE, publishedYears } from './walk-years.ts'

export type SearchDocuments = Narrowing &
  Readonly<{
    q: string
    order?: 'relevance' | 'date'
    /** 1 and up. */
    page?: number
  }>

export type SearchResult = Readonly<{
  items: readonly FoundDocument[]
  /** Counted up to `COUNTED`; more than that is said to be more. */
  count: number
  more: boolean
  pages: number
  /** Nothing has every word; these have most of them. */
  relaxed: boolean
}>

/**
 * 检索: walks the years newest first and stops as soon as it may. What matches is gathered before it is sorted, for a
 * planner that walks a date index and opens every vector on the way takes a hundred times as long. When nothing has
 * all the words, what has most of them is found, and said to be that.
 */
export async function searchDocuments(
  ctx: Context,
  input: SearchDocuments,
): Promise<SearchResult | undefined> {
  const query = readQuery(input.q, await commonWords(ctx.db, ctx.now))
  if (query === undefined) return undefined
  const page = Math.max(1, Math.min(input.page ?? 1, COUNTED / PAGE))
  const years = await publishedYears(ctx, input)
  const levels = [query.strict, ...query.relaxed]
  for (const [level, tsquery] of levels.entries()) {
    const { hits, count } = await find(ctx, input, { query, tsquery, years, page })
    if (count === 0 && level < levels.length - 1) continue
    return {
      items: await presentHits(ctx, hits, query.words),
      count: Math.min(count, COUNTED),
      more: count > COUNTED,
      pages: Math.ceil(Math.min(count, COUNTED) / PAGE),
      relaxed: level > 0 && count > 0,
    }
  }
  return undefined
}

type Level = Readonly<{ query: SearchQuery; tsquery: string; years: readonly number[]; page: number }>

async function find(
  ctx: Context,
  narrowing: SearchDocuments,
  { query, tsquery, years, page }: Level,
): Promise<{ hits: readonly Hit[]; count: number }> {
  const walk = { narrowing, years, tsquery }
  if (narrowing.order === 'date') return byDate(ctx, walk, page)
  const ranked = await rerank(ctx, query, await byRank(ctx, walk))
  return { hits: ranked.slice((page - 1) * PAGE, page * PAGE), count: ranked.length }
}
