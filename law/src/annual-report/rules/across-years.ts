import { type CellId, t3Cell, t4Cell } from '../cell-id.ts'
import { cellName, rowName } from '../cell-name.ts'
import { BRIDGE_FROM_2019 } from '../counting/across-formats.ts'
import { cellsOf, type FormatId } from '../report-format.ts'
import { T4_BLOCKS } from '../table-four.ts'
import { T3_APPLICANT_COLUMNS } from '../table-three.ts'
import { add, compare, type Decimal, decimalOf, decimalText, shift, subtract } from './decimal.ts'
import { type Assessment, failed, found, mergeAssessments, unassessed } from './finding.ts'
import { CATALOGUE_ROWS, DOCUMENT_ROWS } from './identities.ts'
import { numberIn } from './identity.ts'
import type { PriorFacts, ReportFacts } from './report-facts.ts'
import type { RuleId } from './report-rules.ts'

const RULES: readonly RuleId[] = ['AR-50', 'AR-51', 'AR-52', 'AR-53', 'AR-54', 'AR-55']

/** 年度衔接: AR-50 to AR-55, the same organ in two consecutive years. */
export function checkAcrossYears(facts: ReportFacts): Assessment {
  const { prior } = facts
  if (prior === undefined) return everyRule('没有上一年度的报告')
  if (prior.reportYear !== facts.reportYear - 1)
    return everyRule(`所给的是${prior.reportYear}年度报告，不是上一年度的`)
  return mergeAssessments([
    carryOver(facts, prior),
    documentStock(facts, prior),
    pendingDisputes(facts, prior),
    catalogues(facts, prior),
    leaps(facts, prior),
  ])
}

function everyRule(why: string): Assessment {
  return mergeAssessments(RULES.map((rule) => unassessed(rule, why)))
}

type Relation = Readonly<{
  rule: RuleId
  cells: readonly CellId[]
  where: string
  before: Decimal | undefined
  now: Decimal | undefined
  holds: (before: Decimal, now: Decimal) => boolean
  message: (before: string, now: string) => string
  severity?: 'warning'
}>

function relate({ rule, cells, where, before, now, holds, message, severity }: Relation): Assessment {
  if (before === undefined) return unassessed(rule, `${where}：上年的数字没有填写或者没有读到`, cells)
  if (now === undefined) return unassessed(rule, `${where}：本年的数字没有填写或者没有读到`, cells)
  if (holds(before, now)) return failed()
  const expected = decimalText(before)
  const actual = decimalText(now)
  const details = { cells, where, expected, actual, message: message(expected, actual) }
  return failed(found(rule, severity === undefined ? details : { ...details, severity }))
}

function carryOver({ format, cells }: ReportFacts, prior: PriorFacts): Assessment {
  const equal = (before: Decimal, now: Decimal) => compare(before, now) === 0
  const total = t3Cell('carried_in', 'total')
  return mergeAssessments([
    relate({
      rule: 'AR-50',
      cells: [total],
      where: cellName(format, total),
      before: numberIn(prior.cells, t3Cell('carried_out', 'total')),
      now: numberIn(cells, total),
      holds: equal,
      message: (before, now) =>
        `上年报告结转下年度继续办理总计${before}件，本年上年结转总计${now}件，应当相等。请核对两年台账，确有变动的在第六部分说明。`,
      ...(prior.carryOverExplained === true ? { severity: 'warning' as const } : {}),
    }),
    ...T3_APPLICANT_COLUMNS.map((column) => {
      const id = t3Cell('carried_in', column)
      return relate({
        rule: 'AR-51',
        cells: [id],
        where: cellName(format, id),
        before: numberIn(prior.cells, t3Cell('carried_out', column)),
        now: numberIn(cells, id),
        holds: equal,
        message: (before, now) =>
          `${cellName(format, id)}为${now}件，上年同列结转下年度为${before}件，请核对申请人是否重新归类。`,
      })
    }),
  ])
}

