import {
  type CellId,
  cellsOf,
  countDisputes,
  countRows,
  countTable2,
  type FormatId,
  feeStatement,
  formatForYear,
  reportTitle,
  SECTIONS_2019,
  SECTIONS_2021,
} from '@mingfu/law'
import { orgTypeOf } from '../locate/title.ts'
import type { OrgType, PriorReport, Report, ReportLedger, ReportSection, ReportTables } from '../report.ts'
import type { Ledger } from './ledger.ts'
import { type Figures, narrative } from './narrative.ts'

export type CompileOptions = Readonly<{
  /** 机关名称, as the title of the report has it. */
  agency: string
  year: number
  /** The format the ledger was kept for; by the year where it is left out. */
  format?: FormatId
  orgType?: OrgType
  canMakeRegulations?: boolean
  /** The report of the year before, for the checks across years. */
  previous?: Report
}>

/** 由台账生成年度报告: every figure counted from dated cases, the prose that follows from them, the rest as written. */
export function compileReport(ledger: Ledger, options: CompileOptions): Report {
  const { agency, year } = options
  const format = options.format ?? formatForYear(year)
  const figures = countFigures(ledger, year, format)
  const orgType = options.orgType ?? orgTypeOf(agency)
  const sections = format === '2019' ? SECTIONS_2019 : SECTIONS_2021
  const texts = narrative(ledger, figures, {
    year,
    format,
    fee: feeStatement(feeFacts(ledger, year), year).text,
  })
  return {
    meta: {
      orgName: agency,
      ...(orgType === undefined ? {} : { orgType }),
      ...(options.canMakeRegulations === undefined ? {} : { canMakeRegulations: options.canMakeRegulations }),
      reportYear: year,
      format,
    },
    title: reportTitle(agency, year),
    statPeriod: { from: `${year}-01-01`, to: `${year}-12-31` },
    preamble: preamble(year),
    sections: sections.map(({ id, label }): ReportSection => ({ id, heading: label, text: texts[id] ?? '' })),
    tables: tablesOf(figures, format),
    ...(options.previous === undefined ? {} : { prior: priorOf(options.previous) }),
    ledger: ledgerOf(ledger),
  }
}

/** A figure that nobody knows is blank in the form, and a finding asks for it; it is never taken as 0. */
function tablesOf(figures: Figures, format: FormatId): ReportTables {
  const tables: Record<'t2' | 't3' | 't4', Record<string, Record<string, string>>> = {
    t2: {},
    t3: {},
    t4: {},
  }
  for (const { id, table, row, column } of cellsOf(format)) {
    const columns = tables[table][row] ?? {}
    columns[column] = figures[id] === undefined ? '' : String(figures[id])
    tables[table][row] = columns
  }
  return { t2: { cells: tables.t2 }, t3: { cells: tables.t3 }, t4: { cells: tables.t4 } }
}

function countFigures(ledger: Ledger, year: number, format: FormatId): Figures {
  const figures: Partial<Record<CellId, number | string>> = {
    ...countTable2({ documents: ledger.documents, figures: ledger.figures }, year, format).cells,
    ...countRows(ledger.applications, year, format).cells,
    ...countDisputes(ledger.disputes, year).cells,
  }
  return figures
}

function preamble(year: number): string {
  return (
    '根据《中华人民共和国政府信息公开条例》编制本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、' +
    '政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成，' +
    `所列数据的统计期限为${year}年1月1日至${year}年12月31日。`
  )
}

/** The processing fee belongs to the year of the result, and to the year of receipt while there is none. */
function feeFacts({ applications }: Ledger, year: number) {
  return applications
    .filter(({ receivedOn, concludedOn }) => (concludedOn ?? receivedOn).startsWith(String(year)))
    .map(({ id, feeInYuan }) => ({ id, collectedInYuan: feeInYuan }))
}

function ledgerOf(ledger: Ledger): ReportLedger {
  return {
    applications: ledger.applications.map(({ id, column, receivedOn, concludedOn, row }) => ({
      id,
      applicantCategory: column,
      receivedOn,
      decidedOn: concludedOn,
      result: row,
    })),
    disputes: ledger.disputes,
  }
}

function priorOf({ meta, tables, sections }: Report): PriorReport {
  const text = (id: ReportSection['id']) => sections?.find((section) => section.id === id)?.text
  const [s1, s5] = [text('s1'), text('s5')]
  return {
    ...(meta.format === undefined ? {} : { format: meta.format }),
    ...(meta.reportYear === undefined ? {} : { reportYear: meta.reportYear }),
    ...(tables.t2 === undefined ? {} : { t2: tables.t2.cells }),
    ...(tables.t3 === undefined ? {} : { t3: tables.t3.cells }),
    ...(tables.t4 === undefined ? {} : { t4: tables.t4.cells }),
    texts: { ...(s1 === undefined ? {} : { s1 }), ...(s5 === undefined ? {} : { s5 }) },
  }
}

/** The report of the year before as a report keeps it, for checks across years. */
export function withPrevious(report: Report, previous: Report): Report {
  return { ...report, prior: priorOf(previous) }
}
