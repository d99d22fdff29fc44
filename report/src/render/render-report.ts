import {
  type FontOptions,
  missingGlyphs,
  type PdfOptions,
  renderDocx,
  renderHtml,
  renderPdf,
} from '@mingfu/documents'
import type { PlainDate } from '@mingfu/law'
import type { Report } from '../report.ts'
import { datedZip } from './dated-zip.ts'
import { reportDocument } from './report-document.ts'
import { reportXlsx } from './report-xlsx.ts'

export const REPORT_OUTPUTS = ['docx', 'pdf', 'html', 'xlsx', 'json'] as const
export type ReportOutput = (typeof REPORT_OUTPUTS)[number]

export type ReportOptions = PdfOptions &
  Readonly<{
    /** The day that the file says it was made, for one that is the same bytes each time; else the moment of making. */
    dated?: PlainDate
  }>

/** The report in one of its forms. Reading any of them gives the same figures and the same prose back. */
export async function renderReport(
  report: Report,
  output: ReportOutput,
  { dated, ...options }: ReportOptions = {},
): Promise<Uint8Array> {
  const asOf = (bytes: Uint8Array) => (dated === undefined ? bytes : datedZip(bytes, dated))
  switch (output) {
    case 'docx':
      return asOf(await renderDocx(reportDocument(report)))
    case 'pdf':
      return renderPdf(
        { ...reportDocument(report), ...(dated === undefined ? {} : { writtenOn: dated }) },
        options,
      )
    case 'html':
      return new TextEncoder().encode(renderHtml(reportDocument(report)))
    case 'xlsx':
      return asOf(await reportXlsx(report))
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)
  }
}

/** Characters of a report for which no font is at hand; the PDF shows 〓 for them when it is told to go on. */
export function missingInReport(report: Report, options: FontOptions = {}): readonly string[] {
  return missingGlyphs(JSON.stringify(reportDocument(report)), options)
}
