import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { type PageSize, RedactionFault, type RedactionMark } from './mark.ts'
import { textItems } from './text-items.ts'

export const MOST_PAGES = 500
/** A page larger than this many picture points is drawn smaller: a poster must not fill the memory. */
const MOST_POINTS = 40_000_000

/** Opens a PDF for drawing; nothing in it is run, and only the fonts handed over stand in for ones that it lacks. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // With the handler in place pdf.js works in this thread and loads no second file.
  Object.assign(globalThis, { pdfjsWorker: pdfWorker })
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  let document: PDFDocumentProxy
  try {
    document = await getDocument({
      // pdf.js takes the buffer over, so it gets a copy.
      data: new Uint8Array(bytes),
      cMapUrl: `${join(assets, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(assets, 'standard_fonts')}/`,
      wasmUrl: `${join(assets, 'wasm')}/`,
      useSystemFonts: true,
      verbosity: 0,
    }).promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new RedactionFault('文件设有密码，请去掉密码后再上传')
    throw new RedactionFault('PDF 文件已损坏或没有传完整，请重新取得文件后再试', { cause: error })
  }
  if (document.numPages <= MOST_PAGES) return document
  const { numPages } = document
  await document.loadingTask.destroy()
  throw new RedactionFault(`文件有${numPages}页，超过${MOST_PAGES}页，请分成几个文件后再处理`)
}

/** Fonts that stand in for those a PDF names and does not carry. */
export function useFonts(directories: readonly string[]): void {
  for (const directory of directories) GlobalFonts.loadFontsFromDir(directory)
}

export async function pageSizes(document: PDFDocumentProxy): Promise<readonly PageSize[]> {
  const sizes: PageSize[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
    sizes.push({ width, height })
  }
  return sizes
}

/** The page as everybody sees it: turned upright, with stamps and filled-in fields, on white. */
export async function drawPage(page: PDFPageProxy, dotsPerInch: number): Promise<Canvas> {
  const natural = page.getViewport({ scale: 1 })
  const wanted = dotsPerInch / 72
  const points = natural.width * natural.height * wanted * wanted
  const scale = points > MOST_POINTS ? wanted * Math.sqrt(MOST_POINTS / points) : wanted
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  // pdf.js draws on the surface that a browser would give it; this one has the same methods.
  const surface = { canvas, canvasContext: context } as unknown as { canvas: HTMLCanvasElement }
  await page.render({ ...surface, viewport }).promise
  return canvas
}

/** The pieces of text of a page of which some part lies under a box. */
export async function textsUnder(
  page: PDFPageProxy,
  marks: readonly RedactionMark[],
): Promise<readonly string[]> {
  if (marks.length === 0) return []
  const viewport = page.getViewport({ scale: 1 })
  return (await textItems(page)).flatMap(({ text, left, right, top, bottom }) => {
    if (text.trim() === '') return []
    const isUnder = marks.some(
      ({ x, y, width, height }) =>
        left < (x + width) * viewport.width &&
        right > x * viewport.width &&
        top < (y + height) * viewport.height &&
        bottom > y * viewport.height,
    )
    return isUnder ? [text.trim()] : []
  })
}
