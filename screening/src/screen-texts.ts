import type { Hit, ScreenedText, ScreeningFinding } from './finding.ts'
import { findPersonalNumbers } from './personal-numbers.ts'
import { findSecretMarks } from './secret-marks.ts'

const AROUND = 12

/** 发布前检查: personal numbers and secret marks in every text of a document, in the order of reading. */
export function screenTexts(texts: readonly ScreenedText[]): readonly ScreeningFinding[] {
  return texts.flatMap(({ where, text }) => {
    const folded = fold(text)
    const hits = [...findPersonalNumbers(folded), ...findSecretMarks(folded)]
    const unique = new Map(hits.map((hit) => [`${hit.rule}/${hit.at}`, hit]))
    return [...unique.values()]
      .sort((a, b) => a.at - b.at)
      .map((hit) => ({
        id: `${hit.rule}/${where}/${hit.at}`,
        rule: hit.rule,
        certainty: hit.certainty,
        message: hit.message,
        excerpt: excerptOf(text, hit, hits),
        where,
      }))
  })
}

/** Full-width digits, letters and signs as half-width ones, place by place, so that offsets stay. */
function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

/** A neighbour that was also found is masked too. */
function excerptOf(text: string, { at, length, masked }: Hit, hits: readonly Hit[]): string {
  const hide = (from: number, to: number) =>
    [...text.slice(from, to)]
      .map((sign, index) =>
        hits.some(
          (hit) => hit.masked !== null && from + index >= hit.at && from + index < hit.at + hit.length,
        )
          ? '*'
          : sign,
      )
      .join('')
  const before = hide(Math.max(0, at - AROUND), at)
  const after = hide(at + length, Math.min(text.length, at + length + AROUND))
  return `${before}${masked ?? text.slice(at, at + length)}${after}`.replace(/\s+/g, ' ').trim()
}
