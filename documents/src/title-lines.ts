import { textWidth } from './text.ts'

// 156 mm of text hold twenty characters of 二号 type; one is left for the eye.
const FULL_LINE = 19.5

const AGENCY_ENDS = /[局府委厅部办会院署室]$/
const AGENCY_FOLLOWS = /^(?:\d|政府信息|关于|依申请)/
const NEVER_FIRST = /^[年月日的、，。：；？！）》〉”’〕】]/
const NEVER_LAST = /[（《〈“‘〔【]$/

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * 标题回行: the lines of a title. Words stay whole and lines come out alike in length; a line that ends with
 * the agency's name is liked best. A line feed in the title is kept.
 */
export function titleLines(title: string): readonly string[] {
  return title.split('\n').flatMap((line) => brokenEvenly(line.trim()))
}

function brokenEvenly(line: string): readonly string[] {
  const width = textWidth(line)
  if (width <= FULL_LINE) return [line]
  const first = bestBreak(line, width / Math.ceil(width / FULL_LINE))
  return [line.slice(0, first), ...brokenEvenly(line.slice(first))]
}

function bestBreak(line: string, wanted: number): number {
  let best = 0
  let bestCost = Number.POSITIVE_INFINITY
  for (const { index } of words.segment(line)) {
    const head = line.slice(0, index)
    const tail = line.slice(index)
    if (index === 0 || NEVER_FIRST.test(tail) || NEVER_LAST.test(head)) continue
    if (splitsTerm(head, tail)) continue
    const width = textWidth(head)
    if (width > FULL_LINE) break
    const afterAgency = AGENCY_ENDS.test(head) && AGENCY_FOLLOWS.test(tail)
    const cost = Math.abs(width - wanted) - (afterAgency ? 5 : 0)
    if (cost < bestCost) [best, bestCost] = [index, cost]
  }
  return best === 0 ? Math.floor(FULL_LINE) : best
}

// 政府信息公开 is one term, though the segmenter sees three words.
function splitsTerm(head: string, tail: string): boolean {
  return (
    (head.endsWith('政府') && tail.startsWith('信息')) ||
    (head.endsWith('政府信息') && tail.startsWith('公开'))
  )
}
