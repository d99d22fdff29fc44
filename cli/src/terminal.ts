/** Where a command writes: results to `out`, progress and faults to `err`. */
export type Terminal = Readonly<{
  out: (text: string) => void
  err: (text: string) => void
  /** A person is watching `err`, so progress may be drawn over itself. */
  watched: boolean
  columns: number
}>

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 100,
  }
}

/** Columns that a text takes: a Chinese character is as wide as two letters. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += character >= '\u1100' && !isNarrow(character) ? 2 : 1
  return width
}

function isNarrow(character: string): boolean {
  return character >= '\u2000' && character <= '\u2e7f'
}

/** `text` filled up with blanks to a number of columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}
