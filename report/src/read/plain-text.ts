import type { Source } from './source.ts'

/** The text of a document, a line a paragraph or table row; the copies that a row span leaves are not repeated. */
export function plainTextOf({ blocks }: Source): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'image') return []
      if (block.kind === 'text') return [block.text]
      return block.rows.map(({ cells }) =>
        cells
          .filter(({ continued, text }) => !continued && text !== '')
          .map(({ text }) => text)
          .join(' '),
      )
    })
    .filter((line) => line !== '')
    .join('\n')
}
