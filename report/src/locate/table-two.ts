import { type CellValueType, type FormatId, findCell } from '@mingfu/law'
import type { Unread } from '../read/source.ts'
import type { ExtraRow } from '../report.ts'
import type { Candidate } from './candidate.ts'
import type { Field } from './field.ts'
import { findClause, type HeadOfTwo, headsOf, isFirstColumn, isHeadTwo, startOfHead } from './header-two.ts'
import { findHeading } from './heading.ts'
import { type MatchedBy, T2_LABELS, type T2Labels, T3_ROW_LABELS } from './label-index.ts'
import type { LocatedCell, LocatedLabel, LocatedTable } from './located.ts'
import { findExact } from './match-label.ts'
import { matchRow, type RowMatch } from './match-row.ts'
import { parseValue } from './parse-value.ts'
import { placeValues } from './place-values.ts'
import { type Met, meeting, onlyOnce, repeatedRows } from './printings.ts'

const FIRST_ROWS_OF_THREE = T3_ROW_LABELS['2021'].slice(0, 4)

const COLUMN_IDS: Readonly<Record<FormatId, ReadonlySet<string>>> = {
  2019: columnIds('2019'),
  2021: columnIds('2021'),
}

type Found = Readonly<{ match: RowMatch; labels: T2Labels; candidate: Candidate; values: readonly Field[] }>

/** 表二: 主动公开政府信息情况, block by block, columns by their heads. */
export function locateTableTwo(candidates: readonly Candidate[], format: FormatId): LocatedTable {
  const cells = new Map<string, LocatedCell>()
  const labels: LocatedLabel[] = []
  const extraRows: ExtraRow[] = []
  const unread: Unread[] = []
  const used = new Set<Field>()
  const doubled = new Set<string>()
  const unplaced = new Set<string>()
  const met: Met[] = []
  // The name of a row that is blank stands among the heads of the next one.
  const rowTexts = new Set<Field>()
  let heads: readonly HeadOfTwo[] = []
  let inside = false
  const notes = strayNotes(candidates)

  for (const candidate of candidates) {
    if (findRowOfThree(candidate)) {
      inside = false
      continue
    }
    const start = startOfHead(candidate.heads)
    if (start >= 0) {
      inside = true
      heads = []
    }
    if (!inside && !candidate.heads.some((field) => isHeadTwo(field.text))) continue
    inside = true

    const row = findRow(candidate, format)
    const between = start < 0 ? candidate.heads : candidate.heads.slice(start)
    const named = headsOf(
      between.filter(
        (field) =>
          !rowTexts.has(field) && !row?.match.texts.includes(field) && !isCaption(field) && !isNote(field),
      ),
    )
    if (named.some((head) => head.match !== null))
      heads = start < 0 ? named.slice(named.findIndex((head) => head.match !== null)) : named
    for (const field of candidate.heads) {
      if (isFirstColumn(field.text) || findClause(field.text) || isHeadTwo(field.text)) used.add(field)
    }

    // A row of the other form under its own heads, left in from another year, is none of this report.
    const found = row !== null && headsOfOther(heads, format) ? null : row
    if (found === null) {
      const label = extraLabel(candidate)
      if (label !== null) {
        extraRows.push({ label: label.text, values: candidate.values.map((field) => field.text) })
        for (const field of [label, ...candidate.values]) used.add(field)
      }
      continue
    }
    for (const field of [...found.match.texts, ...found.values]) used.add(field)
    for (const field of found.match.texts) rowTexts.add(field)
    const id = found.match.entry.id
    const valid = heads.filter((head) => head.match !== null)
    const placed = placeValues(found, headsFor(found.labels, heads), notes)
    if (!placed.found) {
      unread.push({ what: `表二“${found.match.entry.label}”`, why: placed.why })
      if (candidate.layout !== 'line' || found.values.length > 1) {
        unplaced.add(id)
        met.push(...metOf(found))
      }
      continue
    }
    met.push(...metOf(found, placed.cells))
    const known = [...placed.cells.keys()].some((column) => cells.has(`t2.${id}.${column}`))
    if (known) {
      // A blank that leaves no trace on the page is another figure than the one printed elsewhere.
      for (const column of found.labels.columns) {
        const key = `t2.${id}.${column.id}`
        if (cells.has(key) !== placed.cells.has(column.id)) doubled.add(key)
      }
    }
    for (const [column, field] of placed.cells) {
      const cell = cellOf(field, valueTypeOf(format, id, column), found.match.by)
      const key = `t2.${id}.${column}`
      const before = cells.get(key)
      if (before !== undefined && before.raw !== cell.raw) doubled.add(key)
      if (before === undefined) cells.set(key, cell)
    }
    if (placed.why !== undefined) unread.push({ what: `表二“${found.match.entry.label}”`, why: placed.why })
    if (!known) {
      labels.push(rowLabel(found))
      for (const head of valid) labels.push(...columnLabel(head, found.labels, labels))
    }
  }
  const repeated = repeatedRows(met)
  const rowOf = (key: string) => key.slice(3, key.lastIndexOf('.'))
  // Of a row printed twice, one of them not understood, the other cannot be trusted either.
  const order = T2_LABELS[format].flatMap(({ rows }) => rows.map(({ id }) => id))
  for (const row of onlyOnce(repeated, order)) unplaced.add(row)
  for (const key of cells.keys()) if (unplaced.has(rowOf(key))) doubled.add(key)
  for (const key of doubled) {
    cells.delete(key)
    unread.push({
      what: `表二单元格 ${key}`,
      why: '这一行或者整张表出现不止一次，且数字不同或者没有全部读懂，不能确定以哪一次为准',
    })
  }
  return {
    cells,
    labels,
    extraRows,
    unread,
    subtotals: {},
    legalPersonSubtotal: {},
    repeatedRows: repeated,
    used,
  }
}

