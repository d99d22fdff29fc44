import { toSimplified } from '../locate/traditional.ts'
import type { Report, ReportSection } from '../report.ts'

/** A sentence of the report's prose, folded, with the heading of the section it stands in. */
export type Sentence = Readonly<{
  text: string
  section: ReportSection['id']
  where: string
  /** The sentence before it, if any, and everything before it in the same paragraph. */
  before: string | null
  paragraph: string
}>

/** 句子: the prose of some sections, cut at 。；！？ and line ends, full-width signs folded, spaces dropped. */
export function sentencesOf(report: Report, sections: readonly ReportSection['id'][]): readonly Sentence[] {
  return (report.sections ?? []).filter(({ id }) => sections.includes(id)).flatMap(sentencesOfSection)
}

/** Many rules ask for the sentences of one section. */
const known = new WeakMap<ReportSection, readonly Sentence[]>()

function sentencesOfSection(section: ReportSection): readonly Sentence[] {
  const before = known.get(section)
  if (before !== undefined) return before
  const { id, heading, text } = section
  const sentences: Sentence[] = []
  for (const paragraph of foldProse(text).split('\n')) {
    let said = ''
    for (const sentence of splitSentences(paragraph)) {
      const last = sentences.at(-1)?.text ?? null
      sentences.push({ text: sentence, section: id, where: heading, before: last, paragraph: said })
      said += `${sentence}。`
    }
  }
  known.set(section, sentences)
  return sentences
}

/** Commas become `,` and brackets `()`; `。` and `;` end a sentence; 1,234 is one number. */
function splitSentences(text: string): readonly string[] {
  return foldProse(text)
    .split(/[。;!?\n]/)
    .filter((sentence) => sentence !== '')
}

export function foldProse(text: string): string {
  return toSimplified(text.normalize('NFKC'))
    .replaceAll(/[^\S\n]/g, '')
    .replaceAll('．', '.')
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
}
