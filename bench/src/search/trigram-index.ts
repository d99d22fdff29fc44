import type { BenchDocument } from './corpus.ts'

type Row = Readonly<{
  id: string
  publishedOn: string
  heading: ReadonlySet<string>
  text: ReadonlySet<string>
}>

/**
 * The nearest by shared trigrams, counted as PostgreSQL's pg_trgm counts them (two blanks before a word, one after),
 * titles twice; in the program, for the embedded server comes without that extension.
 */
export class TrigramIndex {
  readonly #rows: readonly Row[]

  constructor(documents: readonly BenchDocument[], ids: readonly string[]) {
    this.#rows = documents.map(({ title, number, indexNumber, text, publishedOn }, at) => ({
      id: ids[at] ?? '',
      publishedOn,
      heading: trigramsOf(`${title} ${number} ${indexNumber}`),
      text: trigramsOf(text),
    }))
  }

  search(q: string, most: number): readonly string[] {
    const asked = [...trigramsOf(q)]
    const scored = this.#rows.map((row) => ({
      row,
      score: asked.reduce(
        (sum, each) => sum + (row.heading.has(each) ? 2 : 0) + (row.text.has(each) ? 1 : 0),
        0,
      ),
    }))
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.row.publishedOn < b.row.publishedOn ? 1 : -1))
      .slice(0, most)
      .map(({ row }) => row.id)
  }
}

function trigramsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.flatMap((word) => {
      const padded = [...`  ${word} `]
      return padded.slice(2).map((_, at) => padded.slice(at, at + 3).join(''))
    }),
  )
}
