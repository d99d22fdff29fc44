import {
  BRIDGE_FROM_2019,
  type CellId,
  cellName,
  cellsOf,
  type FormatId,
  mergeOther,
  type ReportSectionId,
  rollForward,
  SECTIONS_2021,
  T3_COLUMNS,
} from '@mingfu/law'
import type { ReadReport } from '../locate/locate-report.ts'
import type { LocatedCell } from '../locate/located.ts'
import type { Report } from '../report.ts'
import { proseSimilarity } from './prose-similarity.ts'

/** A cell in both reports. `value` is null for blanks and what is no number; a side is null when it was not found. */
export type CellChange = Readonly<{
  id: CellId
  name: string
  before: ComparedCell | null
  after: ComparedCell | null
  same: boolean
  /** False where the two formats have nothing that means the same; `note` says why. */
  comparable: boolean
  /** `after - before`, when both are numbers. */
  difference: number | null
  note: string | null
}>

export type ComparedCell = Readonly<{ raw: string; value: number | null }>

/** 年度衔接: what the closing figures of the earlier report fix in the later one. */
export type RolledForward = Readonly<{
  name: string
  cells: readonly CellId[]
  expected: string
  actual: string
  /** `null` when a figure is missing on one side. */
  holds: boolean | null
}>

export type ProseChange = Readonly<{
  section: ReportSectionId
  heading: string
  /** Characters of both texts, and how alike they are, 0 to 1; `null` when a text is missing. */
  before: number
  after: number
  similarity: number | null
}>

export type ReportComparison = Readonly<{
  /** Two years of an organ, or two versions of one report. */
  kind: 'years' | 'versions'
  before: ComparedReport
  after: ComparedReport
  cells: readonly CellChange[]
  changed: number
  rollForward: readonly RolledForward[]
  prose: readonly ProseChange[]
}>

export type ComparedReport = Readonly<{
  title: string | null
  orgName: string | null
  reportYear: number | null
  format: FormatId | null
}>

type Compared = Pick<ReadReport, 'report' | 'cells'>

/**
 * 两份报告逐格比较: the earlier first, whichever way they are handed in. Between the two formats only cells that mean
 * the same are compared; the others are listed with the reason.
 */
export function compareReports(one: Compared, other: Compared): ReportComparison {
  const [before, after] = inOrder(one, other)
  const years = yearOf(after) - yearOf(before)
  const cells = compareCells(before, after)
  return {
    kind: years >= 1 ? 'years' : 'versions',
    before: describe(before.report),
    after: describe(after.report),
    cells,
    changed: cells.filter((cell) => cell.comparable && !cell.same).length,
    rollForward: years === 1 ? rolled(before, after) : [],
    prose: compareProse(before.report, after.report),
  }
}

function inOrder(one: Compared, other: Compared): readonly [Compared, Compared] {
  return yearOf(one) > yearOf(other) ? [other, one] : [one, other]
}

/** Without a year both count as versions of the same report. */
function yearOf({ report }: Compared): number {
  return report.meta.reportYear ?? Number.NaN
}

function compareCells(before: Compared, after: Compared): readonly CellChange[] {
  const earlier = formatOf(before)
  const later = formatOf(after)
  if (earlier === later)
    return cellsOf(later).map(({ id }) => change(later, id, before.cells[id], after.cells[id]))
  // From the format in force back to the trial one nothing but the shared cells can be laid side by side.
  const trial = earlier === '2019' ? before : after
  const current = earlier === '2019' ? after : before
  return BRIDGE_FROM_2019.map(({ id, from, bridge, note }) => {
    const [source] = from
    const old = source === undefined ? undefined : trial.cells[source]
    const now = id.startsWith('t3.other.') ? mergedOther(current, id) : current.cells[id]
    const format = id.startsWith('t3.other.') ? '2019' : '2021'
    const pair = trial === before ? change(format, id, old, now) : change(format, id, now, old)
    return { ...pair, comparable: bridge !== 'none', note }
  })
}

function change(
  format: FormatId,
  id: CellId,
  before: LocatedCell | undefined,
  after: LocatedCell | undefined,
): CellChange {
  const [a, b] = [sideOf(before), sideOf(after)]
  const numbers = a !== null && b !== null && a.value !== null && b.value !== null
  return {
    id,
    name: cellName(format, id),
    before: a,
    after: b,
    // Two notations of one number are the same; a blank is no zero.
    same: numbers ? a.value === b.value : a?.raw === b?.raw,
    difference: numbers ? rounded((b.value ?? 0) - (a.value ?? 0)) : null,
    comparable: true,
    note: null,
  }
}

