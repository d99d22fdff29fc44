import type { DisclosureAttribute } from './attribute.ts'
import { DISCLOSURE_ATTRIBUTES } from './attribute.ts'

/** 引用文件: what a text names of other documents. */
export type CitedDocuments = Readonly<{ titles: readonly string[]; numbers: readonly string[] }>

const NUMBER = /[\p{Script=Han}]{1,20}[〔[(（【［](?:19|20)\d{2}[〕\])）】］]第?\d{1,5}号|国务院令第\d+号/gu
const TITLE = /《([^《》]{2,100}(?:《[^《》]{2,100}》[^《》]{0,100})?)》/g
/** Words that stand before a number in a sentence and are no part of the organ's code word. */
const BEFORE =
  /^.*(?:根据|按照|依据|转发|印发|依照|参照|执行|落实|贯彻|以及|关于|见|和|与|及|由|以|对|将|的|在|是)(?=[\p{Script=Han}]{2,}[〔[(（【［])/u

/** The documents that a text names by title or number, each once, in the order they appear. */
export function citedDocuments(text: string): CitedDocuments {
  const titles = [...text.matchAll(TITLE)].map(([, title = '']) => title)
  const numbers = [...text.matchAll(NUMBER)].map(([number]) => number.replace(BEFORE, ''))
  return { titles: [...new Set(titles)], numbers: [...new Set(numbers)] }
}

/**
 * 引用未公开文件: what a text names that is not known to be public, for a person to decide. Naming a superior's
 * document that is not public lets it out by the back door.
 */
export function unknownReferences(
  text: string,
  isPublic: (titleOrNumber: string) => boolean,
): CitedDocuments {
  const { titles, numbers } = citedDocuments(text)
  return {
    titles: titles.filter((title) => !isPublic(title)),
    numbers: numbers.filter((number) => !isPublic(number)),
  }
}

const MARK =
  /[（(]?此件(?<words>公开发布|主动公开|依申请公开|不予公开|不公开|免予公开|免于公开|删减后公开)[）)]?/

/** 公开属性标注: whether the words printed in the document say what its attribute is. Null when they agree or say nothing. */
export function printedMarkFault(text: string, attribute: DisclosureAttribute): string | null {
  const words = MARK.exec(text)?.groups?.words
  if (words === undefined || markMeans(words) === attribute) return null
  const { label, mark } = DISCLOSURE_ATTRIBUTES[attribute]
  return `正文印有“此件${words}”，而公开属性是“${label}”，应当印“${mark}”，请核对`
}

function markMeans(words: string): DisclosureAttribute {
  if (words === '依申请公开') return 'upon-request'
  return words.startsWith('不') || words.startsWith('免') ? 'withheld' : 'proactive'
}
