import { type CellId, cellName, type FormatId } from '@mingfu/law'
import type { YearFacts } from './year-facts.ts'

/** One thing that a number counts. */
export type FactMember = Readonly<{
  kind: 'request' | 'document' | 'activity' | 'cell' | 'briefing' | 'bulletin'
  id: string
  number: string
  title: string
  /** Day, or empty where there is none. */
  on: string
}>

/** Where a number comes from: a cell of the tables, which opens to its cases, or a list of what was counted. */
export type FactSource =
  | Readonly<{ kind: 'cell'; cellId: CellId }>
  | Readonly<{ kind: 'members'; label: string; total: number; members: readonly FactMember[] }>

/** A piece of a sentence; what has a source is a number or a record that can be opened. */
export type Span = Readonly<{ text: string; source: FactSource | null }>

export type SkeletonSection = 's1' | 's5' | 's6'

/** 起草骨架: sentences of facts on one topic, and what the records do not tell. */
export type SkeletonTopic = Readonly<{
  section: SkeletonSection
  topic: string
  lines: readonly (readonly Span[])[]
  /** What the office has to write itself, because nothing was recorded; null when the facts are there. */
  missing: string | null
}>

/** As many as anyone looks through; the number tells how many there are. */
const SHOWN = 100

export function say(text: string): Span {
  return { text, source: null }
}

/** A count of listed things. */
export function counted(label: string, members: readonly FactMember[]): Span {
  return listed(String(members.length), label, members)
}

/** Words or a number that stand for listed things. */
export function listed(text: string, label: string, members: readonly FactMember[]): Span {
  return { text, source: { kind: 'members', label, total: members.length, members: members.slice(0, SHOWN) } }
}

/** The figure of one cell, as counted. */
export function cellFigure(facts: Pick<YearFacts, 'cells'>, cellId: CellId): Span {
  return { text: facts.cells.get(cellId) ?? '0', source: { kind: 'cell', cellId } }
}

/** The sum of several cells. */
export function sumFigure(
  { cells, format }: Pick<YearFacts, 'cells' | 'format'>,
  label: string,
  ids: readonly CellId[],
): Span {
  const members = ids.map((id) => cellMember(format, id, cells.get(id) ?? '0'))
  const sum = ids.reduce((total, id) => total + Number(cells.get(id) ?? 0), 0)
  return listed(String(sum), label, members)
}

export function cellMember(format: FormatId, id: CellId, value: string): FactMember {
  return { kind: 'cell', id, number: value, title: cellName(format, id), on: '' }
}

/** The sentence as plain text, for the report. */
export function textOf(line: readonly Span[]): string {
  return line.map(({ text }) => text).join('')
}
