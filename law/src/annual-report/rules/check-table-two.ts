import type { CellId } from '../cell-id.ts'
import { rowName } from '../cell-name.ts'
import { REPORT_FORMATS } from '../report-format.ts'
import { compare, decimalText, isZero, parseDecimal, shift, ZERO } from './decimal.ts'
import { type Assessment, failed, found, mergeAssessments, unassessed } from './finding.ts'
import { numberIn } from './identity.ts'
import type { Presence } from './presence.ts'
import type { ReportFacts } from './report-facts.ts'

/** AR-23 and AR-33 to AR-35: what table two may plausibly say. */
export function checkTableTwo(facts: ReportFacts, presence: Presence): Assessment {
  const own =
    facts.format === '2019'
      ? [procurement(facts, presence)]
      : [feeAgainstLastYear(facts), feeInSectionSix(facts)]
  return mergeAssessments([regulationsOfOthers(facts, presence), ...own])
}

function regulationsOfOthers(
  { format, cells, canMakeRegulations }: ReportFacts,
  { unreachable }: Presence,
): Assessment {
  const row = REPORT_FORMATS[format].t2.blocks[0]
  const ids = (row?.columns ?? []).map(({ id }) => `t2.regulations.${id}` as CellId)
  const filled = ids.filter((id) => !isZero(numberIn(cells, id) ?? ZERO))
  if (canMakeRegulations === true) return failed()
  if (ids.every((id) => unreachable.has(id))) return unassessed('AR-34', '缺少表二“规章”行', ids)
  if (filled.length === 0) return failed()
  if (canMakeRegulations === undefined) return unassessed('AR-34', '不知道本机关有无规章制定权', filled)

  const where = rowName(format, 't2', 'regulations')
  const actual = filled.map((id) => decimalText(numberIn(cells, id) ?? ZERO)).join('、')
  const message = `${where}填有${actual}，而本机关没有规章制定权。请核对是否误填了规范性文件，或者汇总了有权机关的数据。`
  return failed(found('AR-34', { cells: filled, message, expected: '0', actual, where }))
}

function procurement({ cells }: ReportFacts, { unreachable }: Presence): Assessment {
  const items: CellId = 't2.centralized_procurement.procurement_items'
  const amount: CellId = 't2.centralized_procurement.procurement_amount'
  const ids = [items, amount]
  const [count, money] = ids.map((id) => numberIn(cells, id))
  if (ids.some((id) => unreachable.has(id)) || count === undefined || money === undefined) {
    return unassessed('AR-33', '采购项目数量或者采购总金额没有填写', ids)
  }
  if (isZero(count) === isZero(money)) return failed()
  const where = rowName('2019', 't2', 'centralized_procurement')
  const message = `${where}采购项目数量为${decimalText(count)}，采购总金额为${decimalText(money)}万元，一项为0而另一项不为0，请核对是否漏填。`
  return failed(
    found('AR-33', {
      cells: ids,
      message,
      expected: '同为0或者同不为0',
      actual: `${decimalText(count)}，${decimalText(money)}`,
      where,
    }),
  )
}

const FEE: CellId = 't2.administrative_fees.fee_amount'
const FEE_PLACE = '表二“行政事业性收费”行'

function feeAgainstLastYear({ cells, prior }: ReportFacts): Assessment {
  if (prior === undefined || prior.format !== '2021')
    return unassessed('AR-23', '没有上一年度按现行格式填报的收费金额', [FEE])
  const now = numberIn(cells, FEE)
  const before = numberIn(prior.cells, FEE)
  if (now === undefined || before === undefined)
    return unassessed('AR-23', '本年或者上年收费金额没有填写', [FEE])
  if (isZero(now) || isZero(before)) return failed()

  const isFar = compare(now, shift(before, 3)) > 0 || compare(before, shift(now, 3)) > 0
  if (!isFar) return failed()
  const message = `${FEE_PLACE}本年收费金额${decimalText(now)}万元，上年${decimalText(before)}万元，相差超过1000倍，请核对其中一年是否把元填进了万元栏。`
  return failed(
    found('AR-23', {
      cells: [FEE],
      message,
      expected: `与上年${decimalText(before)}万元相差不超过1000倍`,
      actual: decimalText(now),
      where: FEE_PLACE,
    }),
  )
}

function feeInSectionSix({ cells, feeStatedInYuan }: ReportFacts): Assessment {
  const stated = feeStatedInYuan === undefined ? undefined : parseDecimal(feeStatedInYuan)
  if (stated === undefined) return unassessed('AR-35', '第六部分没有写明信息处理费的金额', [FEE])
  const amount = numberIn(cells, FEE)
  if (amount === undefined) return unassessed('AR-35', '表二收费金额没有填写', [FEE])

  if (compare(amount, ZERO) < 0) return unassessed('AR-35', '表二收费金额填为负数', [FEE])

  const inYuan = shift(amount, 4)
  if (compare(stated, inYuan) <= 0) return failed()
  const message = `第六部分写明收取信息处理费${decimalText(stated)}元，而${FEE_PLACE}为${decimalText(amount)}万元（${decimalText(inYuan)}元）。信息处理费应当包含在行政事业性收费之内，请核对。`
  return failed(
    found('AR-35', {
      cells: [FEE],
      message,
      expected: `不大于${decimalText(inYuan)}元`,
      actual: `${decimalText(stated)}元`,
      where: FEE_PLACE,
    }),
  )
}
