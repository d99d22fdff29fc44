import { type CheerioAPI, load } from 'cheerio'
import { publishedOn } from '../locate/page-furniture.ts'
import { boxTableFinder } from './box-table.ts'
import { declaredCharset, decodeText } from './decode-text.ts'
import type { RawRow } from './expand-table.ts'
import { blocksOfLines, type Line } from './lines.ts'
import type { MarkupElement, MarkupNode } from './markup-node.ts'
import { refuseDeepNesting } from './nesting.ts'
import type { Block, GridBlock, ImageBlock, Source, Unread } from './source.ts'
import { isLayout, piecesOfTable } from './table-pieces.ts'
import { looksWrapped } from './wrapped.ts'

type Piece = Line | GridBlock | ImageBlock

const SKIPPED = new Set([
  'nav',
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'select',
  'button',
  'svg',
  'iframe',
  'object',
])
const BREAKING = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section td th tr table ul caption'.split(
    ' ',
  ),
)

/** Pages with fewer table cells than this may draw their tables with other boxes. */
const FEW_CELLS = 40

/** 网页: text lines and tables with their spans expanded; layout tables are walked through. */
export function readHtml(bytes: Uint8Array, charset?: string): Source {
  const { text } = decodeText(bytes, () => charset ?? declaredCharset(bytes))
  return readMarkup(text)
}

/** The same for a page that is text already. */
export function readMarkup(markup: string): Source {
  refuseDeepNesting(markup)
  const $ = load(markup)
  const walker = walk($, hasFewCells(markup))
  const { title, named, stated, attachments } = whatThePageSays($.root().children().toArray())
  const published = stated === '' ? null : publishedOn([`发布时间：${stated}`])
  const lines = walker.pieces.flatMap((piece) => ('kind' in piece ? [] : [piece.text]))
  return {
    kind: 'html',
    ...(named || title ? { title: named || title } : {}),
    ...(published === null ? {} : { publishedOn: published }),
    blocks: blocksOfPieces(walker.pieces),
    attachments,
    truncated: isCut(markup),
    wrapped: looksWrapped(lines),
    unread: walker.unread,
  }
}

function hasFewCells(markup: string): boolean {
  const cell = /<td\b/gi
  let count = 0
  while (count < FEW_CELLS && cell.test(markup)) count++
  return count < FEW_CELLS
}

type PageFacts = { title: string; named: string; stated: string; attachments: string[] }

