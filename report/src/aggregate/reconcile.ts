import { type CellId, cellName, cellsOf, decimal, type FormatId, numberIn, type RuleId } from '@mingfu/law'
import { checkReport } from '../check/check-report.ts'
import { cellsOfReport } from '../check/report-facts.ts'
import type { Report } from '../report.ts'
import type { MergedReport } from './merge-reports.ts'

/** A unit whose own tables do not tie out: its figures are off before anything is added. */
export type UnitFault = Readonly<{ unit: string; rule: RuleId; cells: readonly CellId[]; message: string }>

/** A cell of a stated total that is not the sum of the units, with the units to ask first. */
export type TotalDifference = Readonly<{
  id: CellId
  name: string
  stated: string
  sum: string
  /** Stated less sum. */
  difference: string
  suspects: readonly Readonly<{ unit: string; why: string }>[]
}>

export type Reconciliation = Readonly<{
  unitFaults: readonly UnitFault[]
  /** On the roster, and no report. */
  missing: readonly string[]
  /** A report, and not on the roster. */
  strangers: readonly string[]
  /** Added more than once. */
  repeated: readonly string[]
  /** Against a total that somebody has stated; empty when none was given. */
  differences: readonly TotalDifference[]
}>

/** Rules that a unit's tables break by themselves. */
const WITHIN_TABLES: ReadonlySet<RuleId> = new Set<RuleId>([
  'AR-20',
  'AR-21',
  'AR-24',
  'AR-25',
  'AR-26',
  'AR-32',
  'AR-36',
])

/** 对账: whose figures are off, who is missing, who was counted twice, and where a stated total leaves the sum. */
export function reconcile(
  merged: MergedReport,
  reports: readonly Report[],
  options: Readonly<{ format: FormatId; roster?: readonly string[]; stated?: Report }>,
): Reconciliation {
  const { format, roster, stated } = options
  const names = merged.units.map(({ name }) => name)
  const unitFaults = faultsOfUnits(merged, reports)
  return {
    unitFaults,
    missing: roster?.filter((unit) => !names.includes(unit)) ?? [],
    strangers: roster === undefined ? [] : names.filter((unit) => !roster.includes(unit)),
    repeated: [...new Set(names.filter((unit, index) => names.indexOf(unit) !== index))],
    differences: stated === undefined ? [] : differencesOf(merged, stated, format, unitFaults),
  }
}

function faultsOfUnits({ units }: MergedReport, reports: readonly Report[]): readonly UnitFault[] {
  const added = new Set(units.map(({ name }) => name))
  return reports.flatMap((report, index) => {
    const unit = report.meta.orgName ?? `第${index + 1}份报告`
    if (!added.has(unit)) return []
    return checkReport(report)
      .findings.filter(({ rule }) => WITHIN_TABLES.has(rule))
      .map(({ rule, cells, message }) => ({ unit, rule, cells, message }))
  })
}

function differencesOf(
  { units, totals }: MergedReport,
  stated: Report,
  format: FormatId,
  faults: readonly UnitFault[],
): readonly TotalDifference[] {
  const cells = cellsOfReport(stated, format)
  return cellsOf(format).flatMap(({ id }) => {
    const total = numberIn(cells, id)
    const sum = decimal.parseDecimal(totals[id] ?? '')
    if (total === undefined || sum === undefined || decimal.compare(total, sum) === 0) return []
    const difference = decimal.subtract(total, sum)
    return [
      {
        id,
        name: cellName(format, id),
        stated: decimal.decimalText(total),
        sum: decimal.decimalText(sum),
        difference: decimal.decimalText(difference),
        suspects: units.flatMap(({ name, figures }) =>
          reasonsOf(name, figures[id] ?? null, id, difference, faults).map((why) => ({ unit: name, why })),
        ),
      },
    ]
  })
}

/** Why a unit is asked first: its own table is off here, it left the cell blank, or its figure is the difference. */
function reasonsOf(
  unit: string,
  figure: string | null,
  id: CellId,
  difference: decimal.Decimal,
  faults: readonly UnitFault[],
): readonly string[] {
  const reasons: string[] = []
  const own = faults.find((fault) => fault.unit === unit && fault.cells.includes(id))
  if (own !== undefined) reasons.push(`本单位表格自身不平（${own.rule}）`)
  if (figure === null) return [...reasons, '没有填写，按0计算']
  const value = decimal.parseDecimal(figure)
  if (value === undefined || decimal.isZero(value)) return reasons
  if (decimal.compare(value, difference) === 0) reasons.push('数字恰为差额，汇总时可能重复计入')
  if (decimal.compare(decimal.add(value, difference), decimal.ZERO) === 0)
    reasons.push('数字恰为差额，汇总时可能漏计')
  return reasons
}
