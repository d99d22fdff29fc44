import type { Source, TextBlock } from '../read/source.ts'
import { type BlankLines, NO_BLANK_LINES } from './field.ts'
import { findClause, isFirstColumn, isHeadTwo } from './header-two.ts'
import {
  T3_COLUMN_LABELS,
  T3_GROUP_LABELS,
  T3_ROW_LABELS,
  T4_BLOCK_LABELS,
  T4_COLUMN_LABELS,
} from './label-index.ts'
import { findExact } from './match-label.ts'

const LABELS = [
  ...T3_ROW_LABELS['2021'],
  ...T3_GROUP_LABELS['2021'],
  ...T3_COLUMN_LABELS,
  ...T4_BLOCK_LABELS,
  ...T4_COLUMN_LABELS,
]

/** More empty lines than this part pages, not fields. */
const WIDEST = 4

/**
 * 空行的读法: in a text with one field a line, empty lines may part the fields or stand for blank cells. Two labels of
 * the form in a row have no blank cell between them, so the fewest lines there are what parts fields.
 */
export function blankLineReadings(source: Source): readonly BlankLines[] {
  const lines = source.blocks.filter((block): block is TextBlock => block.kind === 'text')
  if (lines.every((line) => line.blanksBefore === 0)) return []
  const gaps = source.blocks.flatMap((block, index) => {
    const before = source.blocks[index - 1]
    if (block.kind !== 'text' || before?.kind !== 'text') return []
    return isLabel(before.text) && isLabel(block.text) ? [block.blanksBefore] : []
  })
  const separator = Math.min(...gaps)
  if (gaps.length === 0 || separator > WIDEST) return [NO_BLANK_LINES]
  return [
    { separator, perBlank: 1, marked: false },
    ...(separator === 0 ? [] : [{ separator, perBlank: separator + 1, marked: false }]),
    { separator, perBlank: 1, marked: true },
  ]
}

function isLabel(text: string): boolean {
  return (
    findExact(text, LABELS) !== undefined ||
    isHeadTwo(text) ||
    isFirstColumn(text) ||
    findClause(text) !== undefined
  )
}
