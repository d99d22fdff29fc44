import { checkReport, type Report } from '@mingfu/report'
import type { Waiver } from './annual-report-store.ts'

export type JudgedFinding = Readonly<{
  rule: string
  severity: 'error' | 'warning' | 'info'
  cells: readonly string[]
  message: string
  expected: string | null
  actual: string | null
  waivedBy: Readonly<{ name: string; reason: string }> | null
}>

/** The findings of every rule that can be assessed, each with the explanation a person gave, if any. */
export function judge(
  report: Report,
  waivers: readonly Waiver[],
): { findings: readonly JudgedFinding[]; notAssessable: readonly { rule: string; why: string }[] } {
  const { findings, notAssessable } = checkReport(report)
  return {
    findings: findings.map(({ rule, severity, cells, message, expected, actual }) => {
      const waiver = waivers.find((each) => each.rule === rule && sameCells(each.cells, cells))
      const waivedBy = waiver === undefined ? null : { name: waiver.by, reason: waiver.reason }
      return { rule, severity, cells, message, expected, actual, waivedBy }
    }),
    notAssessable: notAssessable.map(({ rule, why }) => ({ rule, why })),
  }
}

/** An explanation is for these cells; when the finding moves to others it has to be given again. */
function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell) => b.includes(cell))
}