/** 附件 and what the head states, in one walk: what the page links to may be the report itself. */
function whatThePageSays(nodes: readonly MarkupNode[]): Readonly<PageFacts> {
  const facts: PageFacts = { title: '', named: '', stated: '', attachments: [] }
  const visit = (node: MarkupNode): void => {
    if (node.type !== 'tag') return
    if (node.name === 'title' && facts.title === '') facts.title = plainText(node).trim()
    else if (node.name === 'meta') takeMeta(node.attribs, facts)
    else if (node.name === 'a' && ATTACHED.test(node.attribs.href ?? ''))
      facts.attachments.push(plainText(node).trim() || (node.attribs.href ?? '').replace(/^.*\//, ''))
    for (const child of node.children) if (child.type === 'tag') visit(child)
  }
  for (const node of nodes) visit(node)
  return facts
}

const ATTACHED = /\.(?:docx?|wps|pdf|xlsx?|et|ofd)(?:[?#]|$)/i

function takeMeta({ name, content = '' }: MarkupElement['attribs'], facts: PageFacts): void {
  if (name === 'ArticleTitle' && facts.named === '') facts.named = content.trim()
  if ((name === 'PubDate' || name === 'pubdate') && facts.stated === '') facts.stated = content
}

function plainText(node: MarkupNode): string {
  if (node.type === 'text') return node.data
  return node.type === 'tag' ? node.children.map(plainText).join('') : ''
}

/** A page that ends inside a tag or a word, or leaves a table or box open. */
function isCut(markup: string): boolean {
  const end = markup.slice(-200).trimEnd()
  if (!end.endsWith('>')) return true
  if (/<\/html\s*>$/i.test(end)) return false
  return (
    count(markup, /<table\b/gi) > count(markup, /<\/table\s*>/gi) ||
    count(markup, /<div\b/gi) > count(markup, /<\/div\s*>/gi)
  )
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}

/** Runs of lines between tables and pictures, read like the lines of a text file. */
export function blocksOfPieces(pieces: readonly Piece[]): readonly Block[] {
  const blocks: Block[] = []
  let lines: Line[] = []
  for (const piece of pieces) {
    if (!('kind' in piece)) {
      lines.push(piece)
      continue
    }
    blocks.push(...blocksOfLines(lines), piece)
    lines = []
  }
  return [...blocks, ...blocksOfLines(lines)]
}

function walk(
  $: CheerioAPI,
  boxed: boolean,
): Readonly<{ pieces: readonly Piece[]; unread: readonly Unread[] }> {
  const pieces: Piece[] = []
  const boxTable = boxed ? boxTableFinder(cellText, isHidden) : null
  let line = ''
  let paragraphs = 0
  let tables = 0

  function endLine(keepEmpty: boolean): void {
    const text = line
    line = ''
    if (text.trim() === '' && !keepEmpty) return
    paragraphs++
    pieces.push({ text: text.trim() === '' ? '' : text, where: `第${paragraphs}段` })
  }

  function visit(node: MarkupNode, preformatted: boolean): void {
    if (node.type === 'text') {
      line += preformatted ? node.data : node.data.replace(/[\t\n\r\f ]+/g, ' ')
      if (preformatted && line.includes('\n')) {
        const lines = line.split('\n')
        for (const one of lines.slice(0, -1)) {
          line = one
          endLine(true)
        }
        line = lines.at(-1) ?? ''
      }
      return
    }
    if (node.type !== 'tag' || SKIPPED.has(node.name) || isHidden(node)) return
    if (node.name === 'br') {
      endLine(false)
      return
    }
    if (node.name === 'img') {
      picture(node)
      return
    }
    if (node.name === 'table') {
      endLine(false)
      table(node)
      return
    }
    const breaking = BREAKING.has(node.name)
    if (breaking) endLine(false)
    const grid = breaking ? (boxTable?.(node, `第${tables + 1}个表格`) ?? null) : null
    if (grid !== null) {
      tables++
      pieces.push(grid)
      return
    }
    const before = pieces.length
    for (const child of node.children) visit(child, preformatted || node.name === 'pre')
    // An empty paragraph between filled ones may be a blank cell of a table that was flattened.
    if (breaking) endLine(node.name === 'p' && pieces.length === before)
  }

  function picture(node: MarkupElement): void {
    const width = Number.parseInt(node.attribs.width ?? '', 10)
    const height = Number.parseInt(node.attribs.height ?? '', 10)
    if (width < 80 || height < 80) return
    endLine(false)
    const text = node.attribs.alt || node.attribs.title || node.attribs.src?.slice(0, 200) || ''
    pieces.push({ kind: 'image', text, where: `第${paragraphs}段之后的图片` })
  }

  function table(node: MarkupElement): void {
    const rows = rowsOf(node).map(cellsOf)
    // Most cells hold nothing but a text.
    const filled = rows.flatMap((cells) => cells.filter((cell) => cell.children.some(isElement)))
    const inner = filled.flatMap(tablesIn)
    const raw: readonly RawRow[] = rows.map((cells) =>
      cells.map((cell) => ({
        text: cellText(cell),
        colspan: spanOf(cell.attribs.colspan),
        rowspan: spanOf(cell.attribs.rowspan),
      })),
    )
    if (isLayout(raw, inner.length > 0)) {
      for (const cell of rows.flat()) visitChildren(cell)
      return
    }
    tables++
    pieces.push(...piecesOfTable(raw, `第${tables}个表格`))
    for (const one of inner) if (!isFrame(one)) table(one)
    for (const image of filled.flatMap((cell) => elementsIn(cell, 'img'))) picture(image)
  }

  function visitChildren(cell: MarkupElement): void {
    endLine(false)
    for (const child of cell.children) visit(child, false)
    endLine(false)
  }

  for (const node of $.root().children().toArray()) visit(node, false)
  endLine(false)
  return { pieces, unread: [] }
}

function isElement(node: MarkupNode): boolean {
  return node.type === 'tag'
}

function rowsOf(table: MarkupElement): readonly MarkupElement[] {
  return table.children.flatMap((child): readonly MarkupElement[] => {
    if (child.type !== 'tag') return []
    if (child.name === 'tr') return isHidden(child) ? [] : [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsOf(child) : []
  })
}

function cellsOf(row: MarkupElement): readonly MarkupElement[] {
  return row.children.filter(
    (child): child is MarkupElement =>
      child.type === 'tag' && (child.name === 'td' || child.name === 'th') && !isHidden(child),
  )
}

/** The text of a cell with its line ends, without the tables that stand in it. */
function cellText(cell: MarkupElement): string {
  const [only, second] = cell.children
  if (only === undefined) return ''
  if (only.type === 'text' && second === undefined)
    return /\s/.test(only.data) ? only.data.replace(/\s+/g, ' ').trim() : only.data
  const parts: string[] = []
  const collect = (node: MarkupNode): void => {
    if (node.type === 'text') parts.push(node.data.replace(/\s+/g, ' '))
    else if (node.type === 'tag' && node.name === 'input') parts.push(filledIn(node))
    else if (node.type === 'tag' && node.name !== 'table' && !SKIPPED.has(node.name) && !isHidden(node)) {
      const breaking = node.name === 'br' || BREAKING.has(node.name)
      if (breaking) parts.push('\n')
      for (const child of node.children) collect(child)
      if (breaking && node.name !== 'br') parts.push('\n')
    }
  }
  const frames = tablesIn(cell).filter(isFrame)
  for (const child of cell.children) collect(child)
  // A frame of one cell around a figure is no table.
  for (const frame of frames) for (const child of frame.children) collect(child)
  return parts
    .join('')
    .replace(/[\u00A0\u3000]/g, ' ')
    .trim()
}

/** What a form field shows on the page. */
function filledIn({ attribs }: MarkupElement): string {
  const isShown = ['', 'text', 'number'].includes(attribs.type ?? '')
  return isShown ? ` ${attribs.value ?? ''} ` : ''
}

function isFrame(table: MarkupElement): boolean {
  const [row, second] = rowsOf(table)
  return row !== undefined && second === undefined && cellsOf(row).length === 1
}

/** The outermost tables inside a node. */
function tablesIn(node: MarkupElement): readonly MarkupElement[] {
  return elementsIn(node, 'table')
}

/** The outermost elements of a name inside a node. */
function elementsIn(node: MarkupElement, name: string): MarkupElement[] {
  const found: MarkupElement[] = []
  for (const child of node.children) {
    if (child.type !== 'tag') continue
    if (child.name === name) found.push(child)
    else if (child.children.length > 0) found.push(...elementsIn(child, name))
  }
  return found
}

function spanOf(text: string | undefined): number {
  const span = Number.parseInt(text ?? '1', 10)
  return Number.isFinite(span) && span >= 0 ? Math.min(span, 100) : 1
}

function isHidden(node: MarkupElement): boolean {
  if (node.attribs.hidden !== undefined) return true
  if (node.attribs.style === undefined) return false
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(node.attribs.style)
}
