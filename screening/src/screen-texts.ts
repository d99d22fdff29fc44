import type { PlainDate } from '@mingfu/law'
import type { Hit, ScreenedText, ScreeningFinding } from './finding.ts'
import { type FoldedText, foldText, joinedText, seenText } from './text/fold.ts'
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
  const folded = foldText(text)
  const seen = seenText(text)
  const hits = [
    ...within(folded, lists, [
      ...findPersonalNumbers(folded.text),
      ...findPersonalPapers(folded.text),
      ...findAddresses(folded.text),
      ...findNameLists(folded.text),
      ...findSecretMarks(folded.text),
    ]),
    ...within(seen, lists, findWordings(seen.text, lists)),
    ...findBroken(seen, lists),
    ...(lists.publicNames === undefined ? [] : findReferences(text, new Set(lists.publicNames))),
  ]
  const unique = new Map(hits.map((hit) => [`${hit.rule}/${hit.at}/${hit.length}`, hit]))
  const placed = [...unique.values()].sort((a, b) => a.at - b.at || b.length - a.length)
  return placed.filter(
    (hit, index) => !placed.slice(Math.max(0, index - 8), index).some((other) => covers(other, hit)),
  )
}

/** Where the hits of a folded text stand in the original; what the office lets pass is left out. */
function within(folded: FoldedText, lists: ScreeningLists, hits: readonly Hit[]): readonly Hit[] {
  return hits
    .filter(({ at, length }) => !isAllowed(folded.text.slice(at, at + length), lists.allowed))
    .map((hit) => ({ ...hit, ...folded.from(hit.at, hit.length) }))
}

/** Grave words that are spaced out or broken by the end of a line: a person looks, for two words may have met by chance. */
function findBroken(seen: FoldedText, lists: ScreeningLists): readonly Hit[] {
  const joined = joinedText(seen.text)
  if (joined.text.length === seen.text.length) return []
  const grave = lists.wordings.filter(({ kind }) => kind === 'fatal')
  return within(joined, lists, findWordings(joined.text, { ...lists, wordings: grave }))
    .filter(({ at, length }) => /\s/.test(seen.text.slice(at, at + length)))
    .map((hit) => ({ ...hit, ...seen.from(hit.at, hit.length), level: 'block', certainty: 'likely' }))
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

const GRAVITY = { warn: 0, block: 1, veto: 2 } as const

/** A hit inside another of the same rule, and no graver, says nothing new. */
function covers(other: Hit, hit: Hit): boolean {
  return (
    other.rule === hit.rule &&
    other.at <= hit.at &&
    other.at + other.length >= hit.at + hit.length &&
    GRAVITY[other.level] >= GRAVITY[hit.level] &&
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
