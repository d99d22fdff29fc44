import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { normalised } from './words.ts'

const MOST = 8

/**
 * 输入提示: words of public titles that begin as the last word of the question does, in characters or in Pinyin, the
 * most frequent first. Each answer is the whole question with that word completed.
 */
export async function suggestWords(
  ctx: Context,
  { q, agencyId }: Readonly<{ q: string; agencyId?: string }>,
): Promise<readonly string[]> {
  const question = normalised(q).trimStart().slice(0, 40)
  const last = /\S+$/.exec(question)?.[0] ?? ''
  const isPinyin = /^[a-z]{2,}$/.test(last)
  if (!isPinyin && !/^\p{Script=Han}+$/u.test(last)) return []
  const column = isPinyin ? sql`pinyin` : sql`word`
  const own = agencyId === undefined ? sql`` : sql` and agency_id = ${agencyId}::uuid`
  const { rows } = await sql<{ word: string }>`
    select word from search_word where ${column} like ${`${last}%`}${own}
    group by word order by sum(documents) desc, length(word), word limit ${MOST}`.execute(ctx.db)
  const before = question.slice(0, question.length - last.length)
  return rows.map(({ word }) => `${before}${word}`)
}