function documentStock({ format, cells }: ReportFacts, prior: PriorFacts): Assessment {
  if (format !== '2021') return failed()
  if (prior.format !== '2021') return unassessed('AR-52', '上一年度采用试行格式，没有现行有效件数')
  return mergeAssessments(
    DOCUMENT_ROWS.map((row) => {
      const ids = [`t2.${row}.issued`, `t2.${row}.repealed`, `t2.${row}.in_force`] as const
      const [issued, repealed, inForce] = ids.map((id) => numberIn(cells, id))
      const stock = numberIn(prior.cells, `t2.${row}.in_force`)
      const isKnown = stock !== undefined && issued !== undefined && repealed !== undefined
      return relate({
        rule: 'AR-52',
        cells: ids,
        where: rowName(format, 't2', row),
        before: isKnown ? subtract(add(stock, issued), repealed) : undefined,
        now: inForce,
        holds: (before, now) => compare(before, now) === 0,
        message: (before, now) =>
          `${rowName(format, 't2', row)}：上年现行有效加本年制发减本年废止为${before}件，本年现行有效填${now}件。失效、划转、集中清理可以造成差异，请核实并在第六部分说明。`,
      })
    }),
  )
}

function pendingDisputes({ cells }: ReportFacts, prior: PriorFacts): Assessment {
  return mergeAssessments(
    T4_BLOCKS.map(({ id: block, label }) => {
      const total = t4Cell(block, 'total')
      return relate({
        rule: 'AR-53',
        cells: [total],
        where: `表四“${label}”`,
        before: numberIn(prior.cells, t4Cell(block, 'pending')),
        now: numberIn(cells, total),
        holds: (before, now) => compare(before, now) <= 0,
        message: (before, now) =>
          `表四“${label}”上年尚未审结${before}件，本年总计只有${now}件。上年未结的案件本年应当审结或者继续未结，请核对。`,
      })
    }),
  )
}

function catalogues({ format, cells }: ReportFacts, prior: PriorFacts): Assessment {
  if (format !== '2019') return failed()
  if (prior.format !== '2019') return unassessed('AR-54', '上一年度没有采用试行格式')
  return mergeAssessments(
    CATALOGUE_ROWS.map((row) => {
      const items = `t2.${row}.prior_year_items` as const
      const before = numberIn(prior.cells, items)
      const change = numberIn(prior.cells, `t2.${row}.change`)
      return relate({
        rule: 'AR-54',
        cells: [items],
        where: rowName(format, 't2', row),
        before: before === undefined || change === undefined ? undefined : add(before, change),
        now: numberIn(cells, items),
        holds: (expected, now) => compare(expected, now) === 0,
        message: (expected, now) =>
          `${rowName(format, 't2', row)}：按上年报告推算上一年项目数量应为${expected}项，本年填${now}项，请核对事项清单。`,
      })
    }),
  )
}

/** The cells that mean the same in both reports; across formats only those that continue. */
function comparableCells(format: FormatId, prior: FormatId): readonly CellId[] {
  const cells = cellsOf(format)
    .filter(({ valueType }) => valueType !== 'signedCount')
    .map(({ id }) => id)
  if (format === prior) return cells
  const same = new Set(BRIDGE_FROM_2019.filter(({ bridge }) => bridge === 'same').map(({ id }) => id))
  return cells.filter((id) => same.has(id))
}

function leaps({ format, cells }: ReportFacts, prior: PriorFacts): Assessment {
  return mergeAssessments(
    comparableCells(format, prior.format).map((id) => {
      const before = numberIn(prior.cells, id)
      const now = numberIn(cells, id)
      if (before === undefined || now === undefined || !isLeap(before, now)) return failed()
      const message = `${cellName(format, id)}本年为${decimalText(now)}，上年为${decimalText(before)}，相差十倍以上，请核对是否多写、少写一位数字，或者口径有变化。`
      return failed(
        found('AR-55', {
          cells: [id],
          message,
          expected: decimalText(before),
          actual: decimalText(now),
          where: cellName(format, id),
        }),
      )
    }),
  )
}

function isLeap(before: Decimal, now: Decimal): boolean {
  const [low, high] = compare(before, now) <= 0 ? [before, now] : [now, before]
  return compare(high, shift(low, 1)) >= 0 && compare(subtract(high, low), decimalOf(100)) >= 0
}
