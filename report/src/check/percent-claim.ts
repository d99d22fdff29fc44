import {
  type Assessment,
  type CellId,
  decimal,
  failed,
  found,
  numberIn,
  type ReportFacts,
  unassessed,
} from '@mingfu/law'
import type { Sentence } from './sentences.ts'

/** Without a sign of percent there is nothing to recompute. */
export function hasPercent({ text }: Readonly<{ text: string }>): boolean {
  return text.includes('%')
}

/** 约22.7%, 90%以上: the groups are the word before the number, the number, its digits behind the point, the word behind. */
export const PERCENT = String.raw`(约|近|超过?)?(\d+(?:\.(\d+))?)%(以上|多)?`

/** What a share may be of, in words that name all applications or all results and nothing narrower. */
export const OF_ALL =
  /^(?:本年度?|全年|政府信息公开|依申请公开|已|全部|申请|收到|新收|受理|办理|办结|答复|结果|件数|总量|总数|总|数|量|的|比例|比)*$/

/** A percentage as the prose states it. */
export type Claim = Readonly<{
  excerpt: string
  /** 超过 and 以上 name a lower bound. */
  atLeast: boolean
  stated: string
  fraction: string
}>

/** The claim in the groups of `PERCENT`. */
export function claimOf(excerpt: string, groups: readonly (string | undefined)[]): Claim {
  const [about = '', stated = '', fraction = '', behind = ''] = groups
  return { excerpt, atLeast: about.startsWith('超') || behind !== '', stated, fraction }
}

/** A part and the whole that it may have been divided by. */
export type Division = readonly [part: number, whole: number]

/** One of the divisions has to give the percentage; the first is the one that a reader would expect. */
export function compared(
  { excerpt, atLeast, stated, fraction }: Claim,
  divisions: readonly Division[],
  how: string,
  cells: readonly CellId[],
  { where, section }: Sentence,
): Assessment {
  const shares = divisions.flatMap(([part, whole]) => (whole > 0 ? [(part / whole) * 100] : []))
  const [first] = shares
  if (first === undefined) return unassessed('AR-48', `“${excerpt}”：基数为0，不能复算`, cells)
  const claimed = Number(stated)
  // 94.4% may also be cut off rather than rounded.
  const reach = 10 ** -fraction.length
  const fits = (share: number) =>
    Math.abs(share - claimed) < reach + 1e-9 || (atLeast && share >= claimed && share <= 100)
  if (shares.some(fits)) return failed()
  const expected = `${first.toFixed(Math.max(1, fraction.length))}%`
  const message = `文字写“${excerpt}”，按表三数字复算（${how}）为${expected}，请核对基数。`
  const quote = { part: section, text: excerpt }
  return failed(found('AR-48', { cells, message, expected, actual: `${stated}%`, where, quote }))
}

/** The numbers in some cells, `undefined` where there is none. */
export function figuresIn({ cells }: ReportFacts, ids: readonly CellId[]): readonly (number | undefined)[] {
  return ids.map((id) => {
    const value = numberIn(cells, id)
    return value === undefined ? undefined : Number(decimal.decimalText(value))
  })
}
