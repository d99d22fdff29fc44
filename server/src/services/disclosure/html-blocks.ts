import { type Block, type Cell, type Picture, pictureWords } from '@mingfu/documents'

type Element = Readonly<{ tag: string; attributes: Readonly<Record<string, string>>; children: Node[] }>
type Node = Element | string

const EMPTY = new Set(['br', 'hr', 'img', 'col'])
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z]+="[^"]*")*)\s*\/?>|[^<]+/g
const ATTRIBUTE = /([a-z]+)="([^"]*)"/g
const HEADINGS: Readonly<Record<string, 1 | 2 | 3>> = { h2: 1, h3: 2, h4: 3 }
const BLOCKS = new Set(['p', 'ul', 'ol', 'table', 'blockquote', 'pre', 'hr', ...Object.keys(HEADINGS)])

/** The pictures of a text by the address it gives for them; the words for them stand in the text. */
export type PicturesOfText = ReadonlyMap<string, Omit<Picture, 'kind' | 'alt'>>

/**
 * A document's clean HTML as blocks, for Word and PDF. It reads what the sanitizer writes and nothing else. A picture
 * that is not among these gives way to its words; one in a heading, a list or a table does so too, and follows it.
 */
export function htmlBlocks(html: string, pictures: PicturesOfText = new Map()): readonly Block[] {
  return blocksOf(parse(html).children, pictures)
}

function parse(html: string): Element {
  const root: Element = { tag: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  for (const [token, closing, tag, attributes = ''] of html.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root
    if (tag === undefined) parent.children.push(decode(token))
    else if (closing) {
      const from = open.findLastIndex((element) => element.tag === tag)
      if (from > 0) open.length = from
    } else {
      const element: Element = { tag, attributes: attributesOf(attributes), children: [] }
      parent.children.push(element)
      if (!EMPTY.has(tag)) open.push(element)
    }
  }
  return root
}

/** Runs of text between blocks are paragraphs of their own. */
function blocksOf(nodes: readonly Node[], pictures: PicturesOfText): readonly Block[] {
  const blocks: Block[] = []
  let run: Node[] = []
  const endRun = () => {
    blocks.push(...paragraphsAndPictures(run, pictures))
    run = []
  }
  for (const node of nodes) {
    if (typeof node !== 'string' && BLOCKS.has(node.tag)) {
      endRun()
      blocks.push(...blockOf(node, pictures))
    } else run.push(node)
  }
  endRun()
  return blocks
}

function blockOf(element: Element, pictures: PicturesOfText): readonly Block[] {
  const { tag, children } = element
  const level = HEADINGS[tag]
  const after = () => picturesIn(children, pictures)
  if (level !== undefined) return [{ kind: 'heading', level, text: textOf(children) }, ...after()]
  if (tag === 'table') return [...tableOf(element), ...after()]
  if (tag === 'ul' || tag === 'ol') {
    const items = children.flatMap((node) =>
      typeof node !== 'string' && node.tag === 'li' ? [textOf(node.children)] : [],
    )
    return items.length === 0 ? [] : [{ kind: 'list', ordered: tag === 'ol', items }, ...after()]
  }
  return tag === 'hr' ? [] : blocksOf(children, pictures)
}

/** A picture within a line parts it: what stands before it, the picture, what stands after it. */
function paragraphsAndPictures(nodes: readonly Node[], pictures: PicturesOfText): readonly Block[] {
  const blocks: Block[] = []
  let run: Node[] = []
  for (const node of nodes.flatMap((each) => lifted(each, pictures))) {
    const picture = pictureOf(node, pictures)
    if (picture === undefined) run.push(node)
    else {
      blocks.push(...paragraphs(run), picture)
      run = []
    }
  }
  return [...blocks, ...paragraphs(run)]
}

/** A mark around a picture, which Word and PDF drop anyhow, is taken off so that the picture can stand by itself. */
function lifted(node: Node, pictures: PicturesOfText): readonly Node[] {
  if (typeof node === 'string' || picturesIn(node.children, pictures).length === 0) return [node]
  return node.children.flatMap((each) => lifted(each, pictures))
}

function picturesIn(nodes: readonly Node[], pictures: PicturesOfText): readonly Picture[] {
  return nodes.flatMap((node) => {
    const picture = pictureOf(node, pictures)
    if (picture !== undefined) return [picture]
    return typeof node === 'string' ? [] : picturesIn(node.children, pictures)
  })
}

function pictureOf(node: Node, pictures: PicturesOfText): Picture | undefined {
  if (typeof node === 'string' || node.tag !== 'img') return undefined
  const found = pictures.get(node.attributes.src ?? '')
  return found && { kind: 'picture', ...found, alt: node.attributes.alt ?? '' }
}

function paragraphs(nodes: readonly Node[]): readonly Block[] {
  return textOf(nodes, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line.trim() }))
}

function tableOf(table: Element): readonly Block[] {
  const rows = elementsIn(table, 'tr').map((row) => row.children.flatMap(cellOf))
  const width = Math.max(0, ...rows.map((row) => row.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0)))
  if (width === 0) return []
  const [caption] = elementsIn(table, 'caption')
  const headerRows = rows.findIndex((row) => row.some(({ header }) => header !== 'column'))
  return [
    {
      kind: 'table',
      caption: caption === undefined ? '表格' : textOf(caption.children),
      captionShown: caption !== undefined,
      columns: Array.from({ length: width }, () => 1),
      headerRows: Math.max(headerRows, 0),
      size: 'body',
      rows,
    },
  ]
}

function cellOf(node: Node): Cell[] {
  if (typeof node === 'string' || (node.tag !== 'td' && node.tag !== 'th')) return []
  const { attributes, children, tag } = node
  const colSpan = spanOf(attributes.colspan)
  const rowSpan = spanOf(attributes.rowspan)
  return [
    {
      text: textOf(children),
      ...(colSpan > 1 ? { colSpan } : {}),
      ...(rowSpan > 1 ? { rowSpan } : {}),
      ...(tag === 'th' ? { header: attributes.scope === 'row' ? 'row' : 'column' } : {}),
    },
  ]
}

function spanOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : 1
}

function elementsIn(element: Element, tag: string): readonly Element[] {
  return element.children.flatMap((node) => {
    if (typeof node === 'string') return []
    if (node.tag === tag) return [node]
    return node.tag === 'table' ? [] : elementsIn(node, tag)
  })
}

function textOf(nodes: readonly Node[], lineBreak = ' '): string {
  const text = nodes.map((node) => {
    if (typeof node === 'string') return node.replace(/\s+/g, ' ')
    if (node.tag === 'br') return lineBreak
    if (node.tag === 'small') return `〔注：${textOf(node.children)}〕`
    if (node.tag === 'img') return pictureWords(node.attributes.alt ?? '见网页')
    return textOf(node.children, lineBreak) + (BLOCKS.has(node.tag) || node.tag === 'li' ? lineBreak : '')
  })
  return text.join('').trim()
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, decode(value ?? '')]),
  )
}

function decode(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
