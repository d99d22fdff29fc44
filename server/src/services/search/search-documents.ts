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
    /** Only what has every word, however little that is. */
    everyWord?: boolean
    /** 1 and up. */
    page?: number
  }>

export type SearchResult = Readonly<{
  items: readonly FoundDocument[]
  /** Counted up to `COUNTED`; more than that is said to be more. */
  count: number
  more: boolean
  pages: number
  /** Some or all of these have only most of the words. */
  relaxed: boolean
}>

/**
 * 检索: walks the years newest first and stops as soon as it may. What matches is gathered before it is sorted, for a
 * planner that walks a date index and opens every vector on the way takes a hundred times as long. When too
 * little has all the words, what has most of them is found as well, and said to be that.
 */
export async function searchDocuments(
  ctx: Context,
  input: SearchDocuments,
): Promise<SearchResult | undefined> {
  const query = readQuery(input.q, await commonWords(ctx.db, ctx.now))
  if (query === undefined) return undefined
  const page = Math.max(1, Math.min(input.page ?? 1, COUNTED / PAGE))
  const years = await publishedYears(ctx, input)
  const { hits, count, relaxed } = await find(ctx, input, { query, years, page })
  return {
    items: await presentHits(ctx, hits, query.words),
    count: Math.min(count, COUNTED),
    more: count > COUNTED,
    pages: Math.ceil(Math.min(count, COUNTED) / PAGE),
    relaxed,
  }
}

type Question = Readonly<{ query: SearchQuery; years: readonly number[]; page: number }>
type Answer = Readonly<{ hits: readonly Hit[]; count: number; relaxed: boolean }>

async function find(
  ctx: Context,
  narrowing: SearchDocuments,
  { query, years, page }: Question,
): Promise<Answer> {
  const walk = (tsquery: string) => ({ narrowing, years, tsquery })
  const relaxed = narrowing.everyWord ? [] : query.relaxed
  if (narrowing.order === 'date') {
    for (const [level, tsquery] of [query.strict, ...relaxed].entries()) {
      const found = await byDate(ctx, walk(tsquery), page)
      if (found.count > 0) return { ...found, relaxed: level > 0 }
    }
    return { hits: [], count: 0, relaxed: false }
  }
  const strict = await byRank(ctx, walk(query.strict))
  const all = new Map(strict.map((hit) => [hit.document_id, hit]))
  if (strict.length < enough(query)) {
    for (const tsquery of relaxed) {
      if (all.size >= ENOUGH) break
      for (const hit of await byRank(ctx, walk(tsquery))) {
        if (!all.has(hit.document_id)) all.set(hit.document_id, hit)
      }
    }
  }
  const ranked = await rerank(ctx, query, [...all.values()])
  return {
    hits: ranked.slice((page - 1) * PAGE, page * PAGE),
    count: ranked.length,
    relaxed: ranked.length > strict.length,
  }
}

const ENOUGH = 10

/** A sentence rarely stands somewhere word by word: the few texts that happen to have all its words are not enough. */
function enough({ units }: SearchQuery): number {
  return units.length > 2 ? ENOUGH : 1
}