function metOf(
  { match, candidate, values: printed }: Found,
  cells?: ReadonlyMap<string, Field>,
): readonly Met[] {
  const weak = candidate.layout === 'line' && printed.length < 2
  const values = cells && (() => Object.fromEntries([...cells].map(([column, { text }]) => [column, text])))
  return meeting(match.entry.id, match.by, match.texts, values === undefined ? { weak } : { weak, values })
}

function findRow(candidate: Candidate, format: FormatId): Found | null {
  for (const labels of T2_LABELS[format]) {
    const match = matchRow(candidate, labels.rows)
    if (match === undefined || match.by === 'fragment') continue
    return { match, labels, candidate, values: [...match.extraValues, ...candidate.values] }
  }
  return null
}

function findRowOfThree(candidate: Candidate): boolean {
  return candidate.labels.some((field) => findExact(field.text, FIRST_ROWS_OF_THREE) !== undefined)
}

/**
 * The heads as far as they name the columns of this block. Heads of another block say that its own line was lost; heads
 * that are partly unreadable must at least not speak against the order of the form.
 */
function headsFor(labels: T2Labels, heads: readonly HeadOfTwo[]): readonly HeadOfTwo[] | 'lost' | 'unclear' {
  const order = labels.columns.map((column) => column.id)
  const places = heads.flatMap((head) => (head.match === null ? [] : [order.indexOf(head.match.entry.id)]))
  if (heads.length === 0 || places.includes(-1)) return 'lost'
  if (places.length === order.length) return heads
  const inOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
  return places.length > 0 && inOrder && !isMisplaced(heads, order) ? 'lost' : 'unclear'
}

function columnIds(format: FormatId): ReadonlySet<string> {
  return new Set(T2_LABELS[format].flatMap(({ columns }) => columns.map(({ id }) => id)))
}

function headsOfOther(heads: readonly HeadOfTwo[], format: FormatId): boolean {
  return heads.some(({ match }) => match !== null && !COLUMN_IDS[format].has(match.entry.id))
}

/** A head that stands before all unreadable ones is not where the form has it. */
function isMisplaced(heads: readonly HeadOfTwo[], order: readonly string[]): boolean {
  const unknown = heads.findIndex((head) => head.match === null)
  return heads.some((head, index) => index < unknown && head.match?.entry.id !== order[index])
}

/** Notes in brackets that stand alone before table three, or behind a lone figure: `（含自然失效29件）`. */
function strayNotes(candidates: readonly Candidate[]): readonly string[] {
  const end = candidates.findIndex(findRowOfThree)
  return candidates
    .slice(0, end < 0 ? undefined : end)
    .flatMap((candidate) => [
      ...candidate.labels.filter(isNote).map((field) => field.text),
      ...(candidate.own === 0 ? candidate.values.filter((field) => /[)）]$/.test(field.text)) : []).map(
        (field) => field.text,
      ),
    ])
}

function isNote(field: Field | undefined): boolean {
  return field !== undefined && /^[(（][^()（）]*\d+\s*件[)）]$/.test(field.text)
}

/** A heading or caption of the whole table that stands inside it. */
function isCaption(field: Field): boolean {
  return findHeading(field.text) !== null || /^表[一二三四\d]/.test(field.text)
}

/** The label of a row beyond the format, such as 其他主动公开文件. */
function extraLabel(candidate: Candidate): Field | null {
  const label = candidate.labels.at(-1)
  if (label === undefined || candidate.own === 0 || isNote(label)) return null
  if (candidate.values.every((field) => field.text === '')) return null
  if (candidate.layout === 'line' && /[。；，]/.test(label.text)) return null
  const isHead = isHeadTwo(label.text) || isFirstColumn(label.text) || findClause(label.text) !== undefined
  return isHead ? null : label
}

function valueTypeOf(format: FormatId, row: string, column: string): CellValueType {
  return findCell(format, `t2.${row}.${column}`)?.valueType ?? 'count'
}

function cellOf(field: Field, type: CellValueType, matchedBy: MatchedBy): LocatedCell {
  const { status, value } = parseValue(field.text, type)
  return { raw: field.text, value, status, where: field.where, matchedBy }
}

function rowLabel({ match, values }: Found): LocatedLabel {
  return {
    kind: 'row',
    id: match.entry.id,
    printed: match.texts.map((field) => field.text).join(''),
    canonical: match.entry.label,
    matchedBy: match.by,
    where: match.texts.at(-1)?.where ?? values[0]?.where ?? '',
  }
}

function columnLabel(
  head: HeadOfTwo,
  labels: T2Labels,
  known: readonly LocatedLabel[],
): readonly LocatedLabel[] {
  const entry = labels.columns.find((column) => column.id === head.match?.entry.id)
  if (entry === undefined || head.match === null) return []
  const id = `${labels.block.id}.${entry.id}`
  if (known.some((label) => label.kind === 'column' && label.id === id)) return []
  return [
    {
      kind: 'column',
      id,
      printed: head.texts.map((field) => field.text).join(''),
      canonical: entry.label,
      matchedBy: head.match.by,
      where: head.texts[0]?.where ?? '',
    },
  ]
}
