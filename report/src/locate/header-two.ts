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
/** Every writing of every head, the longest first. */
const FORMS = UNIQUE.flatMap((entry) =>
  [entry.canonical, entry.bare, ...entry.variants]
    .filter((form) => form.length >= 4)
    .map((form) => ({
      form,
      match: { entry, by: form === entry.canonical ? 'canonical' : 'variant' } as const,
    })),
).toSorted((a, b) => b.form.length - a.form.length)
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
  const at = texts.findLastIndex((field) => startsHead(field.text) || findClause(field.text) !== undefined)
  if (at < 0) return -1
  // A head on one line carries its columns with it.
  return isHeadLine(texts[at]?.text ?? '') ? at : at + 1
}

/** `信息内容 本年制发件数 本年废止件数 现行有效件数` on one line, with spaces or without. */
export function isHeadLine(text: string): boolean {
  return startsHead(text) && !isFirstColumn(text)
}

function startsHead(text: string): boolean {
  return text.length <= 80 && foldLabel(text).words.startsWith(FIRST_COLUMN)
}

export function isFirstColumn(text: string): boolean {
  const folded = foldLabel(text)
  return folded.words === FIRST_COLUMN || folded.bare === FIRST_COLUMN
}

/** The column heads among the texts, joined where a line end broke them: `本年新` `制作数量` → one head. */
export function headsOf(texts: readonly Field[]): readonly HeadOfTwo[] {
  const heads: HeadOfTwo[] = []
  let index = 0
  while (index < texts.length) {
    const line = texts[index]
    if (line !== undefined && isHeadLine(line.text)) {
      heads.push(...headsOfLine(line))
      index++
      continue
    }
    const { match, count } = headAt(texts, index)
    const pieces = texts.slice(index, index + count)
    const from = Math.min(...pieces.map((field) => field.column))
    const to = Math.max(...pieces.map((field) => field.column + field.span))
    heads.push({ match, texts: pieces, from, to })
    index += count
  }
  return heads
}

/** Column heads run together on one line; what is not understood is one unknown head. */
function headsOfLine(line: Field): readonly HeadOfTwo[] {
  const words = line.text.trim().split(/\s+/).slice(1)
  const apart = words.map((text) => findLabel(text, UNIQUE) ?? null)
  if (apart.length > 0 && apart.every((match) => match !== null)) {
    return apart.map((match) => ({ match, texts: [line], from: line.column, to: line.column + line.span }))
  }
  const heads: HeadOfTwo[] = []
  // Notes such as （件） stand between the heads.
  const { words: whole, bare } = foldLabel(line.text)
  let rest = (bare.startsWith(FIRST_COLUMN) ? bare : whole).slice(FIRST_COLUMN.length)
  while (rest !== '') {
    const found = FORMS.find(({ form }) => rest.startsWith(form))
    heads.push({ match: found?.match ?? null, texts: [line], from: line.column, to: line.column + line.span })
    if (found === undefined) break
    rest = rest.slice(found.form.length)
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
