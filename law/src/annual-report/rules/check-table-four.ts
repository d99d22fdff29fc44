import { t4Cell } from '../cell-id.ts'
import { decimalText, isPositive } from './decimal.ts'
import { type Assessment, failed, found, mergeAssessments, unassessed } from './finding.ts'
import { numberIn } from './identity.ts'
import type { Presence } from './presence.ts'
import type { ReportFacts } from './report-facts.ts'

/** AR-37 and AR-38: what a lawsuit in table four presupposes. */
export function checkTableFour(facts: ReportFacts, presence: Presence): Assessment {
  return mergeAssessments([reviewBeforeLawsuit(facts, presence), directLawsuits(facts, presence)])
}

function reviewBeforeLawsuit({ cells, prior }: ReportFacts, { unreachable }: Presence): Assessment {
  const lawsuits = t4Cell('litigation_after_review', 'total')
  const reviews = t4Cell('review', 'total')
  const ids = [lawsuits, reviews]
  if (ids.some((id) => unreachable.has(id)))
    return unassessed('AR-37', '表四缺少复议或者复议后起诉的总计', ids)
  const sued = numberIn(cells, lawsuits)
  if (!isPositive(sued) || isPositive(numberIn(cells, reviews))) return failed()

  const lastYear = prior === undefined ? undefined : numberIn(prior.cells, reviews)
  if (lastYear === undefined) return unassessed('AR-37', '没有上一年度行政复议的总计', ids)
  if (isPositive(lastYear)) return failed()
  const message = `表四复议后起诉总计${decimalText(sued)}件，而本年和上年行政复议总计均为0，请核实所对应的复议发生在哪一年。`
  return failed(
    found('AR-37', {
      cells: ids,
      message,
      expected: '本年或者上年有行政复议',
      actual: '均为0',
      where: '表四“复议后起诉”',
    }),
  )
}

function directLawsuits({ cells, reportYear }: ReportFacts, { unreachable }: Presence): Assessment {
  if (reportYear < 2024) return failed()
  const id = t4Cell('litigation_direct', 'total')
  if (unreachable.has(id)) return unassessed('AR-38', '表四缺少未经复议直接起诉的总计', [id])
  const sued = numberIn(cells, id)
  if (!isPositive(sued)) return failed()
  const message = `表四未经复议直接起诉总计${decimalText(sued)}件。2024年起对不予公开不服的应当先申请行政复议，请核实所诉的是哪类行为。`
  return failed(
    found('AR-38', {
      cells: [id],
      message,
      expected: '核实所诉行为',
      actual: decimalText(sued),
      where: '表四“未经复议直接起诉”',
    }),
  )
}
