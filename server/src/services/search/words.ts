import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { ASKING } from './asking-words.ts'

/** Raised when the cutting changes: rows of an older version are cut again. */
export const DICTIONARY_VERSION = 2

/** PostgreSQL keeps a position up to this, and this many of one word. */
const LAST_POSITION = 16_383
const POSITIONS_A_WORD = 255
/** A vector may hold one megabyte; a longer text is found by its beginning. */
const VECTOR_BYTES = 900_000

let jieba: Jieba | undefined

/**
 * 分词: the words of a text as they are searched for, in order; long words also in their parts. What is in no dictionary
 * falls into single characters, the same in every text and question: guessed words differ from sentence to sentence.
 */
export function cutWords(text: string): readonly string[] {
  // The dictionary takes 65 MB, so only processes that search or index load it.
  jieba ??= Jieba.withDict(dict)
  return jieba
    .cutForSearch(normalised(text), false)
    .map((word) => word.trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** The words of a text; characters that are in no word, side by side, are taken for a name: 河长制, 云阳镇. */
export function wordsWithNames(text: string): readonly string[] {
  const plain = normalised(text)
  const joined: string[] = []
  let name = ''
  for (const word of cutWords(text)) {
    const isSingle = /^\p{Script=Han}$/u.test(word) && !ASKING.has(word)
    if (isSingle && (name === '' || plain.includes(`${name}${word}`))) {
      name += word
      continue
    }
    if (name !== '') joined.push(name)
    name = isSingle ? word : ''
    if (!isSingle) joined.push(word)
  }
  return name === '' ? joined : [...joined, name]
}

/** Neighbouring pairs of characters: names and document numbers are in no dictionary. */
export function bigramsOf(text: string): readonly string[] {
  const runs = normalised(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return runs.flatMap((run) => {
    const characters = [...run]
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  })
}

/** Full-width letters and digits as half-width, capitals as small. */
export function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** What of a document is searched, in falling weight. */
export type SearchedText = Readonly<{
  /** Title, numbers, keywords. */
  heading: readonly string[]
  body: string
  /** Titles and texts of the attachments. */
  attachments: readonly string[]
}>

/** A finished `tsvector` literal: title and number weigh A, the text C, attachments D. */
export function vectorLiteral({ heading, body, attachments }: SearchedText): string {
  const vector = new Map<string, string[]>()
  let position = 0
  let bytes = 0
  const add = (word: string, weight: 'A' | 'C' | '') => {
    // Round again in a long text: neighbours stay neighbours.
    position = (position % LAST_POSITION) + 1
    const positions = vector.get(word)
    if (positions !== undefined && positions.length >= POSITIONS_A_WORD) return
    bytes += positions === undefined ? Buffer.byteLength(word) + 8 : 2
    if (bytes > VECTOR_BYTES) return
    if (positions === undefined) vector.set(word, [`${position}${weight}`])
    else positions.push(`${position}${weight}`)
  }
  for (const line of heading) for (const word of cutWords(line)) add(word, 'A')
  // Before the long texts, so that a full vector never lacks what stands in the title.
  for (const line of heading) for (const pair of bigramsOf(line)) add(pair, 'A')
  for (const word of cutWords(body)) add(word, 'C')
  for (const text of attachments) for (const word of cutWords(text)) add(word, '')
  return [...vector].map(([word, positions]) => `${quoted(word)}:${positions.join(',')}`).join(' ')
}

/** A word as a lexeme of `tsvector` and `tsquery`. */
export function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
