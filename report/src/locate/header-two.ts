import { T2_FIRST_COLUMN } from '@mingfu/law'
import type { Field } from './field.ts'
import { foldLabel } from './fold.ts'
import { type LabelMatch, T2_LABELS } from './label-index.ts'
import { findLabel, findMisprinted } from './match-label.ts'

/** A column head of table two with its place; `match` is null for a head that is not in the format. */
export type HeadOfTwo = Readonly<{
  match: LabelMatch | null
  texts: readonly Field[]
  from: number
  to: number
}>

const COLUMNS = [...T2_LABELS['2021'], ...T2_LABELS['2019']].flatMap((labels) => labels.columns)
const UNIQUE = COLUMNS.filter(
  (entry, index) =>
    COLUMNS.findIndex((other) => other.id === entry.id && other.canonical === entry.canonical) === index,
)
const CLAUSES = T2_LABELS['2019'].map((labels) => labels.clause)
const FIRST_COLUMN = foldLabel(T2_FIRST_COLUMN).words
/** A head may be broken over so many fields. */
const PIECES = 4

/** 第二十条第（…）项: the clause line of a block. */
export function findClause(text: string): LabelMatch | undefined {
  const folded = foldLabel(text).words
  return CLAUSES.some((entry) => folded === entry.canonical) ? findLabel(text, CLAUSES) : undefined
}

/** The index behind the last clause line or 信息内容 among the texts; -1 when there is none. */
export function startOfHead(texts: readonly Field[]): number {
  return (
    texts.findLastIndex((field) => isFirstColumn(field.text) || findClause(field.text) !== undefined) + 1 ||
    -1
  )
}

export function isFirstColumn(text: string): boolean {
  return foldLabel(text).words === FIRST_COLUMN
}

/** The column heads among the texts, joined where a line end broke them: `本年新` `制作数量` → one head. */
export function headsOf(texts: readonly Field[]): readonly HeadOfTwo[] {
  const heads: HeadOfTwo[] = []
  let index = 0
  while (index < texts.length) {
    const { match, count } = headAt(texts, index)
    const pieces = texts.slice(index, index + count)
    const from = Math.min(...pieces.map((field) => field.column))
    const to = Math.max(...pieces.map((field) => field.column + field.span))
    heads.push({ match, texts: pieces, from, to })
    index += count
  }
  return heads
}

/** Whether a text is a column head of table two in either format. */
export function isHeadTwo(text: string): boolean {
  return findLabel(text, UNIQUE) !== undefined
}

function headAt(
  texts: readonly Field[],
  index: number,
): Readonly<{ match: LabelMatch | null; count: number }> {
  // The longest join first: “本年新” alone is a known fragment of two heads.
  for (let count = Math.min(PIECES, texts.length - index); count >= 1; count--) {
    const text = textOf(texts, index, count)
    const match = findLabel(text, UNIQUE)
    if (match !== undefined) return { match, count }
  }
  return { match: findMisprinted(textOf(texts, index, 1), UNIQUE) ?? null, count: 1 }
}

function textOf(texts: readonly Field[], index: number, count: number): string {
  return texts
    .slice(index, index + count)
    .map((field) => field.text)
    .join('')
}
