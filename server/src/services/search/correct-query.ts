import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { nearSpellings, pinyinOf } from './vocabulary.ts'
import { cutWords, normalised } from './words.ts'

const LONGEST_QUESTION = 30
const LONGEST_WORD = 8
/** So many proposals are tried; each costs a search. */
const MOST_TRIED = 5

type Proposal = Readonly<{ text: string; covers: number; isSound: boolean; documents: number }>

/**
 * 更正建议: the same question with one part written otherwise: a word of some public title that sounds the same, that is
 * the Pinyin spelt out, or that is one character apart. Only one that finds something is proposed; `undefined` when
 * there is none.
 */
export async function correctQuery(
  ctx: Context,
  question: string,
  finds: (question: string) => Promise<boolean>,
): Promise<string | undefined> {
  const text = normalised(question).trim()
  if (text === '' || text.length > LONGEST_QUESTION) return undefined
  for (const proposal of (await proposalsFor(ctx, text)).slice(0, MOST_TRIED)) {
    if (await finds(proposal.text)) return proposal.text
  }
  return undefined
}

async function proposalsFor(ctx: Context, text: string): Promise<readonly Proposal[]> {
  const parts = partsOf(text)
  if (parts.length === 0) return []
  const bySound = Map.groupBy(parts, ({ sound }) => sound)
  const byNear = new Map<string, typeof parts>()
  for (const part of parts.filter(({ isHan }) => isHan)) {
    for (const spelling of nearSpellings(part.text)) {
      byNear.set(spelling, [...(byNear.get(spelling) ?? []), part])
    }
  }
  const { rows } = await sql<{ word: string; pinyin: string; near: string[]; documents: number }>`
    select word, min(pinyin) as pinyin, min(near) as near, sum(documents)::int as documents from search_word
    where pinyin = any (${[...bySound.keys()]}::text[]) or near && ${[...byNear.keys()]}::text[]
    group by word`.execute(ctx.db)
  const proposals = rows.flatMap(({ word, pinyin, near, documents }) => {
    const sounding = (bySound.get(pinyin) ?? []).map((part) => ({ part, isSound: true }))
    const looking = near
      .flatMap((spelling) => byNear.get(spelling) ?? [])
      .map((part) => ({ part, isSound: false }))
    return [...sounding, ...looking]
      .filter(({ part }) => part.text !== word)
      .map(({ part, isSound }) => ({
        text: `${text.slice(0, part.from)}${word}${text.slice(part.from + part.text.length)}`,
        covers: part.text.length,
        isSound,
        documents,
      }))
  })
  const spelt = spellOut(text, rows)
  if (spelt !== undefined) proposals.push(spelt)
  const best = proposals.toSorted(
    (a, b) => Number(b.isSound) - Number(a.isSound) || b.covers - a.covers || b.documents - a.documents,
  )
  return best.filter((proposal, at) => best.findIndex(({ text: other }) => other === proposal.text) === at)
}

/** A question all in Pinyin, several words long: each by its most frequent word. */
function spellOut(
  text: string,
  rows: readonly Readonly<{ word: string; pinyin: string; documents: number }>[],
): Proposal | undefined {
  if (!/^[a-z]+(?: [a-z]+)+$/.test(text)) return undefined
  const words = text
    .split(' ')
    .map((sound) =>
      rows
        .filter(({ pinyin }) => pinyin === sound)
        .reduce<(typeof rows)[number] | undefined>(
          (most, row) => (most === undefined || row.documents > most.documents ? row : most),
          undefined,
        ),
    )
  if (words.some((word) => word === undefined)) return undefined
  return {
    text: words.map((row) => row?.word).join(' '),
    covers: text.length,
    isSound: true,
    documents: Math.min(...words.map((row) => row?.documents ?? 0)),
  }
}

/** Stretches of the question that may stand for one word: Chinese of two to eight characters, runs of letters. */
function partsOf(text: string) {
  const parts: { from: number; text: string; sound: string; isHan: boolean }[] = []
  for (const run of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let from = 0; from < run[0].length; from += 1) {
      for (let size = 2; size <= LONGEST_WORD && from + size <= run[0].length; size += 1) {
        const part = run[0].slice(from, from + size)
        // Words that the dictionary knows are not slips, whatever else sounds like them.
        if (!cutWords(part).some((word) => word.length === 1)) continue
        parts.push({ from: run.index + from, text: part, sound: pinyinOf(part), isHan: true })
      }
    }
  }
  for (const pattern of [/[a-z]{2,40}(?:['’ ]?[a-z]+)*/g, /[a-z]{2,40}/g]) {
    for (const run of text.matchAll(pattern)) {
      const sound = run[0].replace(/[^a-z]/g, '')
      parts.push({ from: run.index, text: run[0], sound, isHan: false })
    }
  }
  return parts
}
