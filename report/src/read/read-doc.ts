import type { RawCell, RawRow } from './expand-table.ts'
import type { Line } from './lines.ts'
import { blocksOfPieces } from './read-html.ts'
import type { GridBlock, ImageBlock, Source } from './source.ts'
import { piecesOfTable } from './table-pieces.ts'
import { openWordBinary, type RowEnd } from './word-binary.ts'

type Piece = Line | GridBlock | ImageBlock
type Row = Readonly<{ texts: readonly string[]; end: RowEnd }>

const CELL_END = '\u0007'
// biome-ignore lint/suspicious/noControlCharactersInRegex: they stand for pictures in the text
const PICTURES = /[\u0001\u0008]/g
/** Edges this near, in twentieths of a point, are one. */
const SAME_EDGE = 30

/** 旧版 Word 文档 (doc、wps): paragraphs, and tables whose columns are told apart by the edges of their cells. */
export function readDoc(bytes: Uint8Array): Source {
  const { text, rowEnds, isInTable } = openWordBinary(bytes)
  const pieces: Piece[] = []
  let paragraphs = 0
  let tables = 0
  let part = ''
  let texts: string[] = []
  let rows: Row[] = []

  function endTable(): void {
    if (rows.length > 0) pieces.push(...piecesOfTable(rawRows(rows), `第${++tables}个表格`))
    rows = []
  }

  function endParagraph(): void {
    const where = `第${++paragraphs}段`
    for (const line of part.split('\n')) pieces.push({ text: clean(line), where })
    for (const _ of part.match(PICTURES) ?? [])
      pieces.push({ kind: 'image', text: '', where: `${where}的图片` })
    part = ''
  }

  for (const { character, at } of text) {
    const end = character === CELL_END ? rowEnds.get(at) : undefined
    if (end !== undefined) {
      rows.push({ texts, end })
      texts = []
      part = ''
    } else if (character === CELL_END) {
      texts.push(clean(part))
      part = ''
    } else if (character === '\r' && isInTable(at)) {
      part += '\n'
    } else if (character === '\r' || character === '\f') {
      endTable()
      endParagraph()
    } else part += character === '\v' ? '\n' : character
  }
  endTable()
  endParagraph()
  return { kind: 'doc', blocks: blocksOfPieces(pieces), truncated: false, wrapped: false, unread: [] }
}

/** Columns are the edges of all rows of a table; a cell spans those that lie between its own two. */
function rawRows(rows: readonly Row[]): readonly RawRow[] {
  const edges: number[] = []
  for (const edge of rows.flatMap((row) => row.end.edges).toSorted((a, b) => a - b)) {
    if (edges.length === 0 || edge - (edges.at(-1) as number) > SAME_EDGE) edges.push(edge)
  }
  const columnOf = (edge: number) => edges.findLastIndex((one) => one <= edge)
  const open = new Map<number, { -readonly [Key in keyof RawCell]: RawCell[Key] }>()
  return rows.map(({ texts, end }) =>
    texts.flatMap((text, index) => {
      const column = columnOf(end.edges[index] ?? 0)
      const colspan = Math.max(1, columnOf(end.edges[index + 1] ?? 0) - column)
      const above = open.get(column)
      if (end.merges[index] === 'continue' && above !== undefined) {
        above.rowspan++
        return []
      }
      const cell = { text, colspan, rowspan: 1 }
      if (end.merges[index] === 'start') open.set(column, cell)
      else open.delete(column)
      return [cell]
    }),
  )
}

/** Without the marks of pictures, notes and other things that are not text. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
  return text.replace(/[\u0000-\u0008\u000e-\u001f]/g, '').trim()
}
