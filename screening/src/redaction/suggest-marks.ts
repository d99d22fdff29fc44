import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Hit, SCREENING_RULES, type ScreeningRule } from '../finding.ts'
import { findHits, type ScreeningLists } from '../screen-texts.ts'
import type { RedactionMark } from './mark.ts'
import { type TextItem, textItems } from './text-items.ts'

/** 提示: a box over what looks like personal data. A person takes it over, moves it or leaves it. */
export type SuggestedMark = RedactionMark &
  Readonly<{
    /** What it looks like, by name (“身份证件号码、车辆号牌”), never by its text. */
    what: string
    /** `likely` has only the shape of it. */
    certainty: Hit['certainty']
  }>

export type Suggestions = Readonly<{
  marks: readonly SuggestedMark[]
  /** Pages that are pictures: nothing could be read there, and only a person's eyes help. */
  withoutText: readonly number[]
}>

const PERSONAL: readonly ScreeningRule[] = ['PUB-60', 'PUB-61', 'PUB-62', 'PUB-63', 'PUB-66']
/** Points around the letters, so that no stroke looks out of the box. */
const ROOM = 1.5

/** 可能的个人信息 on the pages, found in the text layer by the rules of the check before publication. */
export async function suggestMarks(document: PDFDocumentProxy, lists: ScreeningLists): Promise<Suggestions> {
  const marks: SuggestedMark[] = []
  const withoutText: number[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const items = await textItems(page)
    if (items.every(({ text }) => text.trim() === '')) withoutText.push(number)
    const { width, height } = page.getViewport({ scale: 1 })
    for (const { hit, boxes } of await hitsOf(items, lists)) {
      for (const box of boxes) {
        const [left, top] = [Math.max(0, box.left - ROOM), Math.max(0, box.top - ROOM)]
        const [right, bottom] = [Math.min(width, box.right + ROOM), Math.min(height, box.bottom + ROOM)]
        if (right <= left || bottom <= top) continue
        const place = { x: left / width, y: top / height }
        const size = { width: (right - left) / width, height: (bottom - top) / height }
        marks.push({
          page: number,
          ...place,
          ...size,
          what: SCREENING_RULES[hit.rule],
          certainty: hit.certainty,
        })
      }
    }
    page.cleanup()
  }
  return { marks, withoutText }
}

type Box = Readonly<{ left: number; right: number; top: number; bottom: number }>

/** Each hit with the boxes of the pieces that it runs over, one a line. */
async function hitsOf(items: readonly TextItem[], lists: ScreeningLists) {
  const starts: number[] = []
  let text = ''
  for (const item of items) {
    starts.push(text.length)
    text += item.endsLine ? `${item.text}\n` : item.text
  }
  return findHits(text, lists)
    .filter(({ rule }) => PERSONAL.includes(rule))
    .map((hit) => ({
      hit,
      boxes: items.flatMap((item, index): Box[] => {
        const start = starts[index] ?? 0
        const from = Math.max(0, hit.at - start)
        const to = Math.min(item.text.length, hit.at + hit.length - start)
        return from < to ? [partOf(item, from, to)] : []
      }),
    }))
}

/** The part of a line that some of its characters take: a wide one as much as two narrow ones. */
function partOf(item: TextItem, from: number, to: number): Box {
  const { text, left, right, top, bottom } = item
  const whole = widthOf(text) || 1
  const across = right - left
  return {
    left: left + (across * widthOf(text.slice(0, from))) / whole,
    right: left + (across * widthOf(text.slice(0, to))) / whole,
    top,
    bottom,
  }
}

function widthOf(text: string): number {
  // Everything from the CJK signs on is as wide as high.
  return [...text].reduce((sum, sign) => sum + (sign >= '\u2e80' ? 2 : 1), 0)
}
