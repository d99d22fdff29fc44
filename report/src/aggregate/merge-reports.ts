import {
  type CellId,
  cellName,
  cellsOf,
  decimal,
  type FormatId,
  formatForYear,
  numberIn,
  REPORT_FORMATS,
  type ReadCells,
  reportTitle,
} from '@mingfu/law'
import { cellsOfReport } from '../check/report-facts.ts'
import { narrative } from '../ledger/narrative.ts'
import { orgTypeOf } from '../locate/title.ts'
import { formatOf } from '../render/report-document.ts'
import type { OrgType, Report, ReportSection, ReportTables } from '../report.ts'

export type MergeOptions = Readonly<{
  agency: string
  year: number
  format?: FormatId
  orgType?: OrgType
  /** 应报单位名册: the units that have to report. */
  roster?: readonly string[]
}>

/** A unit's figure for a cell: its number, or null where the cell is blank and counted as 0. */
type UnitFigures = Readonly<{
  name: string
  figures: Readonly<Partial<Record<CellId, string | null>>>
}>

/** What keeps a report out of the sum, or a figure in doubt. */
type MergeFault = Readonly<{ unit: string; message: string }>

export type MergedReport = Readonly<{
  report: Report
  /** 对账: the figures of every unit that went into the sum. */
  units: readonly UnitFigures[]
  totals: Readonly<Partial<Record<CellId, string>>>
  faults: readonly MergeFault[]
}>

/**
 * 汇总: the sum over units, cell by cell and exact. A report of another year or format cannot be added and is left
 * out; a figure that is no number counts as 0; both are said.
 */
export function mergeReports(reports: readonly Report[], options: MergeOptions): MergedReport {
  const format = options.format ?? formatForYear(options.year)
  const faults: MergeFault[] = []
  const added = reports.flatMap((report, index) => {
    const name = report.meta.orgName ?? `第${index + 1}份报告`
    const reason = whyLeftOut(report, options.year, format)
    if (reason !== null) {
      faults.push({ unit: name, message: `${name}${reason}，没有计入汇总` })
      return []
    }
    return [{ name, report, cells: cellsOfReport(report, format) }]
  })
  const units = added.map(({ name, cells }) => ({ name, figures: figuresOf(cells, format, name, faults) }))
  const totals = totalsOf(
    added.map(({ cells }) => cells),
    format,
  )
  return { report: mergedReport(added, totals, format, options), units, totals, faults }
}

function whyLeftOut(report: Report, year: number, format: FormatId): string | null {
  if (report.meta.reportYear !== undefined && report.meta.reportYear !== year) {
    return `的报告是${report.meta.reportYear}年度的`
  }
  const own = formatOf(report)
  return own === format ? null : `的报告采用${REPORT_FORMATS[own].name}，不能与现要求的格式逐格相加`
}

function figuresOf(
  cells: ReadCells,
  format: FormatId,
  unit: string,
  faults: MergeFault[],
): UnitFigures['figures'] {
  const figures: Partial<Record<CellId, string | null>> = {}
  for (const { id } of cellsOf(format)) {
    const value = numberIn(cells, id)
    figures[id] = value === undefined ? null : decimal.decimalText(value)
    const cell = cells[id]
    if (value === undefined && cell?.status === 'text') {
      faults.push({
        unit,
        message: `${unit}${cellName(format, id)}填的是“${cell.raw}”，不是数字，汇总时按0计算`,
      })
    }
  }
  return figures
}

function totalsOf(units: readonly ReadCells[], format: FormatId): Partial<Record<CellId, string>> {
  const totals: Partial<Record<CellId, string>> = {}
  for (const { id, valueType } of cellsOf(format)) {
    const sum = decimal.sum(units.map((cells) => numberIn(cells, id) ?? decimal.ZERO))
    totals[id] = valueType === 'amount' ? fourPlaces(decimal.decimalText(sum)) : decimal.decimalText(sum)
  }
  return totals
}

/** Amounts are printed in 万元 with four places, which is to the yuan. */
function fourPlaces(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.')
  return `${whole}.${fraction.padEnd(4, '0')}`
}

function mergedReport(
  added: readonly Readonly<{ name: string; report: Report }>[],
  totals: Readonly<Partial<Record<CellId, string>>>,
  format: FormatId,
  options: MergeOptions,
): Report {
  const { agency, year, roster } = options
  const orgType = options.orgType ?? orgTypeOf(agency)
  const empty = { format, applications: [], disputes: [], documents: [], figures: {}, texts: {} }
  const texts = narrative(empty, totals, { year, format, fee: '' })
  const canMakeRegulations = added.some(({ report }) => report.meta.canMakeRegulations === true)
  const sections = REPORT_FORMATS[format].sections.map(({ id, label }): ReportSection => {
    const text =
      id === 's1' ? `本报告汇总${added.length}个单位的政府信息公开工作情况。\n${texts.s1 ?? ''}` : ''
    return { id, heading: label, text }
  })
  return {
    meta: {
      orgName: agency,
      ...(orgType === undefined ? {} : { orgType }),
      ...(canMakeRegulations ? { canMakeRegulations } : {}),
      reportYear: year,
      format,
    },
    title: reportTitle(agency, year),
    statPeriod: { from: `${year}-01-01`, to: `${year}-12-31` },
    sections,
    tables: tablesOf(totals, format),
    ...(roster === undefined ? {} : { roster }),
    components: added.map(({ name, report }) => ({
      orgName: name,
      format,
      reportYear: year,
      tables: report.tables,
    })),
  }
}

function tablesOf(totals: Readonly<Partial<Record<CellId, string>>>, format: FormatId): ReportTables {
  const tables: Record<'t2' | 't3' | 't4', Record<string, Record<string, string>>> = {
    t2: {},
    t3: {},
    t4: {},
  }
  for (const { id, table, row, column } of cellsOf(format)) {
    tables[table][row] = { ...tables[table][row], [column]: totals[id] ?? '' }
  }
  return { t2: { cells: tables.t2 }, t3: { cells: tables.t3 }, t4: { cells: tables.t4 } }
}
