/**
 * 遮盖框: a box on a page as a reader sees it, in parts of the page's width and height from its top left corner, so
 * that it is the same box at every size of the picture. `page` counts from 1.
 */
export type RedactionMark = Readonly<{ page: number; x: number; y: number; width: number; height: number }>

/** Why a file cannot be redacted, or came out in a way that must not leave the house. A sentence for the clerk. */
export class RedactionFault extends Error {
  override readonly name = 'RedactionFault'
}

/** A page as it is drawn, in points of 1/72 inch. */
export type PageSize = Readonly<{ width: number; height: number }>

/** What was looked for in the finished file, and that nothing of it was found. */
export type RedactionProof = Readonly<{
  pages: number
  marks: number
  /** Pieces of text that lay under the boxes of the original; none of them is in the finished file. */
  removedTexts: number
  /** What was checked, in sentences for the file of the case. */
  checks: readonly string[]
}>

export type RedactedPdf = Readonly<{ pdf: Uint8Array; proof: RedactionProof }>
