import {
  type Assessment,
  type CellId,
  decimal,
  failed,
  found,
  mergeAssessments,
  numberIn,
  type ReadCells,
  type ReportFacts,
  unassessed,
} from '@mingfu/law'
import type { Report } from '../report.ts'
import { hasPercent } from './percent-claim.ts'
import { isWholeScope, scopeOf } from './scope.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

const STATEMENT =
  /(新收|收到|受理|办结)[^,%]{0,24}?(?:,[^,%]{0,8}?)?(?:同比|比上年|较上年|与上年相比|较去年|比去年|比上一年|较上一年)(?:,|度|同期)?(?:(?:增加|减少)了?\d+件,)?(增长|增加|上升|下降|减少)了?(约|近)?(\d+(?:\.(\d+))?)%/g

const BASES: Readonly<Record<string, readonly (readonly CellId[])[]>> = {
  新收: [['t3.new_received.total']],
  收到: [['t3.new_received.total'], ['t3.new_received.total', 't3.carried_in.total']],
  受理: [['t3.new_received.total'], ['t3.new_received.total', 't3.carried_in.total']],
  办结: [['t3.results_total.total']],
}

/** AR-48: a share of growth recomputes, within the digits shown, from the tables of both years. */
export function checkYearOnYear(report: Report, facts: ReportFacts): Assessment {
  return mergeAssessments(
    sentencesOf(report, ['s1', 's3'])
      .filter(hasPercent)
      .flatMap((sentence) =>
        [...sentence.text.matchAll(STATEMENT)].flatMap((match) => {
          const [excerpt, subject = '', , , ,] = match
          const about = sentence.text.slice(0, match.index + excerpt.length)
          if (!/申请/.test(about) || /复议|诉讼|信访|建议|提案|咨询/.test(excerpt)) return []
          if (!isWholeScope(sentence.text, excerpt, scopeOf(report, facts.reportYear))) return []
          return [checkGrowth(match, BASES[subject] ?? [], sentence, facts)]
        }),
      ),
  )
}

function checkGrowth(
  match: RegExpExecArray,
  bases: readonly (readonly CellId[])[],
  { where, section }: Sentence,
  facts: ReportFacts,
): Assessment {
  const [excerpt, , direction = '', about, stated = '', fraction = ''] = match
  const cells = [...new Set(bases.flat())]
  const growths = bases.flatMap((base) => {
    const now = sumOf(facts.cells, base)
    const before = facts.prior === undefined ? undefined : sumOf(facts.prior.cells, base)
    return now === undefined || before === undefined || before === 0 ? [] : [((now - before) / before) * 100]
  })
  if (growths.length === 0) return unassessed('AR-48', `“${excerpt}”：没有上一年度的数字，不能复算`, cells)
  const claimed = Number(stated) * (/下降|减少/.test(direction) ? -1 : 1)
  const half = (about === undefined ? 0.5 : 1) * 10 ** -fraction.length
  if (growths.some((growth) => Math.abs(growth - claimed) <= half + 1e-9)) return failed()
  const expected = growths.map((growth) => inWords(growth, fraction.length)).join('或')
  const message = `文字写“${excerpt}”，按两年表三数字复算为${expected}，请核对基数。`
  const quote = { part: section, text: excerpt }
  return failed(
    found('AR-48', { cells, message, expected, actual: inWords(claimed, fraction.length), where, quote }),
  )
}

/** 增长10.0%, 下降3.25%: with the digits that the prose shows, one at least. */
function inWords(growth: number, digits: number): string {
  return `${growth < 0 ? '下降' : '增长'}${Math.abs(growth).toFixed(Math.max(1, digits))}%`
}

function sumOf(cells: ReadCells, ids: readonly CellId[]): number | undefined {
  const values = ids.map((id) => numberIn(cells, id))
  if (values.some((value) => value === undefined)) return undefined
  return Number(decimal.decimalText(decimal.sum(values.map((value) => value ?? decimal.ZERO))))
}
