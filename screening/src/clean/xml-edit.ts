import type { ScreeningLists } from '../screen-texts.ts'
import { maskText } from './mask-text.ts'

/** Removes every element of these names with all that is in it; one may stand within another of the name. */
export function removeElements(xml: string, ...names: readonly string[]): string {
  return names.reduce((text, name) => withoutElement(text, name, () => true), xml)
}

/** Removes elements of a name for which `unwanted` holds; it is shown the whole element. */
export function withoutElement(xml: string, name: string, unwanted: (element: string) => boolean): string {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])([^>]*?)(/?)>`, 'g')
  const open: number[] = []
  const cuts: [number, number][] = []
  for (const match of xml.matchAll(tags)) {
    const end = match.index + match[0].length
    const isClosing = match[1] === '/'
    const start = isClosing ? open.pop() : match.index
    if (!isClosing && match[3] !== '/') open.push(match.index)
    else if (start !== undefined && unwanted(xml.slice(start, end))) cuts.push([start, end])
  }
  const outer = cuts
    .filter(([from, to]) => !cuts.some(([start, end]) => start < from && end > to))
    .sort((a, b) => a[0] - b[0])
  let out = ''
  let at = 0
  for (const [from, to] of outer) {
    out += xml.slice(at, from)
    at = to
  }
  return out + xml.slice(at)
}

/** Takes the tags of an element away and leaves what is in it. */
export function unwrap(xml: string, ...names: readonly string[]): string {
  return names.reduce((text, name) => text.replace(new RegExp(`</?${name}(?=[\\s/>])[^>]*>`, 'g'), ''), xml)
}

/**
 * Masks personal numbers in the texts of an element, which may be cut into runs: what is masked of a run is written
 * where it began, in the run that holds its first character.
 */
export function maskTexts(xml: string, tag: string, lists: ScreeningLists): string {
  const texts = [...xml.matchAll(new RegExp(`(<${tag}(?:\\s[^>]*)?>)([^<]*)(</${tag}>)`, 'g'))]
  const plain = texts.map((match) => unescaped(match[2] ?? ''))
  const whole = plain.join('')
  const { text: masked } = maskText(whole, lists)
  if (masked === whole) return xml
  const shares = shared(plain, masked)
  let out = ''
  let at = 0
  for (const [index, match] of texts.entries()) {
    out += `${xml.slice(at, match.index)}${match[1]}${escaped(shares[index] ?? '')}${match[3]}`
    at = match.index + match[0].length
  }
  return out + xml.slice(at)
}

/** The masked text cut where the runs were cut; masks that are shorter or longer shift only the end of the last run. */
function shared(plain: readonly string[], masked: string): readonly string[] {
  if (masked.length === plain.join('').length) {
    const ends = plain.map((_, index) => plain.slice(0, index + 1).join('').length)
    return plain.map((part, index) => masked.slice((ends[index] ?? 0) - part.length, ends[index]))
  }
  return plain.map((_, index) => (index === 0 ? masked : ''))
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_all, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&amp;', '&')
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Words of drawings, diagrams and charts: by paragraph and by value, which are never one number. */
export function maskDrawing(xml: string, lists: ScreeningLists): string {
  return xml
    .replace(/<a:p(?=[\s>])[\s\S]*?<\/a:p>/g, (paragraph) => maskTexts(paragraph, 'a:t', lists))
    .replace(/<a:t>[^<]*<\/a:t>/g, (text) => maskTexts(text, 'a:t', lists))
    .replace(/<c:v>[^<]*<\/c:v>/g, (value) => maskTexts(value, 'c:v', lists))
}
