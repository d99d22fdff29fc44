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

/**
 * The row that a candidate prints: the nearest texts before the values, joined as far as needed, word for word
 * first, then with notes and group names taken off, then with a misprint, last as a piece of one label only.
 */
export function matchRow(
  candidate: Candidate,
  entries: readonly LabelEntry[],
  groups: readonly LabelEntry[] = [],
): RowMatch | undefined {
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

function search(
  labels: readonly Field[],
  find: (text: string) => LabelMatch | undefined,
): RowMatch | undefined {
  let text = ''
  for (let count = 1; count <= Math.min(PIECES, labels.length); count++) {
    text = (labels.at(-count)?.text ?? '') + text
    if (text.length > LONGEST) return undefined
    const found = find(text)
    if (found !== undefined) return { ...found, texts: labels.slice(-count), extraValues: [] }
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
function beforeOddValues(candidate: Candidate, entries: readonly LabelEntry[]): RowMatch | undefined {
  const { labels, own, layout } = candidate
  if (layout === 'line' || layout === 'stream') return undefined
  for (let index = labels.length - 2; index >= labels.length - own; index--) {
    const label = labels[index]
    const behind = labels.slice(index + 1)
    if (label === undefined || behind.some((field) => field.text.length > 12)) return undefined
    const found = findExact(label.text, entries)
    if (found !== undefined && behind.every((field) => !looksLikeValue(field.text))) {
      return { ...found, texts: [label], extraValues: behind }
    }
  }
  return undefined
}

function onlyFragment(text: string, entries: readonly LabelEntry[]): LabelMatch | undefined {
  const [first, second] = findFragment(text, entries)
  return first !== undefined && second === undefined ? { entry: first, by: 'fragment' } : undefined
}
