import type { RuleId } from '@mingfu/law'
import type { CheckedReport } from './check-report.ts'
import type { MarkedFinding } from './fingerprint.ts'

/** confirmed: the fault is real. explained: there is a lawful reason, and the words say which. */
export const VERDICT_KINDS = { confirmed: '属实', explained: '已说明' } as const
export type VerdictKind = keyof typeof VERDICT_KINDS

/** 判定: what a person said of a finding. It is found again by the fingerprint. */
export type Verdict = Readonly<{
  fingerprint: string
  verdict: VerdictKind
  words: string
  by: string
  /** Day, `YYYY-MM-DD`. */
  on: string
  /** What it was about, for whoever opens the file; not needed to find it again. */
  rule?: RuleId
  message?: string
  file?: string
}>

export type JudgedFinding = MarkedFinding & Readonly<{ verdict: Verdict | null }>
export type JudgedReport = Omit<CheckedReport, 'findings'> & Readonly<{ findings: readonly JudgedFinding[] }>

/** The findings of a report, each with the verdict given on it, if any; the later of two verdicts holds. */
export function withVerdicts(checked: CheckedReport, verdicts: readonly Verdict[]): JudgedReport {
  const given = new Map(verdicts.map((verdict) => [verdict.fingerprint, verdict]))
  return {
    ...checked,
    findings: checked.findings.map((finding) => ({
      ...finding,
      verdict: given.get(finding.fingerprint) ?? null,
    })),
  }
}

/** Adds a verdict; one that was given before on the same finding is replaced. */
export function addVerdict(verdicts: readonly Verdict[], verdict: Verdict): readonly Verdict[] {
  return [...verdicts.filter(({ fingerprint }) => fingerprint !== verdict.fingerprint), verdict]
}

/** 判定文件 as text, one verdict after another, easy to keep under version control. */
export function verdictsText(verdicts: readonly Verdict[]): string {
  return `${JSON.stringify({ verdicts }, null, 2)}\n`
}

/** Reads a file of verdicts. Throws `UnusableVerdicts` with a sentence that says what to mend. */
export function parseVerdicts(text: string): readonly Verdict[] {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new UnusableVerdicts('判定文件不是完整的 JSON，请检查是否改坏了括号或者引号')
  }
  const entries = (data as { verdicts?: unknown } | null)?.verdicts
  if (!Array.isArray(entries)) throw new UnusableVerdicts('判定文件里没有 verdicts 列表')
  return entries.map((entry, index) => {
    if (isVerdict(entry)) return entry
    throw new UnusableVerdicts(
      `判定文件第${index + 1}条写法不对：应当有 fingerprint（指纹）、verdict（confirmed 或者 explained）、words（说明）、by（判定人）、on（日期）`,
    )
  })
}

/** The file holds something other than verdicts. */
export class UnusableVerdicts extends Error {
  override readonly name = 'UnusableVerdicts'
}

function isVerdict(entry: unknown): entry is Verdict {
  if (typeof entry !== 'object' || entry === null) return false
  const { fingerprint, verdict, words, by, on } = entry as Record<string, unknown>
  return (
    [fingerprint, words, by, on].every((each) => typeof each === 'string') &&
    typeof verdict === 'string' &&
    verdict in VERDICT_KINDS
  )
}
