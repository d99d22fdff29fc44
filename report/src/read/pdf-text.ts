import { LOST } from '../locate/parse-value.ts'
import type { PlacedField } from './lines.ts'

/** A piece of text on a page: left edge, baseline, width and height in points. */
export type PageText = Readonly<{ text: string; x: number; y: number; width: number; height: number }>

/** A line of text with its left and right edge; wide gaps inside it are tabs. */
export type PageLine = Readonly<{
  text: string
  x: number
  right: number
  y: number
  height: number
  /** The columns of an unruled table, when wide gaps part them. */
  fields?: readonly PlacedField[]
}>

/** Gaps wider than this many character heights part the columns of an unruled table. */
const COLUMN_GAP = 1.2
/** In a line that has such gaps, smaller ones part columns too: a long label comes close to its figure. */
const NARROW_GAP = 0.55
const WORD_GAP = 0.25
/** Figures this far apart are two; digits of one figure touch. */
const FIGURE_GAP = 0.1

/** A figure nearer to the edge of the page than this many of its heights may have been cut off there. */
const EDGE = 0.7

/** Figures that the left or right edge of the page cut, or may have cut: what is left of them is no figure. */
export function withoutCutFigures(texts: readonly PageText[], left: number, right: number): PageText[] {
  return texts.map((piece) => {
    const reach = EDGE * piece.height
    const near = piece.x < left + reach || piece.x + piece.width > right - reach
    return near && /^[\d\s.,]+$/.test(piece.text) ? { ...piece, text: LOST } : piece
  })
}

/** Pieces of text as lines from top to bottom. */
export function linesOfPage(pieces: readonly PageText[]): readonly PageLine[] {
  return rowsOfPage(pieces.flatMap(splitFigures)).map((row) => {
    const first = row[0] as PageText
    const last = row.at(-1) as PageText
    const columns = columnsOf(row)
    return {
      text: joinRow(row, '\t'),
      ...(columns.length < 2 ? {} : { fields: columns.map(fieldOf) }),
      x: first.x,
      right: last.x + last.width,
      y: first.y,
      height: Math.max(...row.map((piece) => piece.height)),
    }
  })
}

/** The text of a table cell: its lines in order, Chinese words joined, numbers kept apart. */
export function textOfCell(pieces: readonly PageText[]): string {
  return rowsOfPage(pieces)
    .map((row) => joinRow(row, ' '))
    .join('\n')
}

/** Text that runs over the border of a cell, cut at its spaces; widths are shared out by character. */
export function splitAtSpaces(piece: PageText): readonly PageText[] {
  const words = piece.text.split(/(\s+)/)
  if (words.length < 3) return [piece]
  const total = weight(piece.text)
  let passed = 0
  return words.flatMap((word) => {
    const x = piece.x + (piece.width * passed) / total
    const width = (piece.width * weight(word)) / total
    passed += weight(word)
    return word.trim() === '' ? [] : [{ ...piece, text: word, x, width }]
  })
}

/** `104 105` in one piece of text: two figures of neighbouring columns. */
function splitFigures(piece: PageText): readonly PageText[] {
  const words = piece.text.trim().split(/\s+/)
  return words.length > 1 && words.every((word) => /^[+-]?\d[\d,.]*$/.test(word))
    ? splitAtSpaces(piece)
    : [piece]
}

function rowsOfPage(pieces: readonly PageText[]): readonly (readonly PageText[])[] {
  const rows: PageText[][] = []
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (
      row !== undefined &&
      first !== undefined &&
      first.y - piece.y <= Math.min(first.height, piece.height) * 0.5
    ) {
      row.push(piece)
    } else rows.push([piece])
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x))
}

/** Pieces of a line between wide gaps. */
function columnsOf(row: readonly PageText[]): readonly (readonly PageText[])[] {
  const gaps = row.map((piece, index) => {
    const before = row[index - 1]
    return before === undefined ? 0 : (piece.x - before.x - before.width) / Math.max(piece.height, 1)
  })
  const limit = gaps.some((gap) => gap > COLUMN_GAP) ? NARROW_GAP : COLUMN_GAP
  const columns: PageText[][] = []
  for (const [index, piece] of row.entries()) {
    const gap = gaps[index] ?? 0
    // Two figures side by side are never one.
    const figures = gap > FIGURE_GAP && isFigure(piece) && isFigure(row[index - 1])
    if (index === 0 || gap > limit || figures) columns.push([piece])
    else columns.at(-1)?.push(piece)
  }
  return columns
}

function isFigure(piece: PageText | undefined): boolean {
  return piece !== undefined && /^\s*\d[\d,.]*\s*$/.test(piece.text)
}

function fieldOf(pieces: readonly PageText[]): PlacedField {
  const first = pieces[0] as PageText
  const last = pieces.at(-1) as PageText
  return { text: joinRow(pieces, ' '), from: first.x, width: last.x + last.width - first.x }
}

function joinRow(row: readonly PageText[], columnMark: string): string {
  let text = ''
  let end: number | null = null
  for (const piece of row) {
    if (end !== null) {
      const gap = (piece.x - end) / Math.max(piece.height, 1)
      text += gap > COLUMN_GAP ? columnMark : gap > WORD_GAP ? ' ' : ''
    }
    text += piece.text.replace(/[\t\n\r]+/g, ' ')
    end = piece.x + piece.width
  }
  return text
}

function weight(text: string): number {
  let sum = 0
  for (const character of text) sum += character.charCodeAt(0) < 0x2e80 ? 1 : 2
  return sum
}
