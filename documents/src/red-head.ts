import { textWidth } from './text.ts'

// 165 of the 170 mm that the rule is long, in points.
const WIDTH = 468
const LARGEST = 36

/** Size in points of the red head: one line, whatever the agency is called. */
export function redHeadSize(issuer: string): number {
  return Math.min(LARGEST, Math.floor(WIDTH / Math.max(1, textWidth(issuer))))
}

const LARGEST_MASTHEAD = 54

/** Size in points of a paper's name in its masthead: larger than an agency's, and still one line. */
export function mastheadSize(name: string): number {
  return Math.min(LARGEST_MASTHEAD, Math.floor(WIDTH / Math.max(1, textWidth(name))))
}
