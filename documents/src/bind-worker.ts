// The inside of `bindPdf`: opens files that came from anywhere, so it runs apart, with a limit on memory and time.
import { parentPort, workerData } from 'node:worker_threads'
import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib'

export type Sheet = Readonly<{ bytes: Uint8Array; kind: 'pdf' | 'jpg' | 'png'; numbered: boolean }>

export type Bound = Readonly<{
  pdf: Uint8Array
  /** How many pages each sheet gave; `null` where it could not be opened. */
  pages: readonly (number | null)[]
}>

const A4 = { width: 595.28, height: 841.89 }
const MARGIN = 42
const STAMP = { size: 11, edge: 24 }

const { sheets, title } = workerData as { sheets: readonly Sheet[]; title: string }
parentPort?.postMessage(await bind(sheets))

async function bind(parts: readonly Sheet[]): Promise<Bound> {
  const bound = await PDFDocument.create()
  bound.setTitle(title, { showInWindowTitleBar: true })
  bound.setProducer('Mingfu')
  const font = await bound.embedFont(StandardFonts.Helvetica)
  const pages: (number | null)[] = []
  let number = 0
  for (const part of parts) {
    const added = await addPages(bound, part)
    pages.push(added?.length ?? null)
    for (const page of added ?? []) {
      if (!part.numbered) continue
      number += 1
      stamp(page, font, String(number))
    }
  }
  return { pdf: await bound.save(), pages }
}

async function addPages(bound: PDFDocument, { bytes, kind }: Sheet): Promise<PDFPage[] | null> {
  try {
    if (kind === 'pdf') {
      const source = await PDFDocument.load(bytes, { updateMetadata: false })
      const copied = await bound.copyPages(source, source.getPageIndices())
      return copied.length === 0 ? null : copied.map((page) => bound.addPage(page))
    }
    const picture = kind === 'jpg' ? await bound.embedJpg(bytes) : await bound.embedPng(bytes)
    const page = bound.addPage([A4.width, A4.height])
    const { width, height } = picture.scaleToFit(A4.width - 2 * MARGIN, A4.height - 2 * MARGIN)
    page.drawImage(picture, { x: (A4.width - width) / 2, y: (A4.height - height) / 2, width, height })
    return [page]
  } catch {
    return null
  }
}

/** The page's number in the upper right corner as one reads it, whichever way the page is turned. */
function stamp(page: PDFPage, font: PDFFont, text: string): void {
  const { x: left, y: bottom, width, height } = page.getCropBox()
  const [right, top] = [left + width, bottom + height]
  const long = font.widthOfTextAtSize(text, STAMP.size) + STAMP.edge
  const turn = ((page.getRotation().angle % 360) + 360) % 360
  const corner = {
    0: { x: right - long, y: top - STAMP.edge },
    90: { x: left + STAMP.edge, y: top - long },
    180: { x: left + long, y: bottom + STAMP.edge },
    270: { x: right - STAMP.edge, y: bottom + long },
  }[turn]
  if (corner !== undefined) page.drawText(text, { ...corner, size: STAMP.size, font, rotate: degrees(turn) })
}
