import type { Candidate } from './candidate.ts'
import type { Field } from './field.ts'
import { foldLabel, foldText } from './fold.ts'
import type { LabelEntry, LabelMatch } from './label-index.ts'
import { contradicts, findAnnotated, findExact, findFragment, findMisprinted } from './match-label.ts'
import { looksLikeValue } from './parse-value.ts'

/** A row label found among the texts before the values. `texts` are the pieces that make it up, as printed. */
export type RowMatch = LabelMatch & Readonly<{ texts: readonly Field[]; extraValues: readonly Field[] }>

/** No label is longer, even with a note in it. */
const LONGEST = 200

/** How many printed pieces one label may be broken into. */
const PIECES = 8

/** Which row: its label is `count` texts, behind which `odd` texts stand where values belong. */
type Named = LabelMatch & Readonly<{ count: number; odd: number }>

const NO_GROUPS: readonly LabelEntry[] = []

/**
 * The row that a candidate prints: the nearest texts before the values, joined as far as needed, word for word
 * first, then with notes and group names taken off, then with a misprint, last as a piece of one label only.
 */
export function matchRow(
  candidate: Candidate,
  entries: readonly LabelEntry[],
  groups: readonly LabelEntry[] = NO_GROUPS,
): RowMatch | undefined {
  const named = namedRow(candidate, entries, groups)
  if (named === undefined) return undefined
  const { labels } = candidate
  const end = labels.length - named.odd
  return {
    entry: named.entry,
    by: named.by,
    texts: labels.slice(end - named.count, end),
    extraValues: labels.slice(end),
  }
}

/** The same labels stand in every report: what they name is looked up once. */
const known = new WeakMap<readonly LabelEntry[], WeakMap<readonly LabelEntry[], Map<string, Named | null>>>()
const MOST = 2000

function namedRow(
  candidate: Candidate,
  entries: readonly LabelEntry[],
  groups: readonly LabelEntry[],
): Named | undefined {
  const key = keyOf(candidate)
  if (key === null) return searchRow(candidate, entries, groups)
  const rows = rowsKnown(entries, groups)
  const before = rows.get(key)
  if (before !== undefined) return before ?? undefined
  if (rows.size >= MOST) rows.clear()
  const named = searchRow(candidate, entries, groups)
  rows.set(key, named ?? null)
  return named
}

function rowsKnown(entries: readonly LabelEntry[], groups: readonly LabelEntry[]): Map<string, Named | null> {
  let byGroups = known.get(entries)
  if (byGroups === undefined) {
    byGroups = new WeakMap()
    known.set(entries, byGroups)
  }
  const rows = byGroups.get(groups) ?? new Map<string, Named | null>()
  byGroups.set(groups, rows)
  return rows
}

const keys = new WeakMap<Candidate, string>()

/** All that the name of a row hangs on, as one text; `null` for labels too long to be met again. */
function keyOf(candidate: Candidate): string | null {
  const before = keys.get(candidate)
  if (before !== undefined) return before
  const { labels, own, layout } = candidate
  let key = `${layout} ${own}`
  for (let index = Math.max(0, labels.length - Math.max(PIECES, own)); index < labels.length; index++) {
    const text = labels[index]?.text ?? ''
    key += ` ${text.length}:${text}`
    if (key.length > 3 * LONGEST) return null
  }
  keys.set(candidate, key)
  return key
}

function searchRow(
  candidate: Candidate,
  entries: readonly LabelEntry[],
  groups: readonly LabelEntry[],
): Named | undefined {
  const { labels } = candidate
  return (
    search(labels, (text) => findExact(text, entries)) ??
    search(labels, (text) => findAnnotated(text, entries)) ??
    search(labels, (text) => findBehindGroup(text, entries, groups)) ??
    search(labels.slice(-1), (text) => findBehindNumber(text, entries)) ??
    beforeOddValues(candidate, entries) ??
    search(labels, (text) => findMisprinted(text, entries)) ??
    search(labels, (text) => onlyFragment(text, entries))
  )
}

/** All entries that the texts before the values may be a piece of. */
export function fragmentsOf(candidate: Candidate, entries: readonly LabelEntry[]): readonly LabelEntry[] {
  for (const count of [1, 2, 3]) {
    const found = findFragment(joined(candidate.labels, count), entries)
    if (found.length > 0) return found
  }
  return []
}

/** The last `count` texts as one. */
export function joined(fields: readonly Field[], count: number): string {
  return fields
    .slice(-count)
    .map((field) => field.text)
    .join('')
}

function search(labels: readonly Field[], find: (text: string) => LabelMatch | undefined): Named | undefined {
  let text = ''
  for (let count = 1; count <= Math.min(PIECES, labels.length); count++) {
    text = (labels.at(-count)?.text ?? '') + text
    if (text.length > LONGEST) return undefined
    const found = find(text)
    if (found !== undefined) return { ...found, count, odd: 0 }
  }
  return undefined
}

/** `三、本年度办理结果（一）予以公开` in one field: the group first, then the row. */
function findBehindGroup(
  text: string,
  entries: readonly LabelEntry[],
  groups: readonly LabelEntry[],
): LabelMatch | undefined {
  const { words } = foldLabel(text)
  for (const group of groups) {
    for (const name of [group.canonical, ...group.variants]) {
      if (!words.startsWith(name) || words.length === name.length) continue
      const rest = foldLabel(words.slice(name.length)).words.replace(
        /^[一二三四五六七八九十\d]{1,2}(?=\p{Script=Han})/u,
        '',
      )
      const whole = words.slice(name.length)
      const found =
        findExact(whole, entries) ??
        findExact(rest, entries) ??
        findAnnotated(rest, entries) ??
        (groups.some((other) => rest.startsWith(other.canonical))
          ? findBehindGroup(rest, entries, groups)
          : undefined)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** `三、本年度办理（一）予以公开`: what follows the last number inside the text, if that number is the row's own. */
function findBehindNumber(text: string, entries: readonly LabelEntry[]): LabelMatch | undefined {
  const tail = /^.+?((?:\([一二三四五六七八九十]\)|\d[.、])[^()]{2,}(?:\(.*\))?)$/u.exec(foldText(text))?.[1]
  const found = tail === undefined ? undefined : findExact(tail, entries)
  const { ordinal } = foldLabel(tail ?? '')
  return found !== undefined && !contradicts(ordinal, found.entry.ordinal) ? found : undefined
}

/** `[重复申请] [O] [0] …`: a text right behind the label that is no label stands where a value belongs. */
function beforeOddValues(candidate: Candidate, entries: readonly LabelEntry[]): Named | undefined {
  const { labels, own, layout } = candidate
  if (layout === 'line' || layout === 'stream') return undefined
  for (let index = labels.length - 2; index >= labels.length - own; index--) {
    const label = labels[index]
    const behind = labels.slice(index + 1)
    if (label === undefined || behind.some((field) => field.text.length > 12)) return undefined
    const found = findExact(label.text, entries)
    if (found !== undefined && behind.every((field) => !looksLikeValue(field.text))) {
      return { ...found, count: 1, odd: behind.length }
    }
  }
  return undefined
}

function onlyFragment(text: string, entries: readonly LabelEntry[]): LabelMatch | undefined {
  const [first, second] = findFragment(text, entries)
  return first !== undefined && second === undefined ? { entry: first, by: 'fragment' } : undefined
}
