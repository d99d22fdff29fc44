import {
  type FontOptions,
  missingGlyphs,
  type PdfOptions,
  renderDocx,
  renderHtml,
  renderPdf,
} from '@mingfu/documents'
import type { Report } from '../report.ts'
import { reportDocument } from './report-document.ts'
import { reportXlsx } from './report-xlsx.ts'

export const REPORT_OUTPUTS = ['docx', 'pdf', 'html', 'xlsx', 'json'] as const
export type ReportOutput = (typeof REPORT_OUTPUTS)[number]

/** The report in one of its forms. Reading any of them gives the same figures and the same prose back. */
export async function renderReport(
  report: Report,
  output: ReportOutput,
  options: PdfOptions = {},
): Promise<Uint8Array> {
  switch (output) {
    case 'docx':
      return renderDocx(reportDocument(report))
    case 'pdf':
      return renderPdf(reportDocument(report), options)
    case 'html':
      return new TextEncoder().encode(renderHtml(reportDocument(report)))
    case 'xlsx':
      return reportXlsx(report)
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)
  }
}

/** Characters of a report for which no font is at hand; the PDF shows 〓 for them when it is told to go on. */
export function missingInReport(report: Report, options: FontOptions = {}): readonly string[] {
  return missingGlyphs(JSON.stringify(reportDocument(report)), options)
}
