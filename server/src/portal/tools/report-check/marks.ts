import type { Finding } from '@mingfu/law'
import { placeOfQuote, type ReadReport } from '@mingfu/report'

/** A stretch of a text with the numbers of the findings about it, as the list counts them. */
export type Marked = Readonly<{ start: number; end: number; numbers: readonly number[] }>

/** Every place of the report that a finding is about. */
export type Marks = Readonly<{
  /** Cell id → numbers of findings. */
  cells: ReadonlyMap<string, readonly number[]>
  /** Addends of a sum that does not come out: any of them may be wrong, the sum is marked. */
  involved: ReadonlySet<string>
  title: readonly Marked[]
  preamble: readonly Marked[]
  /** Index of the section → its heading and its text. */
  headings: ReadonlyMap<number, readonly Marked[]>
  texts: ReadonlyMap<number, readonly Marked[]>
  /** Number of a finding → where the list leads to: `text`, or the first of its cells. What has no place is not in it. */
  anchors: ReadonlyMap<number, string>
}>

/** Rules that name the sum first and its addends behind it. */
const SUMS: ReadonlySet<string> = new Set(['AR-25', 'AR-26', 'AR-36'])

/** 在原文中标注: lays findings over the report. What has no place of its own, such as a missing section, stays in the list. */
export function marksOf(findings: readonly Finding[], { report, cells: read }: ReadReport): Marks {
  const cells = new Map<string, number[]>()
  const involved = new Set<string>()
  const title: Marked[] = []
  const preamble: Marked[] = []
  const headings = new Map<number, Marked[]>()
  const texts = new Map<number, Marked[]>()
  const anchors = new Map<number, string>()

  const lay = (into: Marked[], text: string, quote: string, number: number): boolean => {
    const place = placeOfQuote(text, quote)
    if (place === undefined) return false
    into.push({ ...place, numbers: [number] })
    anchors.set(number, 'text')
    return true
  }
  for (const [index, finding] of findings.entries()) {
    const number = index + 1
    for (const [place, cell] of finding.cells.entries()) {
      if (place > 0 && SUMS.has(finding.rule)) {
        involved.add(cell)
        continue
      }
      cells.set(cell, [...(cells.get(cell) ?? []), number])
      if (read[cell] !== undefined && !anchors.has(number)) anchors.set(number, cell)
    }
    const { quote } = finding
    if (quote === undefined) continue
    if (quote.part === 'title') lay(title, report.title ?? '', quote.text, number)
    else if (quote.part === 'preamble') lay(preamble, report.preamble ?? '', quote.text, number)
    else {
      for (const [at, section] of (report.sections ?? []).entries()) {
        if (section.id !== quote.part) continue
        const inHeading = headings.get(at) ?? []
        const inText = texts.get(at) ?? []
        headings.set(at, inHeading)
        texts.set(at, inText)
        if (lay(inHeading, section.heading, quote.text, number)) break
        if (lay(inText, section.text, quote.text, number)) break
      }
    }
  }
  return { cells, involved, title, preamble, headings, texts, anchors }
}

/** Overlapping marks become one with all their numbers, in the order of the text. */
export function joinedMarks(marks: readonly Marked[]): readonly Marked[] {
  const joined: Marked[] = []
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && mark.start < last.end) {
      joined[joined.length - 1] = {
        start: last.start,
        end: Math.max(last.end, mark.end),
        numbers: [...last.numbers, ...mark.numbers],
      }
    } else joined.push(mark)
  }
  return joined
}
