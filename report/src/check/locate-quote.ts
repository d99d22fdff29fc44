import { toSimplified } from '../locate/traditional.ts'

/** Where a quote stands in a text as printed: `text.slice(start, end)`. */
export type QuotePlace = Readonly<{ start: number; end: number }>

/**
 * 原文位置: finds the words of a finding in the text as printed. Quotes are folded (simplified characters, half-width
 * signs, no spaces, no thousands separators), the text is not; `undefined` when the words are not in it.
 */
export function placeOfQuote(text: string, quote: string): QuotePlace | undefined {
  const { folded, starts, ends } = foldWithPlaces(inSimplified(text))
  const wanted = foldWithPlaces(inSimplified(quote)).folded
  if (wanted === '') return undefined
  const at = folded.indexOf(wanted)
  if (at < 0) return undefined
  return { start: starts[at] ?? 0, end: ends[at + wanted.length - 1] ?? text.length }
}

/** Places are those of the text as printed, so the two scripts have to be of one length. */
function inSimplified(text: string): string {
  const simplified = toSimplified(text)
  return simplified.length === text.length ? simplified : text
}

function foldWithPlaces(text: string) {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let index = 0
  for (const character of text) {
    const end = index + character.length
    for (const plain of character.normalize('NFKC')) {
      if (/[\s,]/.test(plain) && (plain !== ',' || isSeparator(text, index))) continue
      folded += plain
      for (let unit = 0; unit < plain.length; unit++) {
        starts.push(index)
        ends.push(end)
      }
    }
    index = end
  }
  return { folded, starts, ends }
}

/** 1,234 is one number. */
function isSeparator(text: string, at: number): boolean {
  return /[\d０-９]$/.test(text.slice(0, at)) && /^[\d０-９]{3}(?![\d０-９])/.test(text.slice(at + 1))
}
