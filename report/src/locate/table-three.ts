import { type FormatId, T3_COLUMNS } from '@mingfu/law'
import type { Source, Unread } from '../read/source.ts'
import type { ExtraRow } from '../report.ts'
import { type Aligned, alignSeven } from './align-seven.ts'
import { type Candidate, isTabular } from './candidate.ts'
import type { Field } from './field.ts'
import { T3_GROUP_LABELS, T3_ROW_LABELS } from './label-index.ts'
import type { LocatedCell, LocatedLabel, LocatedTable } from './located.ts'
import { headOf, inFormatOrder } from './order-of-columns.ts'
import { parseValue } from './parse-value.ts'
import { type Met, meeting, onlyOnce, repeatedRows } from './printings.ts'
import { surroundingsOf } from './row-surroundings.ts'
import { ambiguousRows, type RowOfThree, rowsOfThree } from './rows-three.ts'
import { resultsTie } from './tie-three.ts'

/** Fewer values than this behind a label in a line of text are no row. */
const MENTIONED = 4

const COLUMNS = T3_COLUMNS.map((column) => column.id)

/** 表三: 收到和处理政府信息公开申请情况, cell by cell. */
export function locateTableThree(
  candidates: readonly Candidate[],
  source: Source,
  format: FormatId,
): LocatedTable {
  const rows = rowsOfThree(candidates, format)
  const head = headOf(rows, candidates)
  const surroundings = surroundingsOf(rows, source, head.kind)
  const unread: Unread[] = []
  const labels: LocatedLabel[] = []
  const extraRows: ExtraRow[] = []
  const used: Field[] = []
  const subtotals: Record<string, Record<string, string>> = {}
  const legalPersonSubtotal: Record<string, string> = {}
  const readings = new Map<string, Map<string, LocatedCell>>()
  const inferred = new Set<string>()
  const doubled = new Set<string>()
  const unaligned = new Set<string>()
  const met: Met[] = []
  const shared = new Set(ambiguousRows(format).map(({ id }) => id))

  const mayRunOn = runOnRows(rows, format)

  for (const row of rows) {
    used.push(...row.texts, ...row.values)
    if (row.kind === 'extra' && printedOf(row).length < 2) {
      // The end of a group name that was broken over two lines names no row.
      unread.push({ what: `表三有数字的一行“${printedOf(row)}”`, why: '行的名称没有读出' })
      continue
    }
    if (row.kind === 'extra') {
      extraRows.push({ label: printedOf(row), values: row.values.map((field) => field.text) })
      continue
    }
    const around = surroundings(row)
    const alignment = alignSeven(row.candidate, row.values, around)
    if (!alignment.found) {
      // Prose that repeats the table gives a figure or two behind a label: no second row.
      if (row.values.length < MENTIONED && !isTabular(row.candidate)) continue
      if (row.kind === 'row') {
        unaligned.add(row.id)
        met.push(...meeting(row.id, row.by, row.texts, { weak: shared.has(row.id) }))
      }
      unread.push({ what: `表三“${labelOf(row.id, format)}”`, why: alignment.why })
      continue
    }
    if (mayRunOn.has(row)) {
      unaligned.add(row.id)
      unread.push({
        what: `表三“${labelOf(row.id, format)}”`,
        why: '下一行的名称没有读出，这些数字可能属于下一行',
      })
      continue
    }
    if (row.kind === 'subtotal') {
      subtotals[row.id] = rawOf(alignment.cells)
      continue
    }
    const cells = cellsOf(
      row,
      around.map === null || row.candidate.layout !== 'exact'
        ? inFormatOrder(alignment.cells, head.order)
        : alignment.cells,
    )
    met.push(
      ...meeting(row.id, row.by, row.texts, { weak: shared.has(row.id), values: () => textsOf(cells) }),
    )
    const before = readings.get(row.id)
    if (before !== undefined && !sameReading(before, cells)) doubled.add(row.id)
    if (before === undefined) {
      readings.set(row.id, cells)
      labels.push(labelFor(row, format))
    }
    if (row.by === 'order') inferred.add(row.id)
    if (alignment.organisations !== undefined) legalPersonSubtotal[row.id] = alignment.organisations.text
  }

  const repeated = repeatedRows(met)
  // Of a row printed twice, one of them not understood, the other cannot be trusted either.
  const order = T3_ROW_LABELS[format].map(({ id }) => id)
  for (const id of onlyOnce(repeated, order)) if (readings.has(id)) doubled.add(id)
  for (const id of unaligned) if (readings.has(id)) doubled.add(id)
  for (const id of doubled) {
    readings.delete(id)
    unread.push({
      what: `表三“${labelOf(id, format)}”`,
      why: '这一行或者整张表出现不止一次，且数字不同或者没有全部读懂，不能确定以哪一次为准',
    })
  }
  if (inferred.size > 0 && !resultsTie(readings, format)) {
    for (const id of inferred) {
      readings.delete(id)
      unread.push({
        what: `表三“${labelOf(id, format)}”`,
        why: '这一行的名称没有读出，按位置推定后与总计不符',
      })
    }
  }
  return {
    cells: byId(readings),
    // A row printed twice is there, whether its figures could be read or not.
    labels: labels.filter((label) => readings.has(label.id) || doubled.has(label.id)),
    extraRows,
    unread,
    subtotals,
    legalPersonSubtotal,
    repeatedRows: repeated,
    used,
  }
}

