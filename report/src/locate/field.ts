import type { GridBlock, GridCell, Source, TextBlock } from '../read/source.ts'
import { looksLikeValue } from './parse-value.ts'

/** One piece of the document in reading order: a field of a table, or a line of text. */
export type Field = Readonly<{
  text: string
  where: string
  /** Index of the block it stands in, and of the row inside that block. */
  block: number
  row: number
  column: number
  span: number
  continued: boolean
}>

/**
 * `exact` columns are real, `placed` ones are distances on the page, `ragged` ones only counted; `stream` and `line`
 * know no row ends.
 */
export type Layout = 'exact' | 'ragged' | 'placed' | 'stream' | 'line'

/** Fields that belong together as far as the document shows it. */
export type FieldRow = Readonly<{
  fields: readonly Field[]
  layout: Layout
  block: number
  row: number
  /** Number of fields as printed, blanks included. */
  width: number
}>

/**
 * How empty lines between fields stand for blank cells: after every filled field come `separator` empty lines that
 * mean nothing, and each blank cell adds `perBlank`. `marked` counts only lines with white space in them.
 */
export type BlankLines = Readonly<{ separator: number; perBlank: number; marked: boolean }>

export const NO_BLANK_LINES: BlankLines = { separator: Number.POSITIVE_INFINITY, perBlank: 1, marked: false }

const MANY = 40

/** All fields of the document in rows; lines of text follow one another in rows of one field or more. */
export function rowsOfFields(source: Source, blankLines: BlankLines): readonly FieldRow[] {
  const rows: FieldRow[] = []
  for (const [index, block] of source.blocks.entries()) {
    if (block.kind === 'grid') addRowsOfGrid(rows, block, index)
    else if (block.kind === 'text') rows.push(rowOfText(block, index, blankLines))
  }
  return rows
}

function addRowsOfGrid(rows: FieldRow[], { rows: printed, layout }: GridBlock, index: number): void {
  for (const [number, { cells }] of printed.entries()) {
    const fields: Field[] = []
    for (const cell of cells) addFields(fields, cell, cells.length, index, number)
    rows.push({ fields, layout, block: index, row: number, width: cells.length })
  }
}

function rowOfText(block: TextBlock, index: number, blankLines: BlankLines): FieldRow {
  const blanks = blanksBefore(block, blankLines)
  const fields = [...Array.from({ length: blanks }, () => ''), ...splitLine(block.text)].map((text, column) =>
    fieldOf(text, column, block.where, index, 0),
  )
  return { fields, layout: 'line', block: index, row: 0, width: fields.length }
}

/** `行政许可 0` and `一、本年新收… 58 7 0 0 1 0 66`: a label and its values on one line, cut at spaces. */
export function splitLine(text: string): readonly string[] {
  const pieces = text.trim().split(/\s+/)
  if (pieces.length < 2) return [text]
  let first = pieces.length
  while (first > 0 && looksLikeValue(pieces[first - 1] ?? '')) first--
  if (first === pieces.length) return [text]
  const label = pieces.slice(0, first).join(' ')
  // “2024 年 1 月”: numbers behind a sentence are no cells.
  if (label.length > 60 || /[。；：]/.test(label)) return [text]
  return label === '' ? pieces : [label, ...pieces.slice(first)]
}

function blanksBefore(
  block: Readonly<{ blanksBefore: number; spacesBefore: number }>,
  reading: BlankLines,
): number {
  if (reading.marked) return Math.min(block.spacesBefore, MANY)
  const surplus = block.blanksBefore - reading.separator
  if (surplus <= 0 || !Number.isFinite(surplus)) return 0
  const blanks = surplus / reading.perBlank
  // Lines that do not fit this reading must not make up a plausible count: far too many blanks fail it.
  return Number.isInteger(blanks) && blanks <= MANY ? blanks : MANY
}

function addFields(fields: Field[], cell: GridCell, width: number, block: number, row: number): void {
  const { where, span, continued } = cell
  if (width > 1) {
    fields.push({ text: cell.text, where, block, row, column: cell.column, span, continued })
    return
  }
  for (const [offset, text] of splitLine(cell.text).entries())
    fields.push({ text, where, block, row, column: cell.column + offset, span, continued })
}

function fieldOf(text: string, column: number, where: string, block: number, row: number): Field {
  return { text, where, block, row, column, span: 1, continued: false }
}
