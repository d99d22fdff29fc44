import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of text of a page, and where a reader sees it: in points from the top left corner. */
export type TextItem = Readonly<{
  text: string
  endsLine: boolean
  left: number
  right: number
  top: number
  bottom: number
}>

/** The text layer of a page in the order in which it was written. */
export async function textItems(page: PDFPageProxy): Promise<readonly TextItem[]> {
  const viewport = page.getViewport({ scale: 1 })
  const toPage = viewport.convertToViewportPoint.bind(viewport)
  const { items } = await page.getTextContent()
  return items.flatMap((item) =>
    'str' in item ? [{ text: item.str, endsLine: item.hasEOL, ...boxOf(item, toPage) }] : [],
  )
}

type Placed = Readonly<{ transform: readonly number[]; width: number; height: number }>

function boxOf({ transform, width, height }: Placed, toPage: (x: number, y: number) => number[]) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const along = Math.hypot(a, b) || 1
  const up = Math.hypot(c, d) || 1
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ].map(([right = 0, above = 0]) =>
    toPage(e + (a / along) * right + (c / up) * above, f + (b / along) * right + (d / up) * above),
  )
  const xs = corners.map(([x = 0]) => x)
  const ys = corners.map(([, y = 0]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}
