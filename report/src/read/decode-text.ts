/** How a text was encoded, as `TextDecoder` calls it. */
export type DecodedText = Readonly<{ text: string; encoding: string }>

/**
 * Text of bytes whose encoding is uncertain: byte order mark, then valid UTF-8 whatever was declared, then the
 * declared encoding, then GB18030. A UTF-8 text cut in the middle of a character stays UTF-8. A function that finds out
 * what was declared is asked only where the bytes leave it open.
 */
export function decodeText(bytes: Uint8Array, declared?: string | (() => string | undefined)): DecodedText {
  const marked = byMark(bytes)
  if (marked !== null) return marked

  const wide = byZeros(bytes)
  if (wide !== null) return wide

  const utf8 = asUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }

  const encoding = knownEncoding(typeof declared === 'function' ? declared() : declared)
  if (encoding !== null && encoding !== 'utf-8') {
    return { text: new TextDecoder(encoding).decode(bytes), encoding }
  }
  return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' }
}

/** The `charset` that an HTML page declares for itself in its first kilobytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
}

function byMark(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes.subarray(3), 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be')
  return null
}

/** UTF-16 without a mark shows in the zero half of every tab, digit and line end. */
function byZeros(bytes: Uint8Array): DecodedText | null {
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index] === 0) even++
    if (sample[index + 1] === 0) odd++
  }
  const pairs = sample.length / 2
  if (pairs < 8) return null
  // 一 (U+4E00) has a zero in its other half.
  if (odd > pairs / 20 && even * 4 < odd) return decoded(bytes, 'utf-16le')
  if (even > pairs / 20 && odd * 4 < even) return decoded(bytes, 'utf-16be')
  return null
}

function asUtf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
    const text = strictUtf8(bytes.subarray(0, bytes.length - cut))
    if (text !== null) return text
  }
  // A few broken bytes in a text that is otherwise UTF-8: GB18030 would turn every character into another.
  const loose = new TextDecoder('utf-8').decode(bytes)
  const broken = loose.split('\uFFFD').length - 1
  const han = loose.match(/[\u4e00-\u9fff]/g)?.length ?? 0
  return han > 50 && broken * 20 < han ? loose : null
}

const STRICT = new TextDecoder('utf-8', { fatal: true })

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return STRICT.decode(bytes)
  } catch {
    return null
  }
}

function knownEncoding(label: string | undefined): string | null {
  if (label === undefined) return null
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}