/** The three parts of 其他处理 together, as the trial format counts them. */
function mergedOther({ cells }: Compared, id: CellId): LocatedCell | undefined {
  const column = T3_COLUMNS.find((each) => id === `t3.other.${each.id}`)?.id
  const first = column && cells[`t3.other.not_corrected.${column}`]
  if (column === undefined || first === undefined) return undefined
  const value = mergeOther((part) => cells[part]?.value, column)
  return value === undefined ? undefined : { ...first, raw: String(value), value, status: 'number' }
}

function rolled(before: Compared, after: Compared): readonly RolledForward[] {
  const opening = rollForward<LocatedCell>(before.cells, formatOf(before))
  const format = formatOf(after)
  const carried = Object.entries(opening.carriedIn).map(([id, expected]): RolledForward => {
    const cell = after.cells[id]
    return {
      name: `上年“结转下年度继续办理”＝本年${cellName(format, id as CellId)}`,
      cells: [id as CellId],
      expected: shown(expected),
      actual: shown(cell),
      holds: holds(expected, cell, (a, b) => a === b),
    }
  })
  const inForce = format === '2021' ? Object.entries(opening.inForce ?? {}) : []
  const documents = inForce.map(([row, expected]): RolledForward => {
    const [issued, repealed, now] = ['issued', 'repealed', 'in_force'].map(
      (column) => after.cells[`t2.${row}.${column}`],
    )
    const due =
      expected.value === null || typeof issued?.value !== 'number' || typeof repealed?.value !== 'number'
        ? null
        : expected.value + issued.value - repealed.value
    return {
      name: `上年现行有效＋本年制发－本年废止＝本年${cellName(format, `t2.${row}.in_force` as CellId)}`,
      cells: ['issued', 'repealed', 'in_force'].map((column) => `t2.${row}.${column}` as CellId),
      expected: due === null ? '' : String(due),
      actual: shown(now),
      holds: due === null || typeof now?.value !== 'number' ? null : due === now.value,
    }
  })
  const pending = Object.entries(opening.pending).map(([block, expected]): RolledForward => {
    const id = `t4.${block}.total` as CellId
    return {
      name: `上年尚未审结不多于本年${cellName(format, id)}`,
      cells: [id],
      expected: shown(expected),
      actual: shown(after.cells[id]),
      holds: holds(expected, after.cells[id], (a, b) => a <= b),
    }
  })
  return [...carried, ...documents, ...pending]
}

function holds(
  before: LocatedCell,
  after: LocatedCell | undefined,
  test: (before: number, after: number) => boolean,
): boolean | null {
  if (before.value === null || typeof after?.value !== 'number') return null
  return test(before.value, after.value)
}

function compareProse(before: Report, after: Report): readonly ProseChange[] {
  return SECTIONS_2021.filter((section) => section.table === null).map(({ id, label }) => {
    const [a, b] = [textOf(before, id), textOf(after, id)]
    const missing = a === '' || b === ''
    return {
      section: id,
      heading: label,
      before: a.length,
      after: b.length,
      similarity: missing ? null : rounded(proseSimilarity(a, b)),
    }
  })
}

function textOf(report: Report, id: ReportSectionId): string {
  return (report.sections ?? [])
    .filter((section) => section.id === id)
    .map((section) => section.text)
    .join('\n')
}

function sideOf(cell: LocatedCell | undefined): ComparedCell | null {
  return cell === undefined ? null : { raw: cell.raw, value: cell.value }
}

function shown(cell: LocatedCell | undefined): string {
  return cell?.raw ?? ''
}

function describe({ title, meta }: Report): ComparedReport {
  return {
    title: title ?? null,
    orgName: meta.orgName ?? null,
    reportYear: meta.reportYear ?? null,
    format: meta.format ?? null,
  }
}

function formatOf({ report }: Compared): FormatId {
  return report.meta.format ?? '2021'
}

/** Sums of decimals carry no more digits than they were given. */
function rounded(value: number): number {
  return Number(value.toFixed(6))
}
