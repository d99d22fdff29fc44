import type { PlainDate } from '@mingfu/law'
import type { Hit, ScreenedText, ScreeningFinding } from './finding.ts'
import { findNameLists } from './text/name-lists.ts'
import { findPersonalNumbers } from './text/personal-numbers.ts'
import { findPersonalPapers } from './text/personal-papers.ts'
import { findAddresses } from './text/personal-places.ts'
import { findReferences } from './text/references.ts'
import { findSecretMarks } from './text/secret-marks.ts'
import { STANDARD_WORDINGS } from './wording/standard-wordings.ts'
import { findWordings, type Wording } from './wording/wording.ts'

/** 检查所依据的词表和名单 of an office, on a day. */
export type ScreeningLists = Readonly<{
  wordings: readonly Wording[]
  /** 办公号码: mobiles, accounts and mail addresses that belong to the office, and words it must quote. */
  allowed: readonly string[]
  /** When the text was written: an organ's name was right in its time. */
  onDay: PlainDate
  /** Titles and numbers of documents known to be public; without the list references are not looked at. */
  publicNames?: readonly string[]
}>

/** What holds before an office has said anything: the standard words, on the last day of all. */
export const STANDARD_LISTS: ScreeningLists = {
  wordings: STANDARD_WORDINGS,
  allowed: [],
  onDay: '9999-12-31' as PlainDate,
}

const AROUND = 12

/** 发布前检查: personal data, secret marks, wording and references in every text, in the order of reading. */
export function screenTexts(
  texts: readonly ScreenedText[],
  lists: ScreeningLists = STANDARD_LISTS,
): readonly ScreeningFinding[] {
  return texts.flatMap(({ where, text }) => {
    const hits = findHits(text, lists)
    return hits.map((hit) => findingOf(hit, where, excerptOf(text, hit, hits)))
  })
}

/** Every hit of a text, in the order of reading, one for a place and rule. */
export function findHits(text: string, lists: ScreeningLists): readonly Hit[] {
  const folded = fold(text)
  const hits = [
    ...findPersonalNumbers(folded),
    ...findPersonalPapers(folded),
    ...findAddresses(folded),
    ...findNameLists(folded),
    ...findSecretMarks(folded),
    ...findWordings(text, lists),
    ...(lists.publicNames === undefined ? [] : findReferences(text, new Set(lists.publicNames))),
  ].filter(({ at, length }) => !isAllowed(folded.slice(at, at + length), lists.allowed))
  const unique = new Map(hits.map((hit) => [`${hit.rule}/${hit.at}/${hit.length}`, hit]))
  const placed = [...unique.values()].sort((a, b) => a.at - b.at || b.length - a.length)
  return placed.filter(
    (hit, index) => !placed.slice(Math.max(0, index - 8), index).some((other) => covers(other, hit)),
  )
}

export function findingOf(hit: Hit, where: string, excerpt: string): ScreeningFinding {
  const { rule, level, certainty, message, at, length, masked, suggestion } = hit
  return {
    id: `${rule}/${where}/${at}`,
    rule,
    level,
    certainty,
    message,
    excerpt,
    where,
    at,
    length,
    suggestion: suggestion ?? masked,
  }
}

/** A hit inside another of the same rule says nothing new. */
function covers(other: Hit, hit: Hit): boolean {
  return (
    other.rule === hit.rule &&
    other.at <= hit.at &&
    other.at + other.length >= hit.at + hit.length &&
    other !== hit
  )
}

function isAllowed(found: string, allowed: readonly string[]): boolean {
  const bare = bared(found)
  return allowed.some((entry) => {
    const name = bared(entry)
    return name === bare || (name.length >= 11 && /^\d+$/.test(name) && bare === `86${name}`)
  })
}

function bared(text: string): string {
  return text.replace(/[\s+-]/g, '').toUpperCase()
}

/** Full-width digits, letters and signs as half-width ones, place by place, so that offsets stay. */
function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}

/** A neighbour that was also found is masked too. */
function excerptOf(text: string, { at, length, masked }: Hit, hits: readonly Hit[]): string {
  const hide = (from: number, to: number) =>
    [...text.slice(from, to)]
      .map((sign, index) =>
        hits.some(
          (hit) => hit.masked !== null && from + index >= hit.at && from + index < hit.at + hit.length,
        )
          ? '*'
          : sign,
      )
      .join('')
  const before = hide(Math.max(0, at - AROUND), at)
  const after = hide(at + length, Math.min(text.length, at + length + AROUND))
  return `${before}${masked ?? text.slice(at, at + length)}${after}`.replace(/\s+/g, ' ').trim()
}
