import { load } from 'cheerio'
import { type ArchiveParts, openArchive } from './archive.ts'
import type { RawCell, RawRow } from './expand-table.ts'
import type { Line } from './lines.ts'
import type { MarkupElement, MarkupNode } from './markup-node.ts'
import { blocksOfPieces } from './read-html.ts'
import type { GridBlock, ImageBlock, Source, Unread } from './source.ts'
import { isLayout, piecesOfTable } from './table-pieces.ts'
import { UnreadableFile } from './unreadable-file.ts'

type Piece = Line | GridBlock | ImageBlock

const NO_DOCUMENT = '这个文件不是 Word 文档，请检查文件类型'

/** Word 文档 (docx): paragraphs, text boxes and tables with merged cells, read from the XML itself. */
export function readDocx(bytes: Uint8Array): Source {
  const parts = openArchive(
    bytes,
    (path) =>
      /^(?:word\/)?(?:document\d*|numbering)\.xml$/.test(path) ||
      /document\.xml$/.test(path) ||
      path === 'docProps/core.xml',
  )
  const main =
    parts['word/document.xml'] ??
    parts[Object.keys(parts).find((path) => /document\d*\.xml$/.test(path)) ?? '']
  if (main === undefined) throw new UnreadableFile(NO_DOCUMENT)
  const { pieces, unread } = walk(xmlRoot(main))
  const title = titleOf(parts)
  return {
    kind: 'docx',
    ...(title === '' ? {} : { title }),
    blocks: blocksOfPieces(pieces),
    truncated: false,
    wrapped: false,
    unread,
  }
}

function xmlRoot(part: Uint8Array): readonly MarkupNode[] {
  const markup = new TextDecoder().decode(part)
  return load(markup, { xml: true }).root().children().toArray()
}

function titleOf(parts: ArchiveParts): string {
  const core = parts['docProps/core.xml']
  if (core === undefined) return ''
  const title = elementsIn(xmlRoot(core)).find((node) => localName(node) === 'title')
  return title === undefined ? '' : plainText(title).trim()
}

function walk(
  roots: readonly MarkupNode[],
): Readonly<{ pieces: readonly Piece[]; unread: readonly Unread[] }> {
  const pieces: Piece[] = []
  const unread: Unread[] = []
  let paragraphs = 0
  let tables = 0

  function visit(node: MarkupNode): void {
    if (node.type !== 'tag') return
    switch (localName(node)) {
      case 'p':
        paragraph(node)
        break
      case 'tbl':
        table(node)
        break
      case 'altChunk':
        unread.push({ what: '文档中嵌入的其他文件', why: '嵌入的文件没有读取' })
        break
      default:
        for (const child of childrenOf(node)) visit(child)
    }
  }

  function paragraph(node: MarkupElement): void {
    paragraphs++
    const where = `第${paragraphs}段`
    const { text, boxes, images } = contentOf(node)
    for (const line of text.split('\n')) pieces.push({ text: line.trim() === '' ? '' : line, where })
    for (const image of images) pieces.push({ kind: 'image', text: image, where: `${where}的图片` })
    // A text box hangs on a paragraph; its own paragraphs and tables follow it.
    for (const box of boxes) for (const child of box.children) visit(child)
  }

  function table(node: MarkupElement): void {
    const rows = rowsOf(node)
    const cells = rows.flatMap((row) => cellsOf(row))
    const inner = cells.flatMap((cell) => tablesIn(cell))
    const raw = rawRows(rows)
    if (isLayout(raw, inner.length > 0)) {
      // A frame around the document, or tables inside a table: walk what stands in the cells.
      for (const cell of cells) for (const child of cell.children) visit(child)
      return
    }
    tables++
    pieces.push(...piecesOfTable(raw, `第${tables}个表格`))
    for (const one of inner) table(one)
    for (const cell of cells) {
      const { images, boxes } = contentOf(cell)
      for (const box of boxes) for (const one of tablesIn(box)) table(one)
      for (const image of images)
        pieces.push({ kind: 'image', text: image, where: `第${tables}个表格中的图片` })
    }
  }

  for (const root of roots) visit(root)
  return { pieces, unread }
}

/** Word tells vertical merges cell by cell: a cell that continues belongs to the one above it. */
function rawRows(rows: readonly MarkupElement[]): readonly RawRow[] {
  type Placed = { -readonly [Key in keyof RawCell]: RawCell[Key] } & {
    column: number
    merge: 'start' | 'continue' | null
  }
  const placed: Placed[][] = []
  for (const row of rows) {
    const cells: Placed[] = []
    let column = gridSkip(row, 'gridBefore')
    if (column > 0) cells.push({ text: '', colspan: column, rowspan: 1, column: 0, merge: null })
    for (const cell of cellsOf(row)) {
      const colspan = Number(attribute(property(cell, 'gridSpan'), 'val') ?? '1') || 1
      const merge = mergeOf(cell)
      const before = cells.at(-1)
      if (isHorizontalRest(cell) && before !== undefined) {
        before.colspan += colspan
        column += colspan
        continue
      }
      cells.push({ text: cellText(cell), colspan, rowspan: 1, column, merge })
      column += colspan
    }
    placed.push(cells)
  }
  for (const [index, cells] of placed.entries()) {
    for (const cell of cells) {
      if (cell.merge !== 'continue') continue
      const above = findStart(placed, index, cell.column)
      if (above === undefined) cell.merge = null
      else above.rowspan++
    }
  }
  return placed.map((cells) => cells.filter((cell) => cell.merge !== 'continue'))
}

