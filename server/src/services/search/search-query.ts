import { bigramsOf, cutWords, normalised } from './words.ts'

/** A question as the index is asked: its words, and the same as a `tsquery`. */
export type SearchQuery = Readonly<{
  /** What to mark in titles and texts, longest first. */
  words: readonly string[]
  tsquery: string
}>

const LONGEST = 100
const MOST_WORDS = 12

/**
 * 检索词: every word has to occur. A word that stands in more than one document of twenty is dropped while another
 * remains. A title or number with the same neighbouring characters is found too, for names are in no dictionary.
 * `undefined` when nothing can be searched for.
 */
export function readQuery(text: string, common: ReadonlySet<string>): SearchQuery | undefined {
  const question = normalised(text).slice(0, LONGEST)
  const all = withoutParts(cutWords(question)).slice(0, MOST_WORDS)
  const telling = all.filter((word) => !common.has(word))
  const words = telling.length === 0 ? all.slice(0, 3) : telling
  if (words.length === 0) return undefined
  const pairs = [...new Set(bigramsOf(question))].slice(0, 3 * MOST_WORDS)
  const asWords = words.map(quoted).join(' & ')
  const asPairs = pairs.map((pair) => `${quoted(pair)}:A`).join(' & ')
  return {
    words: [...new Set([...words, ...question.split(/[^\p{L}\p{N}]+/u)])]
      .filter((word) => word !== '')
      .sort((a, b) => b.length - a.length),
    tsquery: pairs.length === 0 ? asWords : `(${asWords}) | (${asPairs})`,
  }
}

/** The index also holds the parts of long words; the question needs only the whole. */
function withoutParts(words: readonly string[]): readonly string[] {
  const unique = [...new Set(words)]
  return unique.filter((word) => !unique.some((other) => other !== word && other.includes(word)))
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
