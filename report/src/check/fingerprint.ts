import { createHash } from 'node:crypto'
import type { Finding } from '@mingfu/law'
import type { ReportMeta } from '../report.ts'

/** A finding with the name by which a verdict on it is kept. */
export type MarkedFinding = Finding & Readonly<{ fingerprint: string }>

/**
 * 问题的指纹: the same fault of the same report has the same fingerprint on every run and in every file form, so that
 * a person's verdict stays with it. Other figures are another fault: an explanation of 13 against 12 does not excuse
 * 31 against 12. Two faults that nothing tells apart are numbered in their order.
 */
export function fingerprinted(findings: readonly Finding[], meta: ReportMeta): readonly MarkedFinding[] {
  const times = new Map<string, number>()
  return findings.map((finding) => {
    const essence = essenceOf(finding, meta)
    const time = (times.get(essence) ?? 0) + 1
    times.set(essence, time)
    return { ...finding, fingerprint: digest(time === 1 ? essence : `${essence} #${time}`) }
  })
}

/** Rules whose place is a line of the file, which differs between Word and PDF; what was printed tells them apart. */
const PLACED_IN_FILE: ReadonlySet<string> = new Set(['AR-07', 'AR-16', 'AR-17'])

function essenceOf(finding: Finding, { orgName, reportYear }: ReportMeta): string {
  const { rule, cells, expected, actual, where, quote } = finding
  const placed = cells.length > 0 || quote !== undefined || PLACED_IN_FILE.has(rule)
  return JSON.stringify([
    orgName ?? null,
    reportYear ?? null,
    rule,
    cells.toSorted(),
    folded(expected),
    folded(actual),
    quote === undefined ? null : folded(quote.text),
    placed ? null : folded(where),
  ])
}

function folded(text: string | null): string | null {
  return text === null ? null : text.normalize('NFKC').replaceAll(/\s/g, '')
}

function digest(essence: string): string {
  return createHash('sha256').update(essence).digest('hex').slice(0, 16)
}
