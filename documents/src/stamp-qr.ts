import { PDFDocument, rgb } from '@cantoo/pdf-lib'

export type QrStamp = Readonly<{
  /** Rows of the code, `true` for a dark square, with its quiet border. */
  squares: readonly (readonly boolean[])[]
  /** Width and height of the code in millimetres. */
  millimetres: number
}>

const POINTS = 72 / 25.4
/** From the edges of the sheet, in millimetres; within the lower margin, for the page number of a first page is at the right. */
const FROM_LEFT = 28
const FROM_BOTTOM = 9

/** 二维码: drawn as squares at the lower left of the first page of one of our own PDFs. */
export async function stampQr(bytes: Uint8Array, { squares, millimetres }: QrStamp): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const page = document.getPage(0)
  const size = (millimetres * POINTS) / squares.length
  const left = FROM_LEFT * POINTS
  const top = (FROM_BOTTOM + millimetres) * POINTS
  for (const [row, line] of squares.entries()) {
    let column = 0
    while (column < line.length) {
      if (!line[column]) {
        column += 1
        continue
      }
      const from = column
      while (line[column]) column += 1
      page.drawRectangle({
        x: left + from * size,
        y: top - (row + 1) * size,
        width: (column - from) * size,
        height: size,
        color: rgb(0, 0, 0),
      })
    }
  }
  return document.save()
}
