import { looksLikeValue } from '../locate/parse-value.ts'
import type { Block, GridBlock, GridCell, GridRow, TextBlock } from './source.ts'

/** A line of text as a reader found it; `blank` lines carry only white space. */
export type Line = Readonly<{ text: string; where: string; fields?: readonly PlacedField[] }>

/** A field with its distance from the left edge and its width, in points or characters. */
export type PlacedField = Readonly<{ text: string; from: number; width: number }>

const FIELD_MARK = /[\t|｜¦│┃]/
const BARS = /[|｜¦│┃]/
const RULE = /^[\s|｜:+\-=─━┄┅┈┉┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═]+$/
const PAGE_MARK =
  /^\s*(?:[-—–―－·]{1,3}\s*\d{1,3}\s*[-—–―－·]{1,3}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?)\s*$/

/**
 * Blocks of plain lines: tables drawn with tabs, bars or one field a line between bars become grids; everything
 * else stays text, with the number of empty lines before it, for in some exports these are the blank cells.
 */
export function blocksOfLines(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = []
  let index = 0
  let blanks = 0
  let spaces = 0

  while (index < lines.length) {
    const line = lines[index] as Line
    if (isPageMark(line.text)) {
      index++
      continue
    }
    if (isEmpty(line.text)) {
      blanks++
      if (line.text !== '') spaces++
      index++
      continue
    }
    if (hasFields(line)) {
      const end = endOfTable(lines, index)
      const run = lines.slice(index, end)
      const before = blocks.at(-1)
      const streamed = isStream(run)
      if (streamed && before?.kind === 'text' && blanks === 0 && startsInside(run) && isField(before.text)) {
        // The first field of such a table stands before its first bar.
        blocks.pop()
        blocks.push(...gridsOf([{ text: before.text, where: before.where }, ...run], true))
      } else {
        blocks.push(...gridsOf(run, streamed))
      }
      index = end
      blanks = 0
      spaces = 0
      continue
    }
    blocks.push(textOf(line, blanks, spaces))
    blanks = 0
    spaces = 0
    index++
  }
  return blocks
}

/** 页码: `— 4 —`, `第 3 页 共 6 页`. */
export function isPageMark(text: string): boolean {
  return PAGE_MARK.test(text)
}

/** The table goes on as long as fields follow; a long sentence or three plain lines in a row end it. */
function endOfTable(lines: readonly Line[], start: number): number {
  let end = start + 1
  let plain = 0
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] as Line
    const { text } = line
    if (hasFields(line)) {
      end = index + 1
      plain = 0
      continue
    }
    if (text.trim() === '' || isPageMark(text)) continue
    if (!isField(text)) break
    if (++plain > 3) break
  }
  return end + trailingField(lines.slice(end))
}

/** In a file that was cut the last field may stand without its bar. */
function trailingField(rest: readonly Line[]): number {
  const filled = rest.filter((line) => line.text.trim() !== '')
  const isValue = filled.length === 1 && /^\s*[+-]?\d[\d,.]*\s*$/.test(filled[0]?.text ?? '')
  return isValue ? rest.length : 0
}

function isStream(run: readonly Line[]): boolean {
  if (run.some((line) => line.fields !== undefined || (line.text.includes('\t') && !BARS.test(line.text)))) {
    return false
  }
  const filled = run.map((line) => line.text.split(BARS).filter((field) => field.trim() !== '').length)
  return run.length > 1 && filled.every((count) => count <= 1)
}

function gridsOf(run: readonly Line[], streamed: boolean): readonly GridBlock[] {
  if (streamed)
    return [{ kind: 'grid', layout: 'stream', rows: [streamRow(run)], where: run[0]?.where ?? '' }]
  // Where every row begins with a bar, the bar is a border; else a blank first field stands before it.
  const bordered = run.every((line) => !BARS.test(line.text) || /^\s*[|｜¦│┃]/.test(line.text))
  // Pieces of a broken table may differ in width, so an empty line begins a new one.
  return piecesOf(run).map((piece) => ({
    kind: 'grid',
    layout: piece.some((line) => line.fields !== undefined) ? 'placed' : 'ragged',
    rows: piece.map((line) => raggedRow(line, bordered)),
    where: piece[0]?.where ?? '',
  }))
}

