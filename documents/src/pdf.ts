import { plainDateText } from '@mingfu/law'
import { DocumentError } from './document-error.ts'
import { type FontOptions, fontDirectories, missingGlyphs, TYPE_FACES } from './fonts.ts'
import type { Block, Cell, OfficialDocument } from './model.ts'
import { pictureWords, printedSize } from './picture-size.ts'
import { mastheadSize, redHeadSize } from './red-head.ts'
import { signatureLines } from './signature-lines.ts'
import { printableDeep } from './text.ts'
import { titleLines } from './title-lines.ts'
import { drawInWorker } from './typst-pool.ts'

export type PdfOptions = FontOptions &
  Readonly<{
    /** A character no font has: refuse the document (a name must not be printed wrong), or print 〓 for it. */
    missing?: 'refuse' | 'mark'
  }>

/** The document as PDF/A-2, tagged, in the page design of GB/T 9704. */
export async function renderPdf(document: OfficialDocument, options: PdfOptions = {}): Promise<Uint8Array> {
  const pictures: Uint8Array[] = []
  const laidOut = JSON.stringify(layOut(printableDeep(document), pictures))
  const fonts = fontDirectories(options)
  return drawInWorker(
    { document: withGlyphs(laidOut, options), pictures },
    { fontDirectories: fonts, faces: TYPE_FACES },
  )
}

function withGlyphs(text: string, options: PdfOptions): string {
  const missing = missingGlyphs(text, options)
  if (missing.length === 0) return text
  if (options.missing === 'mark') return text.replaceAll(new RegExp(`[${missing.join('')}]`, 'gu'), '〓')
  const list = missing.map((character) => `${character}（${codeOf(character)}）`).join('、')
  throw new DocumentError('missing-glyphs', `字体中没有这些字：${list}，请在字体目录中放入含有这些字的字体`)
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** What the template does not work out itself: lines of the title, sizes, places of the signature; pictures go beside it. */
function layOut(document: OfficialDocument, pictures: Uint8Array[]) {
  return {
    ...document,
    issuer: document.issuer ?? '',
    writtenOn: document.writtenOn ?? document.blocks.find((block) => block.kind === 'signature')?.on ?? null,
    titleLines: titleLines(document.title),
    issuerSize: (document.layout === 'bulletin' ? mastheadSize : redHeadSize)(document.issuer ?? ''),
    masthead: mastheadOf(document),
    blocks: document.blocks.map((block) => layOutBlock(block, pictures)),
  }
}

function mastheadOf({ masthead }: OfficialDocument) {
  if (masthead === undefined) return null
  const { issue, editor, on, mark } = masthead
  return { issue, editor, mark, on: on === null ? '' : plainDateText(on) }
}

function layOutBlock(block: Block, pictures: Uint8Array[]) {
  if (block.kind === 'picture') {
    const number = pictures.push(block.bytes) - 1
    return { kind: 'picture', number, alt: block.alt, words: pictureWords(block.alt), ...printedSize(block) }
  }
  if (block.kind === 'signature') return { kind: 'signature', lines: signatureLines(block) }
  if (block.kind === 'heading') return { ...block, align: block.align ?? 'start' }
  if (block.kind !== 'table') return block
  return { ...block, rows: block.rows.map((row) => row.map(alignedCell)) }
}

function alignedCell(cell: Cell): Cell {
  return { ...cell, align: cell.align ?? (cell.header === undefined ? 'start' : 'center') }
}
