const SKIPPED =
  /\{\\\*?\\?(?:fonttbl|colortbl|stylesheet|pict|themedata|datastore|latentstyles)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g

/** RTF: its text with Chinese letters, whether written as Unicode or in GBK, hidden and deleted text among it. */
export function rtfText(bytes: Uint8Array): string {
  // Ends of line in the source mean nothing; behind a control word one stands for its space.
  const source = Buffer.from(bytes)
    .toString('latin1')
    .replace(/(\\[a-z]+-?\d*)[\r\n]+/gi, '$1 ')
    .replace(/[\r\n]+/g, '')
    .replace(SKIPPED, '')
  return source
    .replace(/\\u(-?\d+)\s?(?:\\'[0-9a-f]{2}|\?)*/gi, (_all, code) =>
      String.fromCharCode(Number(code) & 0xffff),
    )
    .replace(/(?:\\'[0-9a-f]{2})+/gi, (run) =>
      new TextDecoder('gb18030').decode(Buffer.from(run.replaceAll("\\'", ''), 'hex')),
    )
    .replace(/\\(?:par|line|row|sect|page)\b ?/g, '\n')
    .replace(/\\(?:tab|cell)\b ?/g, '\t')
    .replace(/\\[a-z]+-?\d* ?|[{}]/g, '')
}
