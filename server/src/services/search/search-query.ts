import { ASKING } from './asking-words.ts'
import { splitAtTerms } from './synonyms.ts'
import { bigramsOf, cutWords, normalised, quoted, wordsWithNames } from './words.ts'

/** One thing that was asked for: a word, or a term with those that may stand for it. */
export type Unit = Readonly<{
  /** What to mark in titles and texts. */
  words: readonly string[]
  tsquery: string
}>

/** A question as the index is asked. */
export type SearchQuery = Readonly<{
  question: string
  units: readonly Unit[]
  /** What to mark in titles and texts, longest first. */
  words: readonly string[]
  /** Every unit occurs, or the title has the same neighbouring characters. */
  strict: string
  /** For when nothing has them all: ever fewer of the units that say something. */
  relaxed: readonly string[]
}>

const LONGEST = 100
const MOST_UNITS = 12
/** So many units of a question without a full match are combined; six give at most twenty combinations. */
const MOST_RELAXED = 6

/** 文号 or 索引号: what has another number is something else. */
const NUMBER = /\d{4}\D{0,2}\d+号|[0-9a-z]{9,}\/\d{4}/

/**
 * 检索词: every word has to occur. A word that only asks, or stands in more than one document of twenty, is dropped
 * while another remains. A title or number with the same neighbouring characters is found too, for names are in no
 * dictionary. `undefined` when nothing can be searched for.
 */
export function readQuery(text: string, common: ReadonlySet<string>): SearchQuery | undefined {
  const question = normalised(text).slice(0, LONGEST)
  const all = distinct(splitAtTerms(question).flatMap(unitsOf)).slice(0, MOST_UNITS)
  const saying = orAll(all, ({ words }) => !words.every((word) => ASKING.has(word)))
  const telling = saying.filter(({ words }) => !words.every((word) => common.has(word)))
  const units = telling.length === 0 ? saying.slice(0, 3) : telling
  if (units.length === 0) return undefined
  const pairs = [...new Set(bigramsOf(question))].slice(0, 3 * MOST_UNITS)
  const every = units.map(({ tsquery }) => tsquery).join(' & ')
  const asPairs = pairs.map((pair) => `${quoted(pair)}:A`).join(' & ')
  return {
    question,
    units,
    words: [...new Set([...units.flatMap(({ words }) => words), ...question.split(/[^\p{L}\p{N}]+/u)])]
      .filter((word) => word !== '')
      .sort((a, b) => b.length - a.length),
    strict: pairs.length === 0 ? every : `(${every}) | (${asPairs})`,
    relaxed: NUMBER.test(question) ? [] : relaxedOf(units),
  }
}

function unitsOf(piece: ReturnType<typeof splitAtTerms>[number]): readonly Unit[] {
  if ('text' in piece) {
    return withoutParts(wordsWithNames(piece.text)).map((word) => ({
      words: [word],
      tsquery: lexemesOf(word),
    }))
  }
  const ways = piece.alternatives.map((term) => withoutParts(wordsWithNames(term)).map(lexemesOf).join(' & '))
  return [{ words: piece.alternatives, tsquery: `(${ways.map((way) => `(${way})`).join(' | ')})` }]
}

/** A word as the index has it: a name as its characters in a row. */
function lexemesOf(word: string): string {
  const parts = withoutParts(cutWords(word))
  return parts.includes(word) || parts.length < 2 ? quoted(word) : `(${parts.map(quoted).join(' <-> ')})`
}

/** The index also holds the parts of long words; the question needs only the whole. */
function withoutParts(words: readonly string[]): readonly string[] {
  const unique = [...new Set(words)]
  return unique.filter((word) => !unique.some((other) => other !== word && other.includes(word)))
}

function distinct(units: readonly Unit[]): readonly Unit[] {
  return units.filter((unit, at) => units.findIndex(({ tsquery }) => tsquery === unit.tsquery) === at)
}

function orAll(units: readonly Unit[], keep: (unit: Unit) => boolean): readonly Unit[] {
  const kept = units.filter(keep)
  return kept.length === 0 ? units : kept
}

/** All but one, all but two, … half of them; single characters and bare figures find anything and nothing. */
function relaxedOf(units: readonly Unit[]): readonly string[] {
  const lasting = units
    .filter(({ words }) => words.some((word) => word.length > 1 && !/\d/.test(word)))
    .toSorted((a, b) => longest(b) - longest(a))
    .slice(0, MOST_RELAXED)
    .map(({ tsquery }) => tsquery)
  const most = lasting.length === units.length ? lasting.length - 1 : lasting.length
  const least = Math.max(1, Math.ceil(lasting.length / 3))
  const levels: string[] = []
  for (let count = most; count >= least; count -= 1) {
    levels.push(
      choices(lasting, count)
        .map((some) => `(${some.join(' & ')})`)
        .join(' | '),
    )
  }
  return levels
}

function longest({ words }: Unit): number {
  return Math.max(...words.map((word) => word.length))
}

function choices<T>(all: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]]
  return all.flatMap((one, at) => choices(all.slice(at + 1), count - 1).map((rest) => [one, ...rest]))
}
