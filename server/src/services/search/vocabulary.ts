import { sql } from 'kysely'
import { pinyin } from 'pinyin-pro'
import type { Tx } from '../../db/database.ts'
import { wordsWithNames } from './words.ts'

const WORD = /^\p{Script=Han}{2,8}$/u

/** The words of titles that suggestions and corrections are made of: Chinese, two to eight characters. */
export function vocabularyOf(lines: readonly string[]): readonly string[] {
  return [...new Set(lines.flatMap(wordsWithNames))].filter((word) => WORD.test(word)).sort()
}

/** `zhaijidi`: without tones or gaps, as people type it. */
export function pinyinOf(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase()
}

/** The word and what is left of it without any one of its characters: two words one character apart share one of these. */
export function nearSpellings(word: string): readonly string[] {
  const characters = [...word]
  const shorter = characters.map((_, at) => characters.filter((__, other) => other !== at).join(''))
  // A word of two leaves single characters, which would make everything near everything.
  return characters.length < 3 ? [word] : [...new Set([word, ...shorter])]
}

/** Counts the words of a title in. Sorted, so that two documents at once wait for each other and do not lock. */
export async function addWords(t: Tx, agencyId: string, words: readonly string[]): Promise<void> {
  if (words.length === 0) return
  await t
    .insertInto('search_word')
    .values(
      words.map((word) => ({
        agency_id: agencyId,
        word,
        pinyin: pinyinOf(word),
        near: [...nearSpellings(word)],
        documents: 1,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'word']).doUpdateSet({ documents: sql`search_word.documents + 1` }),
    )
    .execute()
}

/** Counts them out again; a word that no public title has any more is forgotten. */
export async function removeWords(t: Tx, agencyId: string, words: readonly string[]): Promise<void> {
  if (words.length === 0) return
  await t
    .updateTable('search_word')
    .set({ documents: sql`documents - 1` })
    .where('agency_id', '=', agencyId)
    .where('word', 'in', words)
    .execute()
  await t
    .deleteFrom('search_word')
    .where('agency_id', '=', agencyId)
    .where('word', 'in', words)
    .where('documents', '<=', 0)
    .execute()
}
