import { REPORT_RULES } from '@mingfu/law'
import { checkReport, type MarkedFinding, type Report } from '@mingfu/report'
import type { Waiver } from './annual-report-store.ts'

export type JudgedFinding = Readonly<{
  rule: string
  severity: 'error' | 'warning' | 'info'
  cells: readonly string[]
  message: string
  expected: string | null
  actual: string | null
  where: string
  reason: string
  fingerprint: string
  verdict: Readonly<{ kind: 'confirmed' | 'explained'; words: string; by: string; on: string }> | null
  /** Set when explained: only then does an error not stop publication. */
  waivedBy: Readonly<{ name: string; reason: string }> | null
}>

/** The findings of every rule that can be assessed, each with what a person said of it, if anything. */
export function judge(
  report: Report,
  waivers: readonly Waiver[],
): { findings: readonly JudgedFinding[]; notAssessable: readonly { rule: string; why: string }[] } {
  const { findings, notAssessable } = checkReport(report)
  return {
    findings: findings.map((finding) => {
      const { rule, severity, cells, message, expected, actual, where, fingerprint } = finding
      const waiver = waivers.findLast((each) => isAbout(each, finding))
      const kind = waiver?.verdict ?? 'explained'
      return {
        rule,
        severity,
        cells,
        message,
        expected,
        actual,
        where,
        reason: REPORT_RULES[rule].reason,
        fingerprint,
        verdict: waiver === undefined ? null : { kind, words: waiver.reason, by: waiver.by, on: waiver.on },
        waivedBy:
          waiver === undefined || kind !== 'explained' ? null : { name: waiver.by, reason: waiver.reason },
      }
    }),
    notAssessable: notAssessable.map(({ rule, why }) => ({ rule, why })),
  }
}

/** A verdict is on these figures; when they change it has to be given again. */
function isAbout(waiver: Waiver, { rule, cells, fingerprint }: MarkedFinding): boolean {
  if (waiver.fingerprint !== undefined) return waiver.fingerprint === fingerprint
  return waiver.rule === rule && sameCells(waiver.cells, cells)
}

function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell) => b.includes(cell))
}
