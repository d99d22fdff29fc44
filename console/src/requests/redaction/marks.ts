import type { RedactionMarkView } from '@mingfu/contract'

/** A box that is being worked on; `key` only tells boxes apart on the screen. */
export type DrawnMark = RedactionMarkView & Readonly<{ key: number }>

export type Box = Readonly<{ x: number; y: number; width: number; height: number }>

const keys = { last: 0 }

export function nextKey(): number {
  keys.last += 1
  return keys.last
}

export function drawn(marks: readonly RedactionMarkView[]): readonly DrawnMark[] {
  return marks.map((mark) => ({ ...mark, key: nextKey() }))
}

/** What is sent: without the key of the screen. */
export function plain(marks: readonly DrawnMark[]): RedactionMarkView[] {
  return marks.map(({ key: _key, ...mark }) => mark)
}

/** The box between two corners, inside the page. */
export function boxBetween(
  a: Readonly<{ x: number; y: number }>,
  b: Readonly<{ x: number; y: number }>,
): Box {
  const inside = (part: number) => Math.min(1, Math.max(0, part))
  const [left, right] = [inside(Math.min(a.x, b.x)), inside(Math.max(a.x, b.x))]
  const [top, bottom] = [inside(Math.min(a.y, b.y)), inside(Math.max(a.y, b.y))]
  return { x: left, y: top, width: right - left, height: bottom - top }
}
