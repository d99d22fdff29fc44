import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckedReport, Report } from '@mingfu/report'
import type { Terminal } from './terminal.ts'

/** Writes a report in all its forms with its findings, and gives the files. */
export async function writeReport(
  report: Report,
  checked: CheckedReport,
  directory: string,
  terminal: Terminal,
): Promise<readonly string[]> {
  const { findingsHtml, missingInReport, REPORT_OUTPUTS, renderReport } = await import('@mingfu/report')
  mkdirSync(directory, { recursive: true })
  const missing = missingInReport(report)
  if (missing.length > 0) terminal.err(`提示：字体中没有“${missing.join('”“')}”，PDF 中以〓代替\n`)
  const files: string[] = []
  const keep = (name: string, content: Uint8Array | string) => {
    const file = join(directory, name)
    writeFileSync(file, content)
    files.push(file)
  }
  for (const output of REPORT_OUTPUTS) {
    keep(`report.${output}`, await renderReport(report, output, { missing: 'mark' }))
  }
  keep('findings.json', `${JSON.stringify(checked, null, 2)}\n`)
  keep('findings.html', findingsHtml([checked]))
  return files
}
