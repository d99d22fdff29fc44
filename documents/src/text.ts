// Control characters are not allowed in XML and have no glyph; direction overrides can make text read as another.
const UNPRINTABLE = /(?!\n)\p{Cc}|[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu

/** The text as it can be printed: well-formed, line feeds for line ends, no control characters. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(UNPRINTABLE, '')
}

/** `printable` for every string inside a value made of plain objects and arrays. */
export function printableDeep<T>(value: T): T {
  return deep(value) as T
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.map(deep)
  // The bytes of a picture are no text.
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)]))
}

/** Width in characters of Chinese type: 1 for a Chinese character or mark, ½ for a letter or figure. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += character < '\u2000' ? 0.5 : 1
  return width
}
