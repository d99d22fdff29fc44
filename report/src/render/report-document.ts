import type { Block, OfficialDocument } from '@mingfu/documents'
import { type FormatId, formatForYear, REPORT_FORMATS, type ReportSection, reportTitle } from '@mingfu/law'
import type { Report } from '../report.ts'
import { statutoryTable } from './statutory-tables.ts'

/** The format a report is printed in: the one it names, or the one that binds its year. */
export function formatOf(report: Report): FormatId {
  const { format, reportYear } = report.meta
  return format ?? (reportYear === undefined ? '2021' : formatForYear(reportYear))
}

/** The title as given, or as the format wants it from the organ's name and the year. */
export function titleOf(report: Report): string {
  const { orgName, reportYear } = report.meta
  if (report.title !== undefined && report.title !== '') return report.title
  return orgName === undefined || reportYear === undefined
    ? '政府信息公开工作年度报告'
    : reportTitle(orgName, reportYear)
}

/** 年度报告 as a document: title, preamble, the sections in the order of the format, tables in the statutory form. */
export function reportDocument(report: Report): OfficialDocument {
  const sections = REPORT_FORMATS[formatOf(report)].sections
  return {
    layout: 'report',
    title: titleOf(report),
    blocks: [
      ...paragraphs(report.preamble),
      ...sections.flatMap((section) => sectionBlocks(report, section)),
    ],
  }
}

function sectionBlocks(report: Report, section: ReportSection): Block[] {
  const printed = (report.sections ?? []).filter(({ id }) => id === section.id)
  const table = section.table === null ? undefined : report.tables[section.table]
  const hasTable = section.table !== null && table !== undefined && Object.keys(table.cells).length > 0
  if (printed.length === 0 && !hasTable) return []
  return [
    // Table three fills a page; begun lower down, Word would cut it in two.
    ...(hasTable && section.table === 't3' ? [{ kind: 'page-break' } as const] : []),
    { kind: 'heading', level: 1, text: section.label },
    ...printed.flatMap(({ text }) => paragraphs(text)),
    ...(hasTable ? [statutoryTable(formatOf(report), section.table, table.cells)] : []),
  ]
}

function paragraphs(text: string | undefined): Block[] {
  const lines = (text ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => ({ kind: 'paragraph', text: line }))
}
