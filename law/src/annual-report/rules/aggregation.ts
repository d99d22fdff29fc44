import { cellName } from '../cell-name.ts'
import { cellsOf, type FormatId, type ReportCell } from '../report-format.ts'
import { compare, decimalText, sum, ZERO } from './decimal.ts'
import { type Assessment, failed, found, mergeAssessments, unassessed } from './finding.ts'
import { numberIn } from './identity.ts'
import type { ReadCells } from './report-facts.ts'

/** The report of one unit that goes into the report of a government. */
export type ReportComponent = Readonly<{
  name: string
  format: FormatId
  reportYear: number
  cells: ReadCells
}>

export type AggregationFacts = Readonly<{
  format: FormatId
  reportYear: number
  cells: ReadCells
  /** The units that have to report; without it nobody can say that one is missing. */
  roster?: readonly string[]
  components?: readonly ReportComponent[]
}>

/** 汇总核验: AR-57 to AR-61, the report of a government against the reports it adds up. */
export function checkAggregation(facts: AggregationFacts): Assessment {
  return mergeAssessments([completeness(facts), duplicates(facts), sums(facts)])
}

function completeness({ roster, components, reportYear }: AggregationFacts): Assessment {
  if (roster === undefined) return unassessed('AR-60', '没有应报单位名册')
  if (components === undefined) return unassessed('AR-60', '没有各单位的报告')
  const reported = new Set(ofYear(components, reportYear).map(({ name }) => name))
  const absent = roster.filter((unit) => !reported.has(unit))
  return failed(
    ...absent.map((unit) =>
      found('AR-60', {
        message: `${unit}没有${reportYear}年度报告，汇总数字不完整，请催报后重新汇总。`,
        expected: `${reportYear}年度报告`,
        actual: '没有',
        where: unit,
      }),
    ),
  )
}

function duplicates({ components }: AggregationFacts): Assessment {
  if (components === undefined) return unassessed('AR-61', '没有各单位的报告')
  const names = components.map(({ name }) => name)
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  return failed(
    ...twice.map((unit) => {
      const times = names.filter((name) => name === unit).length
      const message = `${unit}被汇入${times}次，请核对是否既作部门又作政府重复计入。`
      return found('AR-61', { message, expected: '1次', actual: `${times}次`, where: unit })
    }),
  )
}

const RULE_OF_TABLE = { t2: 'AR-58', t3: 'AR-57', t4: 'AR-59' } as const

function sums(facts: AggregationFacts): Assessment {
  const { components, roster, reportYear, format } = facts
  const whole = (why: string) =>
    mergeAssessments(Object.values(RULE_OF_TABLE).map((rule) => unassessed(rule, why)))
  if (components === undefined || components.length === 0) return whole('没有各单位的报告')

  const reported = ofYear(components, reportYear)
  const absent = (roster ?? []).filter((unit) => !reported.some(({ name }) => name === unit))
  if (absent.length > 0) return whole(`缺少${absent.join('、')}的报告`)
  const otherFormat = reported.find((component) => component.format !== format)
  if (otherFormat !== undefined) return whole(`${otherFormat.name}的报告采用另一种格式，不能逐格相加`)
  return mergeAssessments(cellsOf(format).map((cell) => cellSum(facts, reported, cell)))
}

function cellSum(
  { cells, format }: AggregationFacts,
  components: readonly ReportComponent[],
  cell: ReportCell,
): Assessment {
  const { id, table } = cell
  const rule = RULE_OF_TABLE[table]
  const own = numberIn(cells, id)
  const parts = components.map((component) => numberIn(component.cells, id))
  if (own === undefined) return unassessed(rule, `${cellName(format, id)}没有填写`, [id])
  if (parts.every((part) => part === undefined))
    return unassessed(rule, `各单位${cellName(format, id)}均没有填写`, [id])

  const total = sum(parts.map((part) => part ?? ZERO))
  if (compare(own, total) === 0) return failed()
  // A unit that stands in the list twice (AR-61) need not have been added twice.
  const once = components.filter(({ name }, index) => index === indexOf(components, name))
  const totalOfOnce = sum(once.map((component) => numberIn(component.cells, id) ?? ZERO))
  if (compare(own, totalOfOnce) === 0) return failed()
  const message = `${cellName(format, id)}为${decimalText(own)}，各单位之和为${decimalText(total)}，请按单位对账。`
  const needsLook = parts.includes(undefined)
  const details = {
    cells: [id],
    message,
    expected: decimalText(total),
    actual: decimalText(own),
    where: cellName(format, id),
  }
  return failed(found(rule, { ...details, needsLook }))
}

function indexOf(components: readonly ReportComponent[], unit: string): number {
  return components.findIndex(({ name }) => name === unit)
}

function ofYear(components: readonly ReportComponent[], year: number): readonly ReportComponent[] {
  return components.filter(({ reportYear }) => reportYear === year)
}
