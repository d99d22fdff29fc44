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
import { speaksOfOtherApplications } from './other-applications.ts'
import { isWholeScope, type Scope, scopeOf } from './scope.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

type Statement = Readonly<{
  words: RegExp
  /** Words in the same clause that make it a statement about something else. */
  unless: RegExp
  needs: RegExp | null
  cells: readonly CellId[]
}>

const NEW: readonly CellId[] = ['t3.new_received.total']
const CARRIED_OUT: readonly CellId[] = ['t3.carried_out.total']
const REVIEWS: readonly CellId[] = ['t4.review.total']
const LAWSUITS: readonly CellId[] = ['t4.litigation_direct.total', 't4.litigation_after_review.total']

/** A sentence without one of these words makes none of the statements. */
const ABSOLUTE = /[未无]|没有|全部|办结率/

/** Absolute statements and the cells that have to be zero for them. */
const STATEMENTS: readonly Statement[] = [
  {
    words: /(?:未|没有)(?:收到|接到)(?:过)?[^,]{0,20}?申请(?!行政复议|复议|行政诉讼|诉讼|人)/g,
    unless: /复议|诉讼|信访|投诉|举报|收费|更正|许可|听证|审批|登记|赔偿|仲裁|救助|补[贴助]|认定/,
    needs: /公开/,
    cells: NEW,
  },
  {
    words: /(?<=^|年|年度|[局委厅办位关]|均|尚)无(?:政府)?信息公开申请(?:件|情况|事项|案件|情形)?(?=$|,)/g,
    unless: /复议|诉讼|逾期|超期|结转/,
    needs: /公开/,
    cells: NEW,
  },
  {
    words:
      /全部(?:(?:按[期时])?办结(?!率)|答复(?!率))|(?<!按期|按时|及时|依法|限期|期限内)办结率(?:为|达到?|均为)?100%/g,
    unless: /结转|遗留|上年|建议|提案|议案|信访|留言|投诉|咨询|复议|诉讼|其中|热线|许可|审批|工单|面商/,
    needs: /申请/,
    cells: CARRIED_OUT,
  },
  {
    words: /(?:没有|无|未有)[^,]{0,16}?(?:结转|顺延)(?:至|到|入)?(?:下一?|次)年/g,
    unless: /复议|诉讼|建议|提案|资金|经费|预算/,
    needs: /申请/,
    cells: CARRIED_OUT,
  },
  {
    words:
      /(?:未|没有)(?:发生|产生|引发|引起|出现|因|被)[^,]{0,24}?行政复议|无(?:因[^,]{0,20}|(?:涉及)?(?:政府)?信息公开(?:类|方面|引[发起])?的?)?行政复议/g,
    unless: /新发生|败诉|纠错|纠正|撤销|变更|责令|违法|办理|审理/,
    needs: null,
    cells: REVIEWS,
  },
  {
    words:
      /(?:未|没有)(?:发生|产生|引发|引起|出现|因|被)[^,]{0,24}?(?:行政)?诉讼|无(?:因[^,]{0,20}|(?:涉及)?(?:政府)?信息公开(?:类|方面|引[发起])?的?(?:行政复议(?:、|和|及|或))?)?行政诉讼/g,
    unless: /新发生|败诉|纠错|纠正|撤销|违法|应诉/,
    needs: null,
    cells: LAWSUITS,
  },
]

/** AR-45: 未收到申请, 全部办结, 未发生复议诉讼 have to be true of the tables. */
export function checkAbsoluteStatements(report: Report, facts: ReportFacts): Assessment {
  const sentences = sentencesOf(report, ['s1', 's3', 's4', 's6'])
  const scope = scopeOf(report, facts.reportYear)
  return mergeAssessments(
    sentences
      .filter(({ text }) => ABSOLUTE.test(text))
      .flatMap((sentence) =>
        STATEMENTS.flatMap((statement) => checkStatement(statement, sentence, facts, scope)),
      ),
  )
}

function checkStatement(
  { words, unless, needs, cells }: Statement,
  sentence: Sentence,
  facts: ReportFacts,
  scope: Scope,
): Assessment[] {
  const matches = [...sentence.text.matchAll(words)]
  if (matches.length === 0) return []
  const said = `${sentence.paragraph}${sentence.text}`
  if (needs !== null && sentence.section !== 's3' && !needs.test(said)) return []
  return matches.flatMap((match) => {
    const excerpt = match[0]
    if (unless.test(clauseAround(sentence.text, match.index, excerpt.length))) return []
    if (!isWholeScope(sentence.text, excerpt, scope)) return []
    if (isNarrowed(sentence.text, match.index, excerpt, cells)) return []
    return [compareWithZero(excerpt, cells, sentence, facts)]
  })
}

/** 到期的申请全部办结, 全部办结129件: what was due, or what is counted, is done; the rest may be carried over. */
const DUE = /到期|期满|应(?:当|在|于|予)|期限内/
const CARRIES = /(?:结转|顺延|转)(?:至|到|入)?(?:下|次|20)|结转\d+件|正在办理|办理中/

function isNarrowed(text: string, at: number, excerpt: string, cells: readonly CellId[]): boolean {
  const own = cells === NEW ? excerpt : text
  if ((cells === NEW || cells === CARRIED_OUT) && speaksOfOtherApplications(own)) return true
  if (cells !== CARRIED_OUT || !excerpt.startsWith('全部')) return false
  const clause = text.slice(text.lastIndexOf(',', at) + 1, at)
  const behind = text.slice(at + excerpt.length)
  return DUE.test(clause) || /^\d+件/.test(behind) || CARRIES.test(behind)
}

function compareWithZero(
  excerpt: string,
  cells: readonly CellId[],
  { where, section }: Sentence,
  { cells: read, format }: ReportFacts,
): Assessment {
  const values = cells.map((id) => numberIn(read, id))
  const wrong = cells.filter((_, index) => {
    const value = values[index]
    return value !== undefined && decimal.compare(value, decimal.ZERO) !== 0
  })
  if (wrong.length === 0) {
    const blank = values.every((value) => value === undefined)
    return blank ? unassessed('AR-45', `“${excerpt}”：有关单元格没有填写或者没有读到`, cells) : failed()
  }
  const shown = wrong.map((id) => {
    const value = numberIn(read, id)
    return `${cellName(format, id)}为${value === undefined ? '空' : decimal.decimalText(value)}`
  })
  const actual = shown.join('，')
  const message = `文字写“${excerpt}”，而${actual}，请核对。`
  return failed(
    found('AR-45', {
      cells: wrong,
      message,
      expected: '0',
      actual,
      where,
      quote: { part: section, text: excerpt },
    }),
  )
}

function clauseAround(text: string, at: number, length: number): string {
  const start = text.lastIndexOf(',', at) + 1
  const comma = text.indexOf(',', at + length)
  return text.slice(start, comma === -1 ? text.length : comma)
}
