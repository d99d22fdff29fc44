import type { Source, TextBlock } from '../read/source.ts'
import { type BlankLines, NO_BLANK_LINES, splitLine } from './field.ts'
import { isFormLabel } from './form-label.ts'
import { looksLikeValue } from './parse-value.ts'

/** More empty lines than this part pages, not fields. */
const WIDEST = 4
/** So many gaps that all fit one reading are no chance. */
const CERTAIN = 4

/**
 * 空行的读法: in a text with one field a line, empty lines may part the fields or stand for blank cells. Two labels of
 * the form in a row have no blank cell between them, so the fewest lines there are what parts fields.
 */
export function blankLineReadings(source: Source): readonly BlankLines[] {
  const lines = source.blocks.filter((block): block is TextBlock => block.kind === 'text')
  if (lines.every((line) => line.blanksBefore === 0) || !lines.some(mayBeField)) return []
  const gaps = source.blocks.flatMap((block, index) => {
    const before = source.blocks[index - 1]
    if (block.kind !== 'text' || before?.kind !== 'text') return []
    return isFormLabel(before.text) && isFormLabel(block.text) ? [block.blanksBefore] : []
  })
  const separator = Math.min(...gaps)
  if (gaps.length === 0 || separator > WIDEST) return [NO_BLANK_LINES]
  const parted = { separator, perBlank: separator + 1, marked: false }
  const marked = { separator, perBlank: 1, marked: true }
  if (separator > 0 && isParted(source, separator)) return [parted, marked]
  return [{ separator, perBlank: 1, marked: false }, ...(separator === 0 ? [] : [parted]), marked]
}

/** Empty lines between paragraphs are no cells: there must be a figure or a label of the form among the lines. */
function mayBeField({ text }: TextBlock): boolean {
  return looksLikeValue(text) || isFormLabel(text) || splitLine(text).length > 1
}

/** Blank cells are parted like filled ones: every gap around the figures is a multiple of a blank and what parts it. */
function isParted(source: Source, separator: number): boolean {
  const surplus = source.blocks.flatMap((block, index) => {
    const before = source.blocks[index - 1]
    if (block.kind !== 'text' || before?.kind !== 'text') return []
    const inTable = looksLikeValue(block.text) || looksLikeValue(before.text)
    return inTable && block.blanksBefore > separator ? [block.blanksBefore - separator] : []
  })
  return surplus.length >= CERTAIN && surplus.every((lines) => lines % (separator + 1) === 0)
}
