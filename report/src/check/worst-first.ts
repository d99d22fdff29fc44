import type { Severity } from '@mingfu/law'

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Errors before warnings before hints, each in the order of the rules: as a person works through them. */
export function worstFirst<Finding extends Readonly<{ severity: Severity }>>(
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
}
