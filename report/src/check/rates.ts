import {
  type Assessment,
  type CellId,
  failed,
  mergeAssessments,
  type ReportFacts,
  unassessed,
} from '@mingfu/law'
import type { Report } from '../report.ts'
import { claimOf, compared, figuresIn, hasPercent, OF_ALL, PERCENT } from './percent-claim.ts'
import { isWholeScope, scopeOf } from './scope.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** 办结率94.4%. On time or not is no figure of the tables. */
const RATE = new RegExp(
  `((?:按期|按时|及时|依法|限期|期限内)?(?:办结|答复|公开)率)(?:为|达到?|均为)?${PERCENT}`,
  'g',
)
/** 予以公开30件,占22.7%. */
const SHARE = new RegExp(
  `(予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)(?:的|申请|答复)?(\\d+)件,?\\(?占([^,%\\d]{0,16}?)(?:的|为)?${PERCENT}`,
  'g',
)
/** Matters that are not applications. */
const ELSEWHERE = /建议|提案|议案|信访|留言|投诉|举报|咨询|复议|诉讼|热线|许可|审批|工单|政务服务|事项|服务/

const NEW: CellId = 't3.new_received.total'
const CARRIED_IN: CellId = 't3.carried_in.total'
const RESULTS: CellId = 't3.results_total.total'
const BASES = [NEW, CARRIED_IN, RESULTS]

/**
 * AR-48 within one year: 占比 and 办结率 recompute, within the digits shown, on any base that the words allow. Where
 * the words leave open what is divided by what, nothing is said.
 */
export function checkRates(report: Report, facts: ReportFacts): Assessment {
  const scope = scopeOf(report, facts.reportYear)
  return mergeAssessments(
    sentencesOf(report, ['s1', 's3'])
      .filter(hasPercent)
      .flatMap((sentence) => {
        const isWhole = (excerpt: string) =>
          isAboutApplications(sentence, excerpt) && isWholeScope(sentence.text, excerpt, scope)
        return [
          ...[...sentence.text.matchAll(RATE)]
            .filter(([all]) => isWhole(all))
            .map((match) => checkRate(match, sentence, facts)),
          ...[...sentence.text.matchAll(SHARE)]
            .filter((match) => isWhole(match[0]) && !isJoined(sentence.text, match.index))
            .map((match) => checkShare(match, sentence, facts)),
        ]
      }),
  )
}

export function isAboutApplications({ text, paragraph }: Sentence, excerpt: string): boolean {
  const about = text.slice(0, text.indexOf(excerpt) + excerpt.length)
  return /申请/.test(`${paragraph}${about}`) && !ELSEWHERE.test(about.replaceAll('法律服务', ''))
}

/** 予以公开和部分公开50件: the number is not that of the one category. */
function isJoined(text: string, at: number): boolean {
  return /[和及与、或]$/.test(text.slice(0, at))
}

function checkRate(match: RegExpExecArray, sentence: Sentence, facts: ReportFacts): Assessment {
  const [excerpt, name = '', ...groups] = match
  const claim = claimOf(excerpt, groups)
  const { stated } = claim
  if (name !== '办结率') {
    // 公开率 and 按时办结率 divide what the tables do not hold; a whole one leaves nothing to recompute.
    return stated === '100'
      ? failed()
      : unassessed('AR-48', `“${excerpt}”：表中没有计算“${name}”的数字，不能复算`)
  }
  // 办结率100% is an absolute statement: AR-45 looks at it.
  if (stated === '100') return failed()
  const [fresh, carried, done] = figures(facts)
  if (fresh === undefined || done === undefined) return missing(excerpt)
  const before = carried ?? 0
  const rates = [
    [done, fresh + before],
    [done, fresh],
    [done - before, fresh],
  ] as const
  return compared(claim, rates, '办理结果总计除以新收加上年结转', BASES, sentence)
}

function checkShare(match: RegExpExecArray, sentence: Sentence, facts: ReportFacts): Assessment {
  const [excerpt, , count = '', base = '', ...groups] = match
  if (!OF_ALL.test(base)) return unassessed('AR-48', `“${excerpt}”：不能确定占比的基数，没有复算`)
  const [fresh, carried, done] = figures(facts)
  if (fresh === undefined || done === undefined) return missing(excerpt)
  const bases = [done, fresh, fresh + (carried ?? 0), done - (carried ?? 0)]
  const shares = bases.map((whole) => [Number(count), whole] as const)
  return compared(claimOf(excerpt, groups), shares, '该类件数除以办理结果总计', BASES, sentence)
}

function missing(excerpt: string): Assessment {
  return unassessed('AR-48', `“${excerpt}”：表三新收或者办理结果总计没有填写，不能复算`, BASES)
}

function figures(facts: ReportFacts): readonly (number | undefined)[] {
  return figuresIn(facts, BASES)
}
