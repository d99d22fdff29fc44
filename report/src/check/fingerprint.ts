import { hash } from 'node:crypto'
import type { Finding, RuleId } from '@mingfu/law'
import type { ReportMeta } from '../report.ts'

/** A finding with the name by which a verdict on it is kept. */
export type MarkedFinding = Finding & Readonly<{ fingerprint: string }>

/**
 * 问题的指纹: the same fault of the same report has the same fingerprint on every run, in every file form and in
 * every wording of ours, so that a person's verdict stays with it. Other figures are another fault: an explanation of
 * 13 against 12 does not excuse 31 against 12. Two faults that nothing tells apart are numbered in their order.
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

/**
 * What tells two findings of a rule apart besides their cells and the words they quote. Never our own words: those may
 * be improved, and the verdicts that people gave have to survive it.
 */
function essenceOf(finding: Finding, { orgName, reportYear }: ReportMeta): string {
  const { rule, cells, quote } = finding
  return JSON.stringify([
    orgName ?? null,
    reportYear ?? null,
    rule,
    cells.toSorted(),
    quote === undefined ? null : folded(quote.text),
    (TOLD_APART[rule] ?? figuresOf)(finding),
  ])
}

type Trait = (finding: Finding) => readonly string[]

const nothing: Trait = () => []
/** What the document prints, where `actual` is just that. */
const printed: Trait = ({ actual }) => [folded(actual ?? '')]
/** A table, a section of the form or a unit. */
const place: Trait = ({ where }) => [folded(where)]
/** The kind of file, the day of a capture, the number of an application. */
const mark: Trait = ({ where }) => bare(where).match(/[A-Za-z\d][A-Za-z\d-]*/g) ?? []
/** The figures on both sides of the comparison. */
const figuresOf: Trait = ({ expected, actual }) => [figures(expected), figures(actual)]

const TOLD_APART: Readonly<Partial<Record<RuleId, Trait>>> = {
  'AR-03': nothing,
  'AR-04': place,
  'AR-05': nothing,
  'AR-06': nothing,
  'AR-07': ({ expected }) => [/表[二三四]/.exec(expected ?? '')?.[0] ?? ''],
  'AR-08': nothing,
  'AR-09': nothing,
  'AR-10': ({ actual }) => actual?.match(/考核|评议|追究/g) ?? [],
  'AR-11': nothing,
  'AR-12': nothing,
  'AR-13': place,
  'AR-14': nothing,
  'AR-15': nothing,
  'AR-16': printed,
  'AR-17': printed,
  'AR-18': nothing,
  'AR-19': printed,
  'AR-20': printed,
  'AR-21': printed,
  'AR-22': printed,
  'AR-29': nothing,
  'AR-37': nothing,
  'AR-56': nothing,
  'AR-60': place,
  'AR-61': (finding) => [...place(finding), ...figuresOf(finding)],
  'AR-65': printed,
  'AR-66': ({ actual }) => actual?.match(/网页|文件/g) ?? [],
  'AR-67': (finding) => [...mark(finding), ...figuresOf(finding)],
  'AR-68': mark,
  'AR-69': mark,
  'AR-70': (finding) => [...mark(finding), ...figuresOf(finding)],
}

function figures(text: string | null): string {
  return (bare(text ?? '').match(/-?\d+(?:\.\d+)?/g) ?? []).join(' ')
}

/** Without the labels of the form, which carry numbers of their own: 表三“2.重复申请”行. */
function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/“[^”]*”/g, '')
}

function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}

function digest(essence: string): string {
  return hash('sha256', essence, 'hex').slice(0, 16)
}
