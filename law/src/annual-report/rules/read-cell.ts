import { COUNT_UNITS, EMPTY_MARKERS } from '../normalisation.ts'
import type { CellValueType } from '../printed-label.ts'
import { decimalText, parseDecimal } from './decimal.ts'

export type CellStatus = 'number' | 'blank' | 'placeholder' | 'text'

/** How the reader found the cell; anything but `label` makes the match softer. */
export type MatchedBy = 'label' | 'variant' | 'distance' | 'position'

/** A figure as printed and as understood. `value` is exact decimal text in the unit printed, null when there is no number. */
export type ReadCell = Readonly<{
  raw: string
  status: CellStatus
  value: string | null
  /** A unit word inside the cell, such as 件, 元 or 万元. */
  unit: string | null
  /** Text behind or around the number that is not a unit, such as （其中修订16件）. */
  note: string | null
  where: string
  matchedBy?: MatchedBy
}>

/** 单元格: reads the text of one cell. Zero is written 0; blank, / - 无 and the like are missing, never zero. */
export function readCell(
  raw: string,
  valueType: CellValueType,
  where: string,
  matchedBy?: MatchedBy,
): ReadCell {
  // Nearly every cell is a plain whole number.
  if (matchedBy === undefined && PLAIN.test(raw))
    return { raw, where, status: 'number', value: raw, unit: null, note: null }
  const place = { raw, where, ...(matchedBy === undefined ? {} : { matchedBy }) }
  const folded = fold(raw)
  if (folded === '') return { ...place, status: 'blank', value: null, unit: null, note: null }
  if (PLACEHOLDERS.has(folded))
    return { ...place, status: 'placeholder', value: null, unit: null, note: null }

  const { body, note } = withoutNote(folded)
  const { digits, unit } = withoutUnit(body, valueType === 'amount' ? AMOUNT_UNITS : COUNT_UNITS)
  const number = parseDecimal(plainNumber(digits, valueType))
  if (number === undefined) return { ...place, status: 'text', value: null, unit: null, note: null }
  return { ...place, status: 'number', value: decimalText(number), unit, note }
}

/** The cell that a computed figure prints. */
export function cellOf(value: number | string, where: string): ReadCell {
  return readCell(String(value), 'amount', where)
}

const PLAIN = /^(?:0|[1-9]\d*)$/
const PLACEHOLDERS: ReadonlySet<string> = new Set(EMPTY_MARKERS.map(fold))

function fold(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\u2212\u2010-\u2013]/g, '-')
}

/** `22(其中修订16件)` → `22` and the bracket. */
function withoutNote(folded: string): { body: string; note: string | null } {
  const match = /^(.*?\d.*?)(\(.*\))$/.exec(folded)
  return match === null ? { body: folded, note: null } : { body: match[1] ?? '', note: match[2] ?? null }
}

const AMOUNT_UNITS: readonly string[] = ['万元', '万', '元']

function withoutUnit(body: string, units: readonly string[]): { digits: string; unit: string | null } {
  const unit = units.find((candidate) => body.endsWith(candidate))
  return unit === undefined ? { digits: body, unit: null } : { digits: body.slice(0, -unit.length), unit }
}

/** Thousands separators dropped; 增5 and 减8 of the trial format become signs. */
function plainNumber(digits: string, valueType: CellValueType): string {
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits
  return valueType === 'signedCount' ? grouped.replace(/^增加?/, '').replace(/^减少?/, '-') : grouped
}
