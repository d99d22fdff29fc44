import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { SearchQuery } from './search-query.ts'
import type { Hit } from './walk-years.ts'
import { bigramsOf, normalised } from './words.ts'

/** So many of the best are put in order again by their titles: what a reader sees of the first pages. */
const LOOKED_AT = 100

type Title = Readonly<{ title: string; numbers: readonly string[]; summary: string; ended: boolean }>

/**
 * 再排序: the index knows how often words occur; a reader judges by the title. The best hits are ordered by how much of
 * the question their title and summary say, whether in its own words, and what is in force before what is not.
 */
export async function rerank(
  ctx: Context,
  query: SearchQuery,
  hits: readonly Hit[],
): Promise<readonly Hit[]> {
  const first = hits.slice(0, LOOKED_AT)
  if (first.length < 2) return hits
  const rows = await ctx.db
    .selectFrom('document')
    .select(['document_id', 'title', 'summary', 'document_number', 'index_number'])
    .select(sql<boolean>`validity in ('repealed', 'expired')`.as('ended'))
    .where(
      'document_id',
      'in',
      first.map(({ document_id }) => document_id),
    )
    .execute()
  const titles = new Map(
    rows.map(({ document_number, index_number, ...row }) => [
      row.document_id,
      { ...row, numbers: [document_number, index_number].filter((number) => number !== null) },
    ]),
  )
  const best = Math.max(...first.map(({ rank }) => rank), Number.MIN_VALUE)
  const scored = first.map((hit, at) => {
    const title = titles.get(hit.document_id)
    return {
      hit,
      at,
      score: (WEIGHTS.index * hit.rank) / best + (title === undefined ? 0 : titleScore(query, title)),
    }
  })
  scored.sort((a, b) => b.score - a.score || a.at - b.at)
  return [...scored.map(({ hit }) => hit), ...hits.slice(LOOKED_AT)]
}

const WEIGHTS = { index: 0.5, units: 2, summary: 0.6, pairs: 1.2, whole: 1, number: 10, ended: -0.3 }

/** How well a title answers a question: about 0 when it says nothing of it, about 5 when it is the question. */
export function titleScore(query: SearchQuery, { title, numbers, summary, ended }: Title): number {
  const text = normalised(title)
  const about = normalised(summary)
  const plain = compact(query.question)
  return (
    WEIGHTS.units * shareSaid(query, text) +
    WEIGHTS.summary * shareSaid(query, about) +
    WEIGHTS.pairs * likeness(plain, compact(text)) +
    (plain.length > 1 && compact(text).includes(plain) ? WEIGHTS.whole : 0) +
    (numbers.some((number) => compact(normalised(number)) === plain) ? WEIGHTS.number : 0) +
    (ended ? WEIGHTS.ended : 0)
  )
}

/** Of what was asked for, the share that the text says in one way or another; long words count more. */
function shareSaid({ units }: SearchQuery, text: string): number {
  let said = 0
  let all = 0
  for (const { words } of units) {
    const weight = Math.min(4, Math.max(...words.map((word) => word.length)))
    all += weight
    if (words.some((word) => text.includes(word))) said += weight
  }
  return all === 0 ? 0 : said / all
}

/** Shared neighbouring characters, seen from both texts: 1 for the same text. */
function likeness(a: string, b: string): number {
  const [first, second] = [new Set(bigramsOf(a)), new Set(bigramsOf(b))]
  if (first.size === 0 || second.size === 0) return 0
  const shared = [...first].filter((pair) => second.has(pair)).length
  return (2 * shared) / (first.size + second.size)
}

function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}
