import type { Block, Source } from '../read/source.ts'
import { foldText } from './fold.ts'
import { findHeading } from './heading.ts'
import { orgTypeOf, readTitle } from './title.ts'

/** A title may be broken over so many lines. */
const TITLE_LINES = 3
/** So far above 一、总体情况 the title of a report may stand: a preamble and a list of the parts come between. */
const TITLE_WITHIN = 30

/**
 * 一个文件几份报告: where 一、总体情况 comes again behind the later sections and has another title above it, another
 * report begins. One part for a file with one report.
 */
export function splitReports(source: Source): readonly Source[] {
  const starts = startsOf(source.blocks)
  if (starts.length < 2) return [source]
  return starts.map((start, index) => {
    const isLast = index === starts.length - 1
    return {
      ...source,
      blocks: source.blocks.slice(index === 0 ? 0 : start.at, starts[index + 1]?.at),
      truncated: isLast && source.truncated,
      unread: index === 0 ? source.unread : [],
    }
  })
}

type Start = Readonly<{ at: number; title: string }>

function startsOf(blocks: readonly Block[]): readonly Start[] {
  const starts: Start[] = []
  let later = true
  let from = 0
  for (const [index, block] of blocks.entries()) {
    const heading = block.kind === 'text' ? findHeading(block.text)?.id : undefined
    if (heading === 's1' && later) {
      const start = titleAbove(blocks, Math.max(from, index - TITLE_WITHIN), index)
      if (start !== null && starts.every((other) => other.title !== start.title)) starts.push(start)
      later = false
    } else if (heading !== undefined && heading !== 's1') {
      later = true
      from = index + 1
    }
  }
  return starts
}

/** The highest whole title between two places, with the line of the organ's name above it. */
function titleAbove(blocks: readonly Block[], from: number, to: number): Start | null {
  for (let at = from; at < to; at++) {
    for (let count = 1; count <= TITLE_LINES && at + count <= to; count++) {
      const lines = blocks.slice(at, at + count)
      if (lines.some((line) => line.kind !== 'text')) break
      const title = lines.map((line) => (line.kind === 'text' ? line.text.trim() : '')).join('')
      const found = readTitle(title)
      if (found === null || found.year === null || found.orgName === null) continue
      if (count === 1 || isOrgan(lines[0])) return { at, title: foldText(title) }
    }
  }
  return null
}

function isOrgan(block: Block | undefined): boolean {
  return block?.kind === 'text' && block.text.length <= 40 && orgTypeOf(block.text.trim()) !== undefined
}