function findStart<Cell extends { column: number; merge: string | null }>(
  rows: readonly (readonly Cell[])[],
  from: number,
  column: number,
): Cell | undefined {
  for (let index = from - 1; index >= 0; index--) {
    const cell = rows[index]?.find((one) => one.column === column)
    if (cell === undefined || cell.merge === null) return undefined
    if (cell.merge === 'start') return cell
  }
  return undefined
}

function mergeOf(cell: MarkupElement): 'start' | 'continue' | null {
  const merge = property(cell, 'vMerge')
  if (merge === undefined) return null
  return attribute(merge, 'val') === 'restart' ? 'start' : 'continue'
}

function isHorizontalRest(cell: MarkupElement): boolean {
  const merge = property(cell, 'hMerge')
  return merge !== undefined && attribute(merge, 'val') !== 'restart'
}

function gridSkip(row: MarkupElement, name: string): number {
  const properties = childrenOf(row).find((node) => localName(node) === 'trPr')
  const skip = properties && childrenOf(properties).find((node) => localName(node) === name)
  return skip === undefined ? 0 : Number(attribute(skip, 'val') ?? '0') || 0
}

function property(cell: MarkupElement, name: string): MarkupElement | undefined {
  const properties = childrenOf(cell).find((node) => localName(node) === 'tcPr')
  return properties === undefined
    ? undefined
    : childrenOf(properties).find((node) => localName(node) === name)
}

function cellText(cell: MarkupElement): string {
  const content = contentOf(cell)
  const boxed = content.boxes.map((box) => contentOf(box).text)
  return [content.text, ...boxed].join('\n').trim()
}

type Content = Readonly<{ text: string; boxes: readonly MarkupElement[]; images: readonly string[] }>

/** The text of a paragraph or cell as it is shown: without deletions, hidden runs and the twin of a text box. */
function contentOf(node: MarkupElement): Content {
  let text = ''
  const boxes: MarkupElement[] = []
  const images: string[] = []
  const collect = (part: MarkupNode): void => {
    if (part.type !== 'tag') return
    switch (localName(part)) {
      case 't':
        text += plainText(part)
        return
      case 'tab':
      case 'ptab':
        text += '\t'
        return
      case 'br':
      case 'cr':
        text += '\n'
        return
      case 'noBreakHyphen':
        text += '-'
        return
      case 'p':
        text += '\n'
        break
      case 'tbl':
      case 'del':
      case 'moveFrom':
      case 'instrText':
      case 'pPr':
      case 'tblPr':
      case 'sectPr':
      case 'Fallback':
        return
      case 'r':
        if (isHiddenRun(part)) return
        break
      case 'txbxContent':
        boxes.push(part)
        return
      case 'blip':
      case 'imagedata':
        images.push(attribute(part, 'embed') ?? attribute(part, 'id') ?? '')
        return
      default:
    }
    for (const child of part.children) collect(child)
  }
  for (const child of node.children) collect(child)
  return { text: text.replace(/^\n/, ''), boxes, images }
}

function isHiddenRun(run: MarkupElement): boolean {
  const properties = childrenOf(run).find((node) => localName(node) === 'rPr')
  if (properties === undefined) return false
  const vanish = childrenOf(properties).find((node) => localName(node) === 'vanish')
  return vanish !== undefined && !['0', 'false', 'off'].includes(attribute(vanish, 'val') ?? 'true')
}

function rowsOf(table: MarkupElement): readonly MarkupElement[] {
  return unwrapped(table, 'tr')
}

function cellsOf(row: MarkupElement): readonly MarkupElement[] {
  return unwrapped(row, 'tc')
}

/** Rows and cells may be wrapped in content controls or revision marks; removed ones do not count. */
function unwrapped(node: MarkupElement, name: string): readonly MarkupElement[] {
  return childrenOf(node).flatMap((child): readonly MarkupElement[] => {
    const local = localName(child)
    if (local === name) return isRemoved(child) ? [] : [child]
    return ['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'].includes(local)
      ? unwrapped(child, name)
      : []
  })
}

function isRemoved(row: MarkupElement): boolean {
  const properties = childrenOf(row).find((node) => localName(node) === 'trPr')
  return properties !== undefined && childrenOf(properties).some((node) => localName(node) === 'del')
}

function tablesIn(node: MarkupElement): readonly MarkupElement[] {
  return childrenOf(node).flatMap((child) => (localName(child) === 'tbl' ? [child] : tablesIn(child)))
}

function elementsIn(nodes: readonly MarkupNode[]): readonly MarkupElement[] {
  return nodes.flatMap((node) => (node.type === 'tag' ? [node, ...elementsIn(node.children)] : []))
}

function childrenOf(node: MarkupElement): readonly MarkupElement[] {
  return node.children.filter((child): child is MarkupElement => child.type === 'tag')
}

function plainText(node: MarkupElement): string {
  return node.children.map((child) => (child.type === 'text' ? child.data : '')).join('')
}

function attribute(node: MarkupElement | undefined, name: string): string | undefined {
  if (node === undefined) return undefined
  const key = Object.keys(node.attribs).find((one) => one === name || one.endsWith(`:${name}`))
  return key === undefined ? undefined : node.attribs[key]
}

function localName(node: MarkupElement): string {
  return node.name.slice(node.name.indexOf(':') + 1)
}
