import { readFileSync } from 'node:fs'
import type { Report, ReportSection } from '../report.ts'

/** A complete and consistent report of the format in force: 132 received, 12 carried in, 136 concluded, 8 carried out. */
export function sampleReport(): Report {
  return JSON.parse(
    readFileSync(new URL('../../fixtures/report-2024.json', import.meta.url), 'utf8'),
  ) as Report
}

/** The sample with the text of a section replaced. */
export function withText(report: Report, id: ReportSection['id'], text: string): Report {
  return {
    ...report,
    sections: (report.sections ?? []).map((section) => (section.id === id ? { ...section, text } : section)),
  }
}

/** The sample with one cell, named as `t3.granted.total`, printed otherwise. */
export function withCell(report: Report, id: string, raw: string): Report {
  const [table, ...path] = id.split('.') as ['t2' | 't3' | 't4', ...string[]]
  const column = path.pop() ?? ''
  const row = path.join('.')
  const before = report.tables[table] ?? { cells: {} }
  const cells = { ...before.cells, [row]: { ...before.cells[row], [column]: raw } }
  return { ...report, tables: { ...report.tables, [table]: { ...before, cells } } }
}
