import { PDFDocument, type PDFImage, PDFName } from '@cantoo/pdf-lib'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { cleanPdf } from './clean-pdf.ts'
import { type RedactedPdf, RedactionFault, type RedactionMark } from './mark.ts'
import { drawPage, openPdf, textsUnder } from './pdf-pages.ts'
import { proveClean } from './prove-clean.ts'
import { proveRedaction } from './prove-redaction.ts'

/** Sharp enough for small type on paper and on a screen. */
export const DOTS_PER_INCH = 200
const JPEG_QUALITY = 88

/**
 * 遮盖: a new PDF made of pictures of the pages with the boxes painted over. Nothing of the original's objects is
 * taken along: no text layer, data of the file, annotation, attachment, layer or earlier revision. The new file is
 * opened again and searched before it is handed over. Without boxes the pages keep their text where that is safe.
 */
export async function burnRedactions(
  original: Uint8Array,
  marks: readonly RedactionMark[],
): Promise<RedactedPdf> {
  const document = await openPdf(original)
  try {
    checkMarks(marks, document.numPages)
    if (marks.length === 0) return await cleaned(original, document)
    const { pdf, removed } = await rebuilt(document, marks)
    return { pdf, proof: await proveRedaction(pdf, { pages: document.numPages, marks, removed }) }
  } finally {
    await document.loadingTask.destroy()
  }
}

/** 净化: without a box the text stays where that is safe, and the proof says which of the two was done. */
async function cleaned(original: Uint8Array, document: PDFDocumentProxy): Promise<RedactedPdf> {
  const clean = await cleanPdf(original, document)
  if ('pdf' in clean) return { pdf: clean.pdf, proof: await proveClean(clean.pdf, document) }
  const { pdf } = await rebuilt(document, [])
  const proof = await proveRedaction(pdf, { pages: document.numPages, marks: [], removed: [] })
  return { pdf, proof: { ...proof, checks: [`没有遮盖框；因${clean.why}，不保留文字层`, ...proof.checks] } }
}

function checkMarks(marks: readonly RedactionMark[], pages: number): void {
  for (const { page, x, y, width, height } of marks) {
    const inside = x >= 0 && y >= 0 && x + width <= 1.000_001 && y + height <= 1.000_001
    if (!Number.isInteger(page) || page < 1 || page > pages || !inside || width <= 0 || height <= 0)
      throw new RedactionFault('有的遮盖框不在页面之内，请删除后重新标注')
  }
}

async function rebuilt(document: PDFDocumentProxy, marks: readonly RedactionMark[]) {
  const made = await PDFDocument.create({ updateMetadata: false })
  const removed: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const mine = marks.filter((mark) => mark.page === number)
    removed.push(...(await textsUnder(page, mine)))
    const canvas = await drawPage(page, DOTS_PER_INCH)
    const context = canvas.getContext('2d')
    context.fillStyle = '#000'
    for (const mark of mine) {
      const { left, top, right, bottom } = pointsOf(mark, canvas)
      context.fillRect(left, top, right - left, bottom - top)
    }
    const image = await made.embedJpg(new Uint8Array(await canvas.encode('jpeg', JPEG_QUALITY)))
    addPage(made, image, page.getViewport({ scale: 1 }))
    page.cleanup()
  }
  // The library writes nothing of its own into the file's data when there is no place for it.
  delete made.context.trailerInfo.Info
  return { pdf: await made.save({ useObjectStreams: false, addDefaultPage: false }), removed }
}

function addPage(made: PDFDocument, image: PDFImage, { width, height }: { width: number; height: number }) {
  const page = made.addPage([width, height])
  page.drawImage(image, { x: 0, y: 0, width, height })
  // The library gives every page an empty list of annotations.
  page.node.delete(PDFName.of('Annots'))
}

/** The box in points of the picture, outwards to whole ones. */
export function pointsOf(
  { x, y, width, height }: RedactionMark,
  picture: Readonly<{ width: number; height: number }>,
) {
  return {
    left: Math.max(0, Math.floor(x * picture.width)),
    top: Math.max(0, Math.floor(y * picture.height)),
    right: Math.min(picture.width, Math.ceil((x + width) * picture.width)),
    bottom: Math.min(picture.height, Math.ceil((y + height) * picture.height)),
  }
}
