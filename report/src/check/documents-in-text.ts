import {
  type Assessment,
  type CellId,
  cellName,
  decimal,
  failed,
  found,
  mergeAssessments,
  numberIn,
  type ReportFacts,
  unassessed,
} from '@mingfu/law'
import type { Report } from '../report.ts'
import { type Count, countsIn } from './counts-in-text.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

const KINDS = [
  { words: /(?<!党内|党委)规范性文件/g, row: 'normative_documents' },
  { words: /(?<!党内|法律法|行政法)规章(?!制度)/g, row: 'regulations' },
] as const

const ACTS = [
  { words: /制发|制定|印发|出台/g, column: 'issued' },
  { words: /废止/g, column: 'repealed' },
  { words: /现行有效/g, column: 'in_force' },
] as const

type Act = Readonly<{ column: (typeof ACTS)[number]['column']; start: number; end: number }>

// A narrower set, which the table need not equal: documents of the government and its office only, or one class of them.
const NARROWER =
  /市政府|区政府|县政府|省政府|政府办|各部门|各单位|各县|本级|名义|其中|清理|备案|审查|解读|公开|发布|历年|累计|涉及|失效/

/** AR-47: 制发, 废止 and 现行有效 of 规章 and 行政规范性文件 in the prose against table two. */
export function checkDocumentsInText(report: Report, facts: ReportFacts): Assessment {
  if (facts.format !== '2021') return failed()
  const sentences = sentencesOf(report, ['s1'])
  return mergeAssessments(sentences.flatMap((sentence) => checkSentence(sentence, facts)))
}

function checkSentence(sentence: Sentence, facts: ReportFacts): Assessment[] {
  const { text } = sentence
  const acts = ACTS.flatMap(({ words, column }) =>
    [...text.matchAll(words)].map(
      (match): Act => ({ column, start: match.index, end: match.index + match[0].length }),
    ),
  ).sort((a, b) => a.start - b.start)
  return acts.flatMap((act) => {
    const count = countOf(act, acts, text)
    if (count === undefined) return []
    const row = kindOf(text, act, count)
    const clause = text.slice(clauseStart(text, act.start), count.end)
    if (speaksOfMoreThanTable(text, act, count)) return []
    if (row === undefined || NARROWER.test(clause) || speaksOfOthers(text, act, facts.reportYear)) return []
    return [compareCount(`t2.${row}.${act.column}`, text.slice(act.start, count.end), count, sentence, facts)]
  })
}

/** Where the clause of an act begins; what stands in brackets belongs to the clause before the bracket. */
function clauseStart(text: string, at: number): number {
  const open = text.lastIndexOf('(', at)
  const outer = open > text.lastIndexOf(')', at) ? open : at
  return Math.max(text.lastIndexOf(',', outer), text.lastIndexOf(':', outer)) + 1
}

/** 制发规范性文件5件,其中行政规范性文件3件: the first number is more than the row holds. */
function speaksOfMoreThanTable(text: string, act: Act, count: Count): boolean {
  const own = text.slice(act.start, count.end)
  return !own.includes('行政规范性文件') && /其中[^,]{0,8}行政规范性文件/.test(text.slice(count.end))
}

/** The number that follows an act at once, in the same clause and before the next act. */
function countOf(act: Act, acts: readonly Act[], text: string): Count | undefined {
  const next = acts.find(({ start }) => start > act.start)?.start ?? text.length
  const count = countsIn(text).find(({ start }) => start >= act.end)
  if (count === undefined || count.start >= next || count.unit !== '件') return undefined
  const gap = text.slice(act.end, count.start)
  return gap.length <= 16 && !gap.includes(',') && !/解读|同比|增|减/.test(gap) ? count : undefined
}

/** Which documents: named with the act, or last named before it in the sentence. */
function kindOf(text: string, act: Act, count: Count): (typeof KINDS)[number]['row'] | undefined {
  const own = text.slice(act.start, count.end + 10).split(',')[0] ?? ''
  const named = KINDS.filter(({ words }) => own.search(words) >= 0)
  if (named.length > 1) return undefined
  if (named[0] !== undefined) return named[0].row
  const before = text.slice(0, act.start)
  const earlier = KINDS.flatMap(({ words, row }) =>
    [...before.matchAll(words)].map((match) => ({ at: match.index, row })),
  )
  return earlier.sort((a, b) => b.at - a.at)[0]?.row
}

function speaksOfOthers(text: string, act: Act, reportYear: number): boolean {
  const years = [...text.slice(0, act.start).matchAll(/(20\d\d)年|(去年|上年)/g)]
  const last = years.at(-1)
  return last !== undefined && (last[1] === undefined || Number(last[1]) !== reportYear)
}

function compareCount(
  id: CellId,
  excerpt: string,
  { value }: Count,
  { where, section }: Sentence,
  { cells, format }: ReportFacts,
): Assessment {
  const printed = numberIn(cells, id)
  const name = cellName(format, id)
  if (printed === undefined) return unassessed('AR-47', `“${excerpt}”：${name}没有填写或者没有读到`, [id])
  if (decimal.compare(printed, decimal.decimalOf(value)) === 0) return failed()
  const expected = decimal.decimalText(printed)
  const message = `文字写“${excerpt}”，${name}为${expected}，请核实口径。`
  const quote = { part: section, text: excerpt }
  return failed(found('AR-47', { cells: [id], message, expected, actual: String(value), where, quote }))
}