function piecesOf(run: readonly Line[]): readonly (readonly Line[])[] {
  const pieces: Line[][] = [[]]
  for (const line of run) {
    if (isPageMark(line.text) || isRule(line.text)) continue
    if (isEmpty(line.text)) pieces.push([])
    else pieces.at(-1)?.push(line)
  }
  return pieces.filter((piece) => piece.length > 0)
}

function isEmpty(text: string): boolean {
  return text.trim() === '' && !text.includes('\t')
}

/** The line under the head of a Markdown table, or the border of a drawn one; never a field of dashes alone. */
function isRule(text: string): boolean {
  return RULE.test(text) && (/[|｜].*-{3}|:-+|-+:|-{3}.*[|｜]/.test(text) || /[=─━═+]{3}|\+-+/.test(text))
}

function hasFields(line: Line): boolean {
  return line.fields !== undefined || FIELD_MARK.test(line.text)
}

function raggedRow(line: Line, bordered: boolean): GridRow {
  if (line.fields !== undefined) return placedRow(line.fields, line.where)
  const barred = BARS.test(line.text)
  let fields = line.text.split(barred ? BARS : '\t')
  if (barred) {
    if (bordered) fields = fields.slice(1)
    if (/[|｜¦│┃]\s*$/.test(line.text)) fields = fields.slice(0, -1)
  }
  return { cells: fields.map((text, column) => cellOf(text, column, line.where)), where: line.where }
}

function placedRow(fields: readonly PlacedField[], where: string): GridRow {
  return {
    cells: fields.map(({ text, from, width }) => ({
      text: tidy(text),
      column: Math.round(from),
      span: Math.max(1, Math.round(width)),
      continued: false,
      where,
    })),
    where,
  }
}

/** Fields of many lines in one row: a line end inside a field is no field end, a bar is. */
function streamRow(run: readonly Line[]): GridRow {
  const cells: GridCell[] = []
  let text = ''
  let where = run[0]?.where ?? ''
  const opened = opensWithBar(run)
  for (const [index, line] of run.entries()) {
    if (isPageMark(line.text) || isRule(line.text)) continue
    if (opened && text.trim() === '' && isLoneBar(line) && opensRow(run.slice(index + 1))) continue
    for (const [piece, part] of line.text.split(BARS).entries()) {
      if (piece > 0) {
        cells.push(cellOf(text, cells.length, where))
        text = ''
      }
      if (part.trim() !== '') {
        if (text.trim() === '') where = line.where
        text += part
      }
    }
  }
  if (text.trim() !== '') cells.push(cellOf(text, cells.length, where))
  return { cells, where: run[0]?.where ?? '' }
}

/** A lone bar opens a row when a label follows; before a figure or another bar it closes a blank field. */
function opensRow(rest: readonly Line[]): boolean {
  const next = rest.find((line) => line.text.trim() !== '' && !isPageMark(line.text))
  const field = next?.text.split(BARS)[0]?.trim() ?? ''
  return field !== '' && !looksLikeValue(field)
}

function isLoneBar(line: Line): boolean {
  return line.text.trim() === '|'
}

/** Some exports put a lone bar before every row, others behind every field. */
function opensWithBar(run: readonly Line[]): boolean {
  const lone = run.filter(isLoneBar).length
  const behind = run.filter((line) => /[^|\s].*\|\s*$/.test(line.text)).length
  return isLoneBar(run[0] ?? { text: '', where: '' }) && lone > 0 && behind > 0
}

function cellOf(text: string, column: number, where: string): GridCell {
  return { text: tidy(text), column, span: 1, continued: false, where }
}

function textOf(line: Line, blanksBefore: number, spacesBefore: number): TextBlock {
  return { kind: 'text', text: tidy(line.text), where: line.where, blanksBefore, spacesBefore }
}

function isShort(text: string): boolean {
  const plain = text.trim()
  return plain.length <= 45 && !/[。；！？]$/.test(plain)
}

function isHeading(text: string): boolean {
  return /^\s*(?:#+\s*)?[一二三四五六]\s*、.*(?:情况|问题|事项)/.test(text)
}

function isField(text: string): boolean {
  return isShort(text) && !isHeading(text)
}

/** The run begins with the bar behind a field, not with a field. */
function startsInside(run: readonly Line[]): boolean {
  return /^\s*[|｜¦│┃]/.test(run[0]?.text ?? '') && !opensWithBar(run)
}

function tidy(text: string): string {
  return text.replace(/[\u00A0\u3000]/g, ' ').trim()
}