/** The ids of the cells, made once: row → column → id. */
const CELL_IDS = new Map(
  [...T3_ROW_LABELS['2019'], ...T3_ROW_LABELS['2021']].map(({ id: row }) => [
    row,
    new Map<string, string>(COLUMNS.map((column) => [column, `t3.${row}.${column}`])),
  ]),
)

function byId(
  readings: ReadonlyMap<string, ReadonlyMap<string, LocatedCell>>,
): ReadonlyMap<string, LocatedCell> {
  const cells = new Map<string, LocatedCell>()
  for (const [row, ofRow] of readings)
    for (const [column, cell] of ofRow)
      cells.set(CELL_IDS.get(row)?.get(column) ?? `t3.${row}.${column}`, cell)
  return cells
}

function textsOf(cells: ReadonlyMap<string, LocatedCell>): Record<string, string> {
  return Object.fromEntries([...cells].map(([column, { raw }]) => [column, raw]))
}

/**
 * Rows without ends, in a print that leaves zeros out: where the name of the next row was lost, its figures run on
 * behind the name of a row that has none of its own.
 */
function runOnRows(rows: readonly RowOfThree[], format: FormatId): ReadonlySet<RowOfThree> {
  if (rows.some(({ values }) => values.some((field) => parseValue(field.text, 'count').value === 0)))
    return new Set()
  const met = new Set(rows.map(({ id }) => id))
  const order = T3_ROW_LABELS[format].map(({ id }) => id)
  return new Set(
    rows.filter(({ kind, id, candidate: { layout } }) => {
      const next = order[order.indexOf(id) + 1]
      const endless = layout === 'line' || layout === 'stream'
      return kind === 'row' && endless && next !== undefined && !met.has(next)
    }),
  )
}

function cellsOf(row: RowOfThree, aligned: Aligned): Map<string, LocatedCell> {
  const cells = new Map<string, LocatedCell>()
  for (const [index, column] of COLUMNS.entries()) {
    const field = aligned[index]
    if (field === undefined) continue
    const { status, value } = parseValue(field.text, 'count')
    cells.set(column, { raw: field.text, value, status, where: field.where, matchedBy: row.by })
  }
  return cells
}

function sameReading(a: ReadonlyMap<string, LocatedCell>, b: ReadonlyMap<string, LocatedCell>): boolean {
  return COLUMNS.every((column) => a.get(column)?.raw === b.get(column)?.raw)
}

function rawOf(aligned: Aligned): Record<string, string> {
  const raw: Record<string, string> = {}
  for (const [index, column] of COLUMNS.entries()) {
    const text = aligned[index]?.text
    if (text !== undefined) raw[column] = text
  }
  return raw
}

function labelFor(row: RowOfThree, format: FormatId): LocatedLabel {
  return {
    kind: 'row',
    id: row.id,
    printed: printedOf(row),
    canonical: labelOf(row.id, format),
    matchedBy: row.by,
    where: row.texts.at(-1)?.where ?? row.values[0]?.where ?? '',
  }
}

function printedOf(row: RowOfThree): string {
  return row.texts.map((field) => field.text).join('')
}

function labelOf(id: string, format: FormatId): string {
  return [...T3_ROW_LABELS[format], ...T3_GROUP_LABELS[format]].find((entry) => entry.id === id)?.label ?? id
}
