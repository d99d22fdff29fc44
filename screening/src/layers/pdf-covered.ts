import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Matrix = readonly [number, number, number, number, number, number]
type Box = Readonly<{ left: number; right: number; bottom: number; top: number }>
type Written = Box & Readonly<{ text: string; order: number; white: boolean; invisible: boolean }>
type Painted = Box & Readonly<{ order: number; white: boolean; picture: boolean }>

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
])
/** Annotations that people draw as boxes over what they mean to hide. */
const BOXES = ['Square', 'Redact', 'Stamp', 'Polygon', 'FreeText']
/** A highlighter is thinner than this and hides nothing. */
const OPAQUE = 0.9

/**
 * 遮盖下面的文字: what is written and then painted over by a filled box, a picture or a box annotation; and what is
 * written in white on nothing, or in the invisible mode without a scanned page behind it; and what is written beyond
 * the edges of the page. Told from the order of the
 * page's own commands, so that missing fonts do not matter.
 */
export async function coveredTexts(
  page: PDFPageProxy,
): Promise<Readonly<{ covered: string; unseen: string; outside: string }>> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const { written, painted } = trace(fnArray, argsArray as readonly unknown[])
  for (const annotation of await page.getAnnotations()) {
    const [left, bottom, right, top] = annotation.rect as [number, number, number, number]
    const isFilled =
      annotation.subtype === 'Redact' || annotation.backgroundColor != null || annotation.hasAppearance
    if (!BOXES.includes(annotation.subtype) || !isFilled) continue
    painted.push({ left, bottom, right, top, order: Number.POSITIVE_INFINITY, white: false, picture: false })
  }
  const covered = written.filter((text) => painted.some((box) => box.order > text.order && covers(box, text)))
  const unseen = written.filter(
    (text) =>
      !covered.includes(text) &&
      (text.white || text.invisible) &&
      !painted.some((box) => box.order < text.order && (box.picture || !box.white) && covers(box, text)),
  )
  const join = (texts: readonly Written[]) =>
    texts
      .map(({ text }) => text)
      .join('')
      .trim()
  const outside = written.filter((text) => !covered.includes(text) && isOutside(text, page.view))
  const seenNowhere = unseen.filter((text) => !outside.includes(text))
  return { covered: join(covered), unseen: join(seenNowhere), outside: join(outside) }
}

function isOutside({ left, right, bottom, top }: Box, view: readonly number[]): boolean {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view
  return right <= x0 || left >= x1 || top <= y0 || bottom >= y1
}

/** The middle of the text lies under the box, and the box is as high as the letters. */
function covers(box: Box, text: Box): boolean {
  const width = text.right - text.left
  const height = text.top - text.bottom
  return (
    box.left <= text.left + width * 0.35 &&
    box.right >= text.right - width * 0.35 &&
    box.bottom <= text.bottom + height * 0.45 &&
    box.top >= text.top - height * 0.45
  )
}

type State = {
  matrix: Matrix
  white: boolean
  alpha: number
  blended: boolean
  size: number
  spacing: number
  words: number
  scale: number
  leading: number
  rise: number
  mode: number
}

