/** The bytes of every character of a double-byte encoding, by decoding them all. */
export function encoderOf(encoding: string): (text: string) => Uint8Array {
  const bytes = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(encoding)
  for (let lead = 0xf9; lead >= 0xa1; lead--) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const one = decoder.decode(Uint8Array.of(lead, trail))
      if (one.length === 1 && one !== '\uFFFD') bytes.set(one, [lead, trail])
    }
  }
  // What the encoding lacks, browsers and editors write as a number.
  const numbered = (one: string) => Array.from(`&#${one.codePointAt(0)};`, (letter) => letter.charCodeAt(0))
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((one) =>
        one.charCodeAt(0) < 0x80 ? [one.charCodeAt(0)] : (bytes.get(one) ?? numbered(one)),
      ),
    )
}
