import { LABEL_NORMALISATION } from '@mingfu/law'
import { isFigure, remember } from './remember.ts'
import { toSimplified } from './traditional.ts'

/** A printed label in the forms that are compared: see `annual-report/normalisation` of the law for the steps. */
export type FoldedLabel = Readonly<{
  /** The leading number as printed, such as `(三)` or `2.`; a hint, never the key. */
  ordinal: string
  /** The words without number, punctuation and white space; text in brackets stays. */
  words: string
  /** The same without the text in brackets. */
  bare: string
  /** The same, also without a year. */
  yearless: string
}>

const PINYIN = /(?<=\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/giu
const PUNCTUATION = /[^\p{L}\p{N}]/gu
const BRACKETED = /\([^()]*\)/g
const YEAR = /20\d\d年?/g

/** N1 to N7: `（二） 部分公开 (区分处理的…)` → ordinal `(二)`, words `部分公开区分处理的…`, bare `部分公开`. */
export function foldLabel(text: string): FoldedLabel {
  if (!isFigure(text)) return foldWords(text)
  return { ordinal: '', words: text, bare: text, yearless: text.replace(YEAR, '') }
}

const foldWords = remember((text): FoldedLabel => {
  const plain = foldText(text)
  const ordinal = ordinalOf(plain)
  const rest = plain.slice(ordinal.length)
  const withoutBrackets = removeBracketed(rest)
  return {
    ordinal,
    words: letters(rest),
    bare: letters(withoutBrackets),
    yearless: letters(withoutBrackets.replace(YEAR, '')),
  }
})

/** N2 to N5 without cutting anything off: width, invisible characters, white space, quotes, script. */
export const foldText = remember((text): string => {
  const numbered = text.replace(/[①-⑳]/g, (circled) => `${circled.charCodeAt(0) - 0x245f}.`)
  const plain = toSimplified(numbered.normalize('NFKC'))
    .replace(LABEL_NORMALISATION.invisible, '')
    .replace(/\s+/g, '')
    .replace(LABEL_NORMALISATION.dashes, '-')
    .replace(LABEL_NORMALISATION.quotes, '"')
    .replace(/[［【〔﹝[]/g, '(')
    .replace(/[］】〕﹞\]]/g, ')')
  return plain.replace(PINYIN, '')
})

/** Letters and digits only: what is left when two writings differ in punctuation alone. */
export function letters(text: string): string {
  return text.replace(PUNCTUATION, '')
}

function ordinalOf(plain: string): string {
  const marked = LABEL_NORMALISATION.ordinal.exec(plain)?.[0]
  if (marked !== undefined) return marked
  // The dot itself is lost in some exports: 1属于国家秘密.
  return /^\d(?=\p{Script=Han})/u.exec(plain)?.[0] ?? ''
}

function removeBracketed(text: string): string {
  let before = text
  for (;;) {
    const after = before.replace(BRACKETED, '')
    if (after === before) break
    before = after
  }
  // A bracket that a line end or page cut open.
  return before.replace(/\([^()]*$/, '').replace(/^[^()]*\)/, '')
}
