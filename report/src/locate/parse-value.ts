import { type CellValueType, EMPTY_MARKERS } from '@mingfu/law'
import { isFigure, remember } from './remember.ts'

/**
 * What stands in a cell. Blank, placeholder and zero are three different things; `text` is anything that is no
 * number, such as the letter O.
 */
export type CellStatus = 'number' | 'blank' | 'placeholder' | 'text'

export type ParsedValue = Readonly<{
  status: CellStatus
  /** In 件 or 项 for counts, in 万元 for amounts; `null` unless `status` is `number`. */
  value: number | null
  /** The unit written inside the cell. */
  unit: string | null
}>

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g
const MARKERS = new Set(EMPTY_MARKERS.map(plain).concat('--', '---', '__', '___'))
const NUMBER =
  /^(?<sign>[+-]|减少?|增加?)?(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<fraction>\.\d+)?(?<unit>件次|件|条|份|宗|项|个|部|亿元|万元|万|元)?(?<note>\((?=[^()]*\p{Script=Han})[^()]*\))?$/u

/** What stands for a character that was lost: in a wrong encoding, or cut off by the edge of the page. */
export const LOST = '\uFFFD'

/** Words that some write instead of a figure: no number, but no label either. */
const WORDS = new Set(['不涉及', '无此项', '不适用', '未发生', '暂无', '没有', '无数据'])

const YUAN_PER = { 元: 1, 万: 10_000, 万元: 10_000, 亿元: 100_000_000 } as const
const BLANK: ParsedValue = { status: 'blank', value: null, unit: null }
const PLACEHOLDER: ParsedValue = { status: 'placeholder', value: null, unit: null }
const TEXT: ParsedValue = { status: 'text', value: null, unit: null }

/**
 * 数字单元格: `"160.5964万元"` as an amount → 160.5964, `"251000元"` → 25.1, `"／"` → placeholder, `"1O"` → text.
 */
export function parseValue(raw: string, type: CellValueType): ParsedValue {
  // Nearly every cell is a plain figure.
  if (raw.length <= 15 && isFigure(raw)) return { status: 'number', value: Number(raw), unit: null }
  const text = plain(raw)
  if (text === '') return BLANK
  // Two numbers in one cell are not one number.
  if (/\d\s+\d/.test(raw.normalize('NFKC').trim())) return TEXT
  if (MARKERS.has(text)) return PLACEHOLDER

  const match = NUMBER.exec(text)
  if (match?.groups === undefined) return TEXT
  const { sign = '', digits = '', fraction = '', unit = null } = match.groups

  const money = unit !== null && unit in YUAN_PER ? YUAN_PER[unit as keyof typeof YUAN_PER] : null
  if (type !== 'amount' && money !== null) return TEXT
  if (type === 'amount' && unit !== null && money === null) return TEXT
  if (/[增减]/.test(sign) && type !== 'signedCount') return TEXT

  const amount = inUnits(digits.replaceAll(',', ''), fraction.slice(1), money ?? 10_000)
  const negative = sign === '-' || sign.startsWith('减')
  return { status: 'number', value: negative && amount !== 0 ? -amount : amount, unit: unit ?? null }
}

/** Whether a field of a table may be a value rather than a label. */
export function looksLikeValue(raw: string): boolean {
  return raw === '' || isFigure(raw) || mayBeValue(raw)
}

const mayBeValue = remember((raw): boolean => {
  const text = plain(raw)
  if (text === '' || MARKERS.has(text)) return true
  if (NUMBER.test(text) || WORDS.has(text)) return true
  if (text.length <= 12 && text.includes(LOST)) return /^[\d.,\uFFFD]+$/.test(text)
  // Misread digits (1O, l2), a lone mark, a Chinese numeral: wrong in a table, but standing where a value stands.
  if (text.length <= 8 && /^[\dOoIl|,.+\-*~]+[件条份宗项]?$/.test(text))
    return /[\dOoIl*~]/.test(text) && !/\d\.$/.test(text)
  return /^[〇零一二三四五六七八九十百千两]{1,4}[件条份宗项]$|^零$/.test(text)
})

/** Full-width forms, spaces, dashes and minus signs folded. */
function plain(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, '')
    .replace(/[‐‑‒–—―−－─]/g, '-')
    .replace(/[，﹐]/g, ',')
}

/** Decimal arithmetic on the digits: 3606000 元 is 360.6 万元 exactly. */
function inUnits(whole: string, fraction: string, yuanPerUnit: number): number {
  const shift = Math.log10(yuanPerUnit) - 4
  if (shift === 0) return Number(fraction === '' ? whole : `${whole}.${fraction}`)
  return Number(`${whole}${fraction}e${shift - fraction.length}`)
}
