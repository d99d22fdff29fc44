import { type FormatId, REPORT_FORMATS, T3_COLUMNS } from '@mingfu/law'
import type { LocatedCell } from './located.ts'

/** Whether every column that can be added up agrees with （七）总计, and at least one can. */
export function resultsTie(
  rows: ReadonlyMap<string, ReadonlyMap<string, LocatedCell>>,
  format: FormatId,
): boolean {
  const leaves = REPORT_FORMATS[format].t3.rows.filter((row) => row.role === 'result')
  let tied = 0
  for (const { id: column } of T3_COLUMNS) {
    const total = rows.get('results_total')?.get(column)?.value
    const values = leaves.map((row) => rows.get(row.id)?.get(column)?.value)
    if (total === null || total === undefined) continue
    if (values.some((value) => value === null || value === undefined)) continue
    if (values.reduce<number>((sum, value) => sum + (value ?? 0), 0) !== total) return false
    tied++
  }
  return tied > 0
}
