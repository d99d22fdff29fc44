/** A piece of a text; `hit` is what the reader looked for. */
export type MarkedPiece = Readonly<{ text: string; hit: boolean }>

const BEFORE = 30
const LENGTH = 120

/** The text in pieces, with the words marked. Longer words win over the shorter ones within them. */
export function markWords(text: string, words: readonly string[]): readonly MarkedPiece[] {
  const spans = spansOf(text, words)
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const [from, to] of spans) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

/** The passage around the first word that occurs, or the beginning of the text. */
export function passageOf(text: string, words: readonly string[]): string {
  const [first] = spansOf(text, words)
  const from = first === undefined ? 0 : Math.max(0, first[0] - BEFORE)
  const passage = text
    .slice(from, from + LENGTH)
    .replace(/\s+/g, ' ')
    .trim()
  return `${from > 0 ? '……' : ''}${passage}${from + LENGTH < text.length ? '……' : ''}`
}

/** Whether any of the words stands in the text. */
export function hasWord(text: string, words: readonly string[]): boolean {
  const folded = fold(text)
  return words.some((word) => folded.includes(word))
}

function spansOf(text: string, words: readonly string[]): readonly (readonly [number, number])[] {
  const folded = fold(text)
  const taken: [number, number][] = []
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const to = at + word.length
      if (!taken.some(([from, end]) => at < end && to > from)) taken.push([at, to])
    }
  }
  return taken.sort((a, b) => a[0] - b[0])
}

/** Half-width and small, sign by sign, so that offsets stay those of the text. */
function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