function trace(fnArray: readonly number[], argsArray: readonly unknown[]) {
  const written: Written[] = []
  const painted: Painted[] = []
  const stack: State[] = []
  let state: State = {
    matrix: IDENTITY,
    white: false,
    alpha: 1,
    blended: false,
    size: 1,
    spacing: 0,
    words: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  }
  let line: Matrix = IDENTITY
  let at = 0
  const paint = (box: Box, picture: boolean, order: number) => {
    if (state.alpha < OPAQUE || state.blended) return
    if (box.right - box.left < 2 || box.top - box.bottom < 2) return
    painted.push({ ...box, order, white: state.white && !picture, picture })
  }

  for (const [order, fn] of fnArray.entries()) {
    const args = (argsArray[order] ?? []) as readonly unknown[]
    if (fn === OPS.save) stack.push({ ...state })
    else if (fn === OPS.restore) state = stack.pop() ?? state
    else if (fn === OPS.transform) state.matrix = multiply(state.matrix, args as unknown as Matrix)
    else if (fn === OPS.paintFormXObjectBegin) {
      stack.push({ ...state })
      const inner = args[0]
      if (Array.isArray(inner) && inner.length === 6)
        state.matrix = multiply(state.matrix, inner as unknown as Matrix)
    } else if (fn === OPS.paintFormXObjectEnd) state = stack.pop() ?? state
    else if (fn === OPS.setGState) graphicsState(state, args)
    else if (fn === OPS.setFillRGBColor) state.white = isWhite(args)
    else if (fn === OPS.setFillColorN || fn === OPS.shadingFill) state.white = false
    else if (fn === OPS.constructPath) {
      const [kind, , bounds] = args as [number, unknown, ArrayLike<number> | null]
      if (FILLS.has(kind) && bounds != null) paint(boxOf(state.matrix, Array.from(bounds)), false, order)
    } else if (PICTURES.has(fn)) paint(boxOf(state.matrix, [0, 0, 1, 1]), true, order)
    else if (fn === OPS.beginText) {
      line = IDENTITY
      at = 0
    } else if (fn === OPS.setFont) state.size = Number(args[1])
    else if (fn === OPS.setCharSpacing) state.spacing = Number(args[0])
    else if (fn === OPS.setWordSpacing) state.words = Number(args[0])
    else if (fn === OPS.setHScale) state.scale = Number(args[0]) / 100
    else if (fn === OPS.setLeading) state.leading = -Number(args[0])
    else if (fn === OPS.setTextRise) state.rise = Number(args[0])
    else if (fn === OPS.setTextRenderingMode) state.mode = Number(args[0])
    else if (fn === OPS.setTextMatrix) {
      line = (Array.isArray(args[0]) || ArrayBuffer.isView(args[0]) ? args[0] : args) as unknown as Matrix
      at = 0
    } else if (fn === OPS.moveText || fn === OPS.setLeadingMoveText) {
      if (fn === OPS.setLeadingMoveText) state.leading = Number(args[1])
      line = multiply(line, [1, 0, 0, 1, Number(args[0]), Number(args[1])])
      at = 0
    } else if (fn === OPS.nextLine) {
      line = multiply(line, [1, 0, 0, 1, 0, state.leading])
      at = 0
    } else if (fn === OPS.showText || fn === OPS.showSpacedText) {
      const { text, width } = measured(args[0] as readonly unknown[], state)
      const place = multiply(state.matrix, line)
      const box = boxOf(place, [
        at,
        state.rise - state.size * 0.15,
        at + width,
        state.rise + state.size * 0.8,
      ])
      at += width
      if (text.trim() !== '')
        written.push({
          ...box,
          text,
          order,
          white: state.white && state.mode !== 3,
          invisible: state.mode === 3,
        })
    }
  }
  return { written, painted }
}

function graphicsState(state: State, args: readonly unknown[]): void {
  for (const [key, value] of (args[0] ?? []) as readonly (readonly [string, unknown])[]) {
    if (key === 'ca') state.alpha = Number(value)
    if (key === 'BM') state.blended = value !== 'source-over' && value !== 'Normal'
    if (key === 'Font' && Array.isArray(value)) state.size = Number(value[1])
  }
}

function isWhite(args: readonly unknown[]): boolean {
  const [first] = args
  if (typeof first === 'string') return /^#f[a-f5-9]f[a-f5-9]f[a-f5-9]$/i.test(first)
  return args.length >= 3 && args.slice(0, 3).every((part) => Number(part) >= 245)
}

function measured(glyphs: readonly unknown[], { size, spacing, words, scale }: State) {
  let text = ''
  let width = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') width -= (glyph / 1000) * size * scale
    else if (glyph !== null && typeof glyph === 'object') {
      const {
        unicode = '',
        width: advance = 0,
        isSpace = false,
      } = glyph as { unicode?: string; width?: number; isSpace?: boolean }
      text += unicode
      width += ((advance / 1000) * size + spacing + (isSpace ? words : 0)) * scale
    }
  }
  return { text, width }
}

function boxOf(matrix: Matrix, [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): Box {
  const points = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ].map(([x = 0, y = 0]) => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ])
  const xs = points.map(([x = 0]) => x)
  const ys = points.map(([, y = 0]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
}

function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
