import { type Citation, cite } from '../../citation.ts'
import type { PlainDate } from '../../plain-date.ts'
import { grant, type Ruling, refuse } from '../../ruling.ts'
import type { DocumentNumberStyle } from '../document-number.ts'
import { DOCUMENTS, type DocumentCode } from '../documents.ts'

/** 文书: what a document of the office says, in order; drawn as Word, PDF and HTML elsewhere. */
export type Letter = Readonly<{
  code: DocumentCode
  title: string
  /** 文号; receipts and internal letters may have none. */
  number: string | null
  addressee: string
  paragraphs: readonly string[]
  /** The articles cited in the text. */
  basis: readonly Citation[]
  enclosures: readonly string[]
  /** 救济告知; null on notices that cannot be contested on their own. */
  remedy: string | null
  contact: string | null
  agency: string
  on: PlainDate
}>

/** What every letter carries whatever it says. */
export type LetterFrame = Readonly<{
  /** The full name of the agency; an internal office signs only where the law lets it act in its own name. */
  agency: string
  number: string | null
  numberStyle?: DocumentNumberStyle
  on: PlainDate
  contact: string
}>

type Body = Pick<Letter, 'paragraphs' | 'basis'> & Partial<Pick<Letter, 'enclosures' | 'remedy' | 'title'>>

/** Builds a letter, or refuses it while one of `elements` (label → value) is empty. */
export function composeLetter(
  code: DocumentCode,
  frame: LetterFrame,
  addressee: string,
  elements: Elements,
  body: () => Body,
): Ruling<Letter> {
  const { title } = DOCUMENTS[code]
  const { agency, number, on, contact } = frame
  const missing = missingElements({
    机关名称: agency,
    受文者: addressee,
    成文日期: on,
    联系方式: contact,
    ...elements,
  })
  if (missing.length > 0) return refuseIncomplete(title, missing)
  const content = body()
  return grant({
    code,
    title: `${agency}${title}`,
    number,
    addressee,
    agency,
    on,
    contact,
    enclosures: [],
    remedy: null,
    ...content,
  })
}

/** Chinese label → value; an empty text, an empty list, null and undefined are missing. */
export type Elements = Readonly<Record<string, unknown>>

export function missingElements(elements: Elements): readonly string[] {
  return Object.entries(elements)
    .filter(([, value]) => isEmpty(value))
    .map(([label]) => label)
}

export function refuseIncomplete(
  title: string,
  missing: readonly string[],
  basis: Citation = cite('regulation'),
) {
  return refuse('document-incomplete', `《${title}》还缺：${missing.join('、')}。请补充后再生成`, basis)
}

export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}
