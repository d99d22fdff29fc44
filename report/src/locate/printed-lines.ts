import { type FormatId, T4_COLUMNS, type TableId } from '@mingfu/law'
import type { Source } from '../read/source.ts'
import { foldLabel } from './fold.ts'
import { type LabelEntry, T2_LABELS, T3_ROW_LABELS, T4_COLUMN_LABELS } from './label-index.ts'
import type { LocatedLabel } from './located.ts'
import { findExact } from './match-label.ts'

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
  const isFourRead = ['review', 'litigation_direct', 'litigation_after_review'].some((row) =>
    isRead('t4', row),
  )
  return [
    ...[...two, ...three].flatMap((entry) => rowLabel(entry, texts)),
    ...(isFourRead ? [] : headOfFour(texts)),
  ]
}

function rowLabel(entry: LabelEntry, texts: readonly Printed[]): readonly LocatedLabel[] {
  const alone = [entry]
  const found = texts.find(({ text }) => {
    if (findExact(text, alone) === undefined) return false
    return !SHARED_WORDS.has(entry.canonical) || foldLabel(text).ordinal === entry.ordinal
  })
  if (found === undefined) return []
  const { id, label: canonical } = entry
  return [{ kind: 'row', id, printed: found.text, canonical, matchedBy: 'canonical', where: found.where }]
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
