import {
  addDays,
  type CellId,
  type FormatId,
  plainDate,
  REPORT_FORMATS,
  type ReportSectionId,
  reportTitle,
  splitCellId,
} from '@mingfu/law'
import type { CellTexts, Report } from '@mingfu/report'
import type { Agency } from '../agencies/find-agency.ts'

export type SectionTexts = Readonly<Partial<Record<ReportSectionId, string>>>

/** The REPORT document of a year: canonical headings, counted cells, the prose that people wrote. */
export function assembleReport(
  agency: Agency,
  year: number,
  format: FormatId,
  cells: ReadonlyMap<CellId, string>,
  texts: SectionTexts,
  prior: Report | undefined,
): Report {
  const tables = { t2: tableOf('t2', cells), t3: tableOf('t3', cells), t4: tableOf('t4', cells) }
  return {
    meta: {
      orgName: agency.name,
      orgType: agency.orgType,
      canMakeRegulations: agency.canMakeRegulations,
      reportYear: year,
      format,
    },
    title: reportTitle(agency.shortName, year),
    statPeriod: { from: plainDate(year, 1, 1), to: addDays(plainDate(year + 1, 1, 1), -1) },
    sections: REPORT_FORMATS[format].sections.map(({ id, label }) => ({
      id,
      heading: label,
      text: texts[id] ?? '',
    })),
    tables,
    ...(prior === undefined ? {} : { prior: priorOf(prior) }),
  }
}

/** Section texts of a stored report, to carry into the next assembly. */
export function textsOf(report: Report): SectionTexts {
  return Object.fromEntries((report.sections ?? []).map(({ id, text }) => [id, text]))
}

function tableOf(table: 't2' | 't3' | 't4', cells: ReadonlyMap<CellId, string>) {
  const texts: Record<string, Record<string, string>> = {}
  for (const [id, value] of cells) {
    const at = splitCellId(id)
    if (at.table !== table) continue
    texts[at.row] = { ...texts[at.row], [at.column]: value }
  }
  return { cells: texts }
}

function priorOf({ meta, tables, sections }: Report) {
  const cellsOf = (table: 't2' | 't3' | 't4'): CellTexts => tables[table]?.cells ?? {}
  return {
    ...(meta.format === undefined ? {} : { format: meta.format }),
    ...(meta.reportYear === undefined ? {} : { reportYear: meta.reportYear }),
    t2: cellsOf('t2'),
    t3: cellsOf('t3'),
    t4: cellsOf('t4'),
    texts: Object.fromEntries((sections ?? []).map(({ id, text }) => [id, text])),
  }
}

/** The cells of a stored report, in the order of its format. */
export function cellsOfReport(report: Report, ids: readonly CellId[]): ReadonlyMap<CellId, string> {
  return new Map(
    ids.flatMap((id) => {
      const { table, row, column } = splitCellId(id)
      const value = report.tables[table]?.cells[row]?.[column]
      return value === undefined ? [] : [[id, value] as const]
    }),
  )
}
