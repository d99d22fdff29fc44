import type { Picture } from './model.ts'

/** A picture's points are those of a screen, 96 to the inch. */
const MM_PER_POINT = 25.4 / 96

/** The type area of GB/T 9704 is 156 × 225 mm; a line before and after leave this height for a picture. */
const WIDEST = 156
const HIGHEST = 200

/** How large a picture is printed, in millimetres: its own size, or smaller so that it stays within the type area. */
export function printedSize({
  width,
  height,
}: Pick<Picture, 'width' | 'height'>): Readonly<{ width: number; height: number }> {
  const [across, down] = [width * MM_PER_POINT, height * MM_PER_POINT]
  const scale = Math.min(1, WIDEST / across, HIGHEST / down)
  return { width: across * scale, height: down * scale }
}

/** What stands where a picture cannot. */
export function pictureWords(alt: string): string {
  return `（图：${alt}）`
}
