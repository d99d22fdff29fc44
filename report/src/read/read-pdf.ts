import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { glue } from '../locate/paragraphs.ts'
import { isPageMark, type Line } from './lines.ts'
import { tablesOfPage } from './pdf-grid.ts'
import { rulesOf } from './pdf-rules.ts'
import { linesOfPage, type PageLine, type PageText, withoutCutFigures } from './pdf-text.ts'
import { isUpright, type Matrix, turned, turnOf } from './pdf-turn.ts'
import { withoutRadicals } from './radicals.ts'
import { blocksOfPieces } from './read-html.ts'
import type { GridBlock, ImageBlock, Source } from './source.ts'
import { UnreadableFile } from './unreadable-file.ts'

type Piece = Line | GridBlock | ImageBlock
type PlacedLine = PageLine & Readonly<{ page: number }>

const MOST_PAGES = 300
/** Fewer characters than this on the average page: the pages are pictures. */
const SCANNED = 30

/** PDF 文件 with a text layer: lines by their place on the page, tables by their ruling lines. */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  const document = await open(bytes)
  try {
    if (document.numPages > MOST_PAGES)
      throw new UnreadableFile(`文件有${document.numPages}页，不像是年度报告，没有读取`)
    return await readPages(document)
  } finally {
    await document.loadingTask.destroy()
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // With the handler in place pdf.js works in this thread and loads no second file; the whole reader runs in a worker.
  Object.assign(globalThis, { pdfjsWorker: pdfWorker })
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  try {
    return await getDocument({
      // pdf.js takes the buffer over, so it gets a copy.
      data: new Uint8Array(bytes),
      cMapUrl: `${join(assets, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(assets, 'standard_fonts')}/`,
      useSystemFonts: false,
      verbosity: 0,
    }).promise
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') throw new UnreadableFile('文件设有密码，请去掉密码后再提供')
    throw new UnreadableFile('PDF 文件已损坏或没有传完整，请重新取得文件后再试', { cause: error })
  }
}

async function readPages(document: PDFDocumentProxy): Promise<Source> {
  const pieces: (PlacedLine | GridBlock | ImageBlock)[] = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    const items = content.items.filter((item) => 'str' in item).filter((item) => item.str.trim() !== '')
    const turn = turnOf(items)
    const { left, right } = edgesOf(page.view, turn)
    const texts = withoutCutFigures(
      items.filter((item) => isUpright(item.transform, turn)).map((item) => pageText(item, turn)),
      left,
      right,
    )
    const length = texts.reduce((sum, text) => sum + text.text.length, 0)
    characters += length
    if (length < SCANNED) pieces.push({ kind: 'image', text: '', where: `第${number}页` })
    const operators = await page.getOperatorList()
    const tables = tablesOfPage(rulesOf(operators.fnArray, operators.argsArray, turn), texts, number)
    const free = texts.filter((text) => !tables.some((table) => table.texts.has(text)))
    const lines = linesOfPage(free).filter((line) => !isPageMark(line.text))
    let next = 0
    for (const table of tables) {
      while (next < lines.length && (lines[next] as PageLine).y > table.top)
        pieces.push(placed(lines[next++], number))
      pieces.push(table.grid)
    }
    while (next < lines.length) pieces.push(placed(lines[next++], number))
    page.cleanup()
  }
  if (characters < SCANNED) {
    return {
      ...EMPTY,
      unread: [{ what: '全部内容', why: '这份 PDF 是扫描的图片，没有文字，不能读成数字' }],
      blocks: pieces.filter((piece) => 'kind' in piece),
    }
  }
  const title = await titleOf(document)
  return {
    ...EMPTY,
    ...(title === '' ? {} : { title }),
    blocks: blocksOfPieces(joinParagraphs(pieces)),
  }
}

const EMPTY: Source = { kind: 'pdf', blocks: [], truncated: false, wrapped: false, unread: [] }

/** Lines that fill the page width run on into the next line unless that one is indented. */
function joinParagraphs(pieces: readonly (PlacedLine | GridBlock | ImageBlock)[]): readonly Piece[] {
  const lines = pieces.filter((piece): piece is PlacedLine => !('kind' in piece))
  const long = lines.filter((line) => line.text.length >= 15 && !line.text.includes('\t'))
  const right = percentile(
    long.map((line) => line.right),
    0.9,
  )
  const left = percentile(
    long.map((line) => line.x),
    0.1,
  )
  const joined: Piece[] = []
  let before: PlacedLine | null = null
  for (const piece of pieces) {
    if ('kind' in piece) {
      joined.push(piece)
      before = null
      continue
    }
    const last = joined.at(-1)
    const isFull =
      before !== null &&
      before.fields === undefined &&
      before.text.length >= 15 &&
      before.right > right - 2.2 * before.height
    const begins =
      piece.fields !== undefined || piece.x > left + 1.2 * piece.height || isNumbered(before, piece)
    if (
      before !== null &&
      last !== undefined &&
      !('kind' in last) &&
      isFull &&
      isSameSize(before, piece) &&
      !begins &&
      !piece.text.includes('\t')
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + glue(last.text, piece.text) + piece.text }
    } else {
      joined.push({
        text: piece.text,
        where: `第${piece.page}页`,
        ...(piece.fields === undefined ? {} : { fields: piece.fields }),
      })
    }
    before = piece
  }
  return joined
}

/** A title in large type does not run on from the line of small type above it. */
function isSameSize(a: PlacedLine, b: PlacedLine): boolean {
  return Math.abs(a.height - b.height) <= 0.25 * Math.max(a.height, b.height)
}

/** `一、` or `（二）` behind a finished sentence begins anew, indented or not. */
function isNumbered(before: PlacedLine | null, line: PlacedLine): boolean {
  if (!/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/.test(line.text)) return false
  return before === null || /[。！？：；]$/.test(before.text)
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

async function titleOf(document: PDFDocumentProxy): Promise<string> {
  const { info } = await document.getMetadata()
  const title = (info as Readonly<{ Title?: unknown }>).Title
  return typeof title === 'string' ? title.trim() : ''
}

function pageText(
  item: Readonly<{ str: string; transform: readonly number[]; width: number; height: number }>,
  turn: Matrix,
): PageText {
  const [, , c = 0, d = 0, e = 0, f = 0] = item.transform
  const height = item.height || Math.hypot(c, d) || 10
  return { text: withoutRadicals(item.str), ...turned(turn, e, f), width: item.width, height }
}

function edgesOf(view: readonly number[], turn: Matrix): Readonly<{ left: number; right: number }> {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view
  const xs = [turned(turn, x0, y0).x, turned(turn, x1, y1).x]
  return { left: Math.min(...xs), right: Math.max(...xs) }
}

function placed(line: PageLine | undefined, page: number): PlacedLine {
  return { text: '', x: 0, right: 0, y: 0, height: 10, ...line, page }
}
