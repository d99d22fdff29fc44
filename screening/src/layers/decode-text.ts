/** Text of bytes: byte order mark, then zero halves, then valid UTF-8, then GB18030 as old programs here write. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return as('utf-8', bytes.subarray(3))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', bytes.subarray(2))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', bytes.subarray(2))
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 40 && even === 0) return as('utf-16le', bytes)
  if (even > sample.length / 40 && odd === 0) return as('utf-16be', bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return as('gb18030', bytes)
  }
}

function as(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]+/g

/** A file of a kind that is not known may hold anything; bytes that are no text become a space. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, ' ')
}

/** Text in which signs were written as `\\u5bc6`, as JSON and scripts have them: with those signs behind it. */
export function withEscapes(text: string): string {
  if (!/\\u[0-9a-f]{4}/i.test(text)) return text
  const plain = text.replace(/\\u([0-9a-f]{4})/gi, (_all, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return `${text}\n${plain}`
}
