/** A matrix as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Quarter turns that bring text of a direction upright: as written, climbing, on its head, falling. */
const TURNS: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
]

type Written = Readonly<{ str: string; transform: readonly number[] }>

/** 横排页: the turn that makes most of a page's text upright; wide tables are often printed on their side. */
export function turnOf(items: readonly Written[]): Matrix {
  const lengths = TURNS.map(() => 0)
  for (const { str, transform } of items) {
    const direction = directionOf(transform)
    if (direction !== null) lengths[direction] = (lengths[direction] ?? 0) + str.trim().length
  }
  return TURNS[lengths.indexOf(Math.max(...lengths))] as Matrix
}

/** Whether a text stands upright after the turn; watermarks stand askew. */
export function isUpright(transform: readonly number[], turn: Matrix): boolean {
  const direction = directionOf(transform)
  return direction !== null && TURNS[direction] === turn
}

export function turned([a, b, c, d, e, f]: Matrix, x: number, y: number): Readonly<{ x: number; y: number }> {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

function directionOf(transform: readonly number[]): number | null {
  const [along = 0, up = 0] = transform
  if (Math.abs(up) < 0.1 * Math.abs(along)) return along >= 0 ? 0 : 2
  if (Math.abs(along) < 0.1 * Math.abs(up)) return up > 0 ? 1 : 3
  return null
}
