import { LABEL_NORMALISATION } from '@mingfu/law'
import { foldLabel } from './fold.ts'
import type { LabelEntry, LabelMatch, MatchedBy } from './label-index.ts'
import { isFigure, remember } from './remember.ts'

/** The label that `text` prints, word for word, by a known variant, or with a note added in brackets. */
export function findLabel(text: string, entries: readonly LabelEntry[]): LabelMatch | undefined {
  return isFigure(text) ? undefined : indexOf(entries).label(text)
}

/** N1 to N6: the canonical words or a known variant. */
export function findExact(text: string, entries: readonly LabelEntry[]): LabelMatch | undefined {
  return isFigure(text) ? undefined : indexOf(entries).exact(text)
}

function exactIn(text: string, { canonical, variant }: LabelWritings): LabelMatch | undefined {
  const { words } = foldLabel(text)
  return words === '' ? undefined : (canonical.get(words) ?? variant.get(words) ?? undefined)
}

/** N7: the same after the text in brackets, then the year, is taken away. */
export function findAnnotated(text: string, entries: readonly LabelEntry[]): LabelMatch | undefined {
  return annotatedIn(text, indexOf(entries))
}

function annotatedIn(text: string, { annotated }: LabelWritings): LabelMatch | undefined {
  const { words, bare, yearless } = foldLabel(text)
  if (bare === words && yearless === words) return undefined
  const found = bare === '' || bare === words ? null : annotated.get(bare)
  if (found || bare === yearless || yearless === '' || yearless === words) return found ?? undefined
  return annotated.get(yearless) ?? undefined
}

/** Of so many texts every list of labels remembers what they are. */
const ASKED = 2000

/** What each writing stands for; `null` where it may stand for several rows or columns. */
type Writings = ReadonlyMap<string, LabelMatch | null>
type LabelWritings = Readonly<{ canonical: Writings; variant: Writings; annotated: Writings }>

type LabelIndex = LabelWritings &
  Readonly<Record<'exact' | 'label', (text: string) => LabelMatch | undefined>>

const indexes = new WeakMap<readonly LabelEntry[], LabelIndex>()

/** The lists of labels are few and stay the same: each is turned into tables once. */
function indexOf(entries: readonly LabelEntry[]): LabelIndex {
  const known = indexes.get(entries)
  if (known !== undefined) return known
  const writings = {
    canonical: writingsOf(entries, 'canonical', (entry) => [entry.canonical]),
    variant: writingsOf(entries, 'variant', (entry) => entry.variants),
    annotated: writingsOf(entries, 'annotated', (entry) => [entry.canonical, ...entry.variants, entry.bare]),
  }
  const index = {
    ...writings,
    exact: remember((text) => exactIn(text, writings), ASKED),
    label: remember((text) => exactIn(text, writings) ?? annotatedIn(text, writings), ASKED),
  }
  indexes.set(entries, index)
  return index
}

function writingsOf(
  entries: readonly LabelEntry[],
  by: MatchedBy,
  forms: (entry: LabelEntry) => readonly string[],
): Writings {
  const writings = new Map<string, LabelMatch | null>()
  for (const entry of entries) {
    for (const form of forms(entry)) {
      const before = writings.get(form)
      // The same column may be listed for both formats.
      if (before === undefined) writings.set(form, { entry, by })
      else if (before !== null && before.entry.id !== entry.id) writings.set(form, null)
    }
  }
  return writings
}

/** N8: the one entry at edit distance 1 (2 for long labels). A printed number that contradicts it rules it out. */
export function findMisprinted(text: string, entries: readonly LabelEntry[]): LabelMatch | undefined {
  const known = misprints.get(entries)
  if (known !== undefined) return known(text)
  const find = remember((one) => searchMisprinted(one, entries))
  misprints.set(entries, find)
  return find(text)
}

const misprints = new WeakMap<readonly LabelEntry[], (text: string) => LabelMatch | undefined>()

function searchMisprinted(text: string, entries: readonly LabelEntry[]): LabelMatch | undefined {
  const { words, bare, ordinal } = foldLabel(text)
  const { short, long, longFrom } = LABEL_NORMALISATION.distance
  const close = entries.filter((entry) => {
    if (contradicts(ordinal, entry.ordinal)) return false
    return [entry.canonical, ...entry.variants].some((form) => {
      if (form.length < 4) return false
      const limit = form.length >= longFrom ? long : short
      return within(words, form, limit) || (bare.length >= 4 && within(bare, form, limit))
    })
  })
  const [first, second] = close
  return first !== undefined && second === undefined ? { entry: first, by: 'edit-distance' } : undefined
}

/** The entries that a piece of a broken label may belong to: its beginning, or a long stretch from inside it. */
export function findFragment(text: string, entries: readonly LabelEntry[]): readonly LabelEntry[] {
  const { words, ordinal } = foldLabel(text)
  if (words.length < 4) return []
  return entries.filter((entry) => {
    if (contradicts(ordinal, entry.ordinal)) return false
    if (entry.canonical.startsWith(words)) return true
    return ordinal === '' && words.length >= 6 && entry.canonical.includes(words)
  })
}

/** Both carry a number, and not the same. */
export function contradicts(printed: string, expected: string): boolean {
  return printed !== '' && expected !== '' && digitsOf(printed) !== digitsOf(expected)
}

/** Whether two words are at most `limit` insertions, deletions or replacements apart. */
export function within(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let best = row
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const value = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
      current.push(value)
      best = Math.min(best, value)
    }
    if (best > limit) return false
    previous = current
  }
  return (previous[b.length] ?? limit + 1) <= limit
}

function digitsOf(ordinal: string): string {
  return ordinal.replace(/[^\d一二三四五六七八九十]/g, '')
}
