import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Matrix, turned } from './pdf-turn.ts'

/** A straight ruling line of a page, level or upright; `at` is its y or x, `from` and `to` its extent. */
export type Rule = Readonly<{ at: number; from: number; to: number }>
export type Rules = Readonly<{ level: readonly Rule[]; upright: readonly Rule[] }>

type Point = Readonly<{ x: number; y: number }>

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

/** How many numbers follow each drawing command: move, line, curve, quadratic curve, close. */
const OPERANDS = [2, 2, 6, 4, 0] as const
const MOVE = 0
const CLOSE = 4
/** A filled box thinner than this is a line. */
const THIN = 3
/** Lines that are nearly level or upright count as such. */
const SLANT = 1.5
/** Parallel strokes this close are one border. */
export const SAME_LINE = 2.5
/** Gaps of dotted or broken lines. */
const GAP = 4

/** The ruling lines that a page draws, in coordinates of the turned page, broken and doubled ones joined. */
export function rulesOf(
  fnArray: readonly number[],
  argsArray: readonly unknown[],
  turn: Matrix = IDENTITY,
): Rules {
  const level: Rule[] = []
  const upright: Rule[] = []
  const stack: Matrix[] = []
  let matrix = turn

  const add = (a: Point, b: Point) => {
    if (Math.abs(a.y - b.y) <= SLANT && Math.abs(a.x - b.x) > SLANT) {
      level.push({ at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) })
    } else if (Math.abs(a.x - b.x) <= SLANT && Math.abs(a.y - b.y) > SLANT) {
      upright.push({ at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) })
    }
  }

  for (const [index, fn] of fnArray.entries()) {
    const args = argsArray[index]
    if (fn === OPS.save) stack.push(matrix)
    else if (fn === OPS.restore) matrix = stack.pop() ?? turn
    else if (fn === OPS.transform) matrix = multiply(matrix, args as Matrix)
    else if (fn === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      const inner = (args as readonly unknown[])[0]
      if (Array.isArray(inner) && inner.length === 6) matrix = multiply(matrix, inner as unknown as Matrix)
    } else if (fn === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? turn
    else if (fn === OPS.constructPath) {
      const [painted, data] = args as readonly [number, readonly (ArrayLike<number> | null)[]]
      const path = data?.[0]
      if (path === null || path === undefined) continue
      for (const points of subpaths(path, matrix)) {
        if (STROKES.has(painted)) {
          for (let at = 1; at < points.length; at++) add(points[at - 1] as Point, points[at] as Point)
        }
        if (FILLS.has(painted)) addThinBox(points, add)
      }
    }
  }
  return { level: joinRules(level), upright: joinRules(upright) }
}

/** Rules of the same line as one, however they were broken up. */
export function joinRules(rules: readonly Rule[]): readonly Rule[] {
  const sorted = rules.toSorted((a, b) => a.at - b.at)
  const lines: Rule[][] = []
  for (const rule of sorted) {
    const line = lines.at(-1)
    if (line !== undefined && rule.at - (line[0] as Rule).at <= SAME_LINE) line.push(rule)
    else lines.push([rule])
  }
  return lines.flatMap((line) => {
    const at = line.reduce((sum, rule) => sum + rule.at, 0) / line.length
    const joined: { at: number; from: number; to: number }[] = []
    for (const rule of line.toSorted((a, b) => a.from - b.from)) {
      const before = joined.at(-1)
      if (before !== undefined && rule.from - before.to <= GAP) before.to = Math.max(before.to, rule.to)
      else joined.push({ at, from: rule.from, to: rule.to })
    }
    return joined
  })
}

function addThinBox(points: readonly Point[], add: (a: Point, b: Point) => void): void {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (top - bottom <= THIN && right - left > THIN) {
    add({ x: left, y: (top + bottom) / 2 }, { x: right, y: (top + bottom) / 2 })
  } else if (right - left <= THIN && top - bottom > THIN) {
    add({ x: (left + right) / 2, y: bottom }, { x: (left + right) / 2, y: top })
  }
}

function subpaths(path: ArrayLike<number>, matrix: Matrix): readonly (readonly Point[])[] {
  const found: Point[][] = []
  let points: Point[] = []
  let index = 0
  while (index < path.length) {
    const command = path[index] as number
    const operands = OPERANDS[command as 0]
    if (operands === undefined) break
    if (command === CLOSE) {
      const first = points[0]
      if (first !== undefined) points.push(first)
    } else {
      if (command === MOVE) {
        points = []
        found.push(points)
      }
      const x = path[index + operands - 1] as number
      const y = path[index + operands] as number
      points.push(turned(matrix, x, y))
    }
    index += operands + 1
  }
  return found
}

function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
