import { type FormatId, T4_COLUMNS, type TableId } from '@mingfu/law'
import type { Source } from '../read/source.ts'
import { foldLabel } from './fold.ts'
import { type LabelEntry, T2_LABELS, T3_ROW_LABELS, T4_COLUMN_LABELS } from './label-index.ts'
import type { LocatedLabel } from './located.ts'
import { findExact } from './match-label.ts'
import { looksLikeValue } from './parse-value.ts'

type Printed = Readonly<{ text: string; where: string }>

/** Words that name columns and groups as well: only their number makes them the name of a row. */
const SHARED_WORDS: ReadonlySet<string> = new Set(['其他', '总计', '其他处理'])
/** The longest label of the form has 37 characters. */
const LONGEST = 60

/**
 * 印出的行名: the rows whose name stands in the document although none of their figures were read, and table four
 * where its heads do. The form is whole then, only the reading is not.
 */
export function printedLines(
  source: Source,
  forms: Readonly<Record<TableId, FormatId>>,
  isRead: (table: TableId, row: string) => boolean,
): readonly LocatedLabel[] {
  const texts = textsOf(source)
  const two = T2_LABELS[forms.t2].flatMap(({ rows }) => rows).filter(({ id }) => !isRead('t2', id))
  const three = T3_ROW_LABELS[forms.t3].filter(({ id }) => !isRead('t3', id))
  const run = two.length + three.length === 0 ? '' : runOf(texts)
  const isFourRead = ['review', 'litigation_direct', 'litigation_after_review'].some((row) =>
    isRead('t4', row),
  )
  return [
    ...[...two, ...three].flatMap((entry) => rowLabel(entry, texts, run)),
    ...(isFourRead ? [] : headOfFour(texts)),
  ]
}

/** Labels this long are broken over lines; shorter ones may stand in a sentence as well. */
const BROKEN = 16
/** A label of which a long part was understood in its own row is recognised with fewer. */
const PARTLY = 10

/**
 * 断行的名称: a label that was understood by a part of it, where its whole words stand in the document one behind the
 * other, is the label of the form.
 */
export function wholeLabels(source: Source, labels: readonly LocatedLabel[]): readonly LocatedLabel[] {
  if (!labels.some(isPart)) return labels
  const run = runOf(textsOf(source))
  return labels.map((label) =>
    isPart(label) && run.includes(foldLabel(label.canonical).words)
      ? { ...label, printed: label.canonical, matchedBy: 'canonical' }
      : label,
  )
}

function isPart({ kind, printed, canonical, matchedBy }: LocatedLabel): boolean {
  const [shorter, whole] = [foldLabel(printed).words, foldLabel(canonical).words]
  if (kind !== 'row' || matchedBy === 'canonical' || whole.length < PARTLY) return false
  return shorter.length < whole.length && whole.includes(shorter)
}

/** All short texts that are no figures, one behind the other. */
function runOf(texts: readonly Printed[]): string {
  return texts
    .filter(({ text }) => !looksLikeValue(text))
    .map(({ text }) => foldLabel(text).words)
    .join('')
}

function rowLabel(entry: LabelEntry, texts: readonly Printed[], run: string): readonly LocatedLabel[] {
  const alone = [entry]
  const found = texts.find(({ text }) => {
    if (findExact(text, alone) === undefined) return false
    return !SHARED_WORDS.has(entry.canonical) || foldLabel(text).ordinal === entry.ordinal
  })
  const isBroken =
    found === undefined && entry.canonical.length >= BROKEN && run.includes(entry.canonical.slice(0, BROKEN))
  if (found === undefined && !isBroken) return []
  const { id, label: canonical } = entry
  const { text: printed, where } = found ?? { text: canonical, where: '' }
  return [{ kind: 'row', id, printed, canonical, matchedBy: 'canonical', where }]
}

function headOfFour(texts: readonly Printed[]): readonly LocatedLabel[] {
  const named = texts.flatMap(({ text, where }) => {
    const id = findExact(text, T4_COLUMN_LABELS)?.entry.id
    return id === undefined || id === 'total' ? [] : [{ id, where }]
  })
  const [first] = named
  if (first === undefined || new Set(named.map(({ id }) => id)).size < T4_COLUMNS.length - 1) return []
  return [{ kind: 'table', id: 't4', printed: '', canonical: '', matchedBy: 'canonical', where: first.where }]
}

function textsOf(source: Source): readonly Printed[] {
  return source.blocks
    .flatMap((block) => {
      if (block.kind === 'image') return []
      if (block.kind === 'text') return [{ text: block.text, where: block.where }]
      return block.rows.flatMap((row) => row.cells.filter(({ continued }) => !continued))
    })
    .filter(({ text }) => text !== '' && text.length <= LONGEST)
}
