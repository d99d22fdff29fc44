import type { FormatId } from '@mingfu/law'
import type { Candidate } from './candidate.ts'
import type { Field } from './field.ts'
import { foldLabel } from './fold.ts'
import { isHeadThree } from './header-three.ts'
import {
  type LabelEntry,
  type MatchedBy,
  T3_GROUP_LABELS,
  T3_ROW_LABELS,
  T4_COLUMN_LABELS,
} from './label-index.ts'
import { findExact } from './match-label.ts'
import { fragmentsOf, matchRow, type RowMatch } from './match-row.ts'
import { parseValue } from './parse-value.ts'
import { inferByOrder, type OrderedRow } from './row-order.ts'

/** A row of table three: of the format, a printed subtotal of a group, or beyond the format. */
export type RowOfThree = Readonly<{
  kind: 'row' | 'subtotal' | 'extra'
  /** Row id, or group id of a subtotal. */
  id: string
  by: MatchedBy
  texts: readonly Field[]
  values: readonly Field[]
  candidate: Candidate
}>

/** Words that name a row only where the rows before it say so: 其他 and 总计 are columns as well. */
const SHARED_WORDS = new Set(['其他', '总计', '合计', '其他原因', '其他处理'])
const SUBTOTAL = new Set(['小计', '合计', '总计'])

type Step = Readonly<{ candidate: Candidate; match: RowMatch | null; subtotalOf: string | null }>

/** The rows of table three in document order, each with the fields of its values. */
export function rowsOfThree(candidates: readonly Candidate[], format: FormatId): readonly RowOfThree[] {
  const steps = walk(joinBroken(candidates, format), format)
  const first = steps.findIndex((step) => step.match !== null)
  const last = steps.findLastIndex((step) => step.match !== null)
  if (first < 0) return []
  const inside = steps.slice(first, last + 1)
  const ids = T3_ROW_LABELS[format].map((entry) => entry.id)
  const open = inside.filter((step) => step.subtotalOf === null && !isEmptyRow(step))
  const inferred = inferByOrder(
    open.map((step) => orderedRow(step, format)),
    ids,
  )
  return inside.flatMap((step) => {
    const { candidate, match, subtotalOf } = step
    if (match !== null) {
      const values = [...match.extraValues, ...candidate.values]
      return { kind: 'row', id: match.entry.id, by: match.by, texts: match.texts, values, candidate } as const
    }
    if (subtotalOf !== null) return rowOf('subtotal', subtotalOf, step)
    const id = inferred.get(open.indexOf(step))
    if (id !== undefined) return rowOf('row', id, step)
    return isEmptyRow(step) || candidate.own === 0 || isHeadOfFour(candidate) ? [] : rowOf('extra', '', step)
  })
}

/** The rows whose words are shared with columns or groups. */
export function ambiguousRows(format: FormatId): readonly LabelEntry[] {
  return T3_ROW_LABELS[format].filter((entry) => SHARED_WORDS.has(entry.canonical))
}

function rowOf(kind: 'row' | 'subtotal' | 'extra', id: string, { candidate }: Step): RowOfThree {
  const texts = candidate.labels.slice(candidate.labels.length - Math.min(candidate.own, 2))
  return { kind, id, by: 'order', texts, values: candidate.values, candidate }
}

function walk(candidates: readonly Candidate[], format: FormatId): readonly Step[] {
  const groups = T3_GROUP_LABELS[format]
  const lists = ROW_LISTS[format]
  const steps: Step[] = []
  let previous: string | null = null
  let group: string | null = null

  for (const candidate of candidates) {
    if (isHeadOfFour(candidate)) previous = null
    const entries: readonly LabelEntry[] = isHeadRow(candidate)
      ? lists.plain
      : lists.with(sharedRows(previous, group, candidate.labels.at(-1)?.text ?? ''))
    group = groupBefore(candidate, groups) ?? group
    const match: RowMatch | null = matchRow(candidate, entries, groups) ?? null
    const subtotalOf = match === null ? subtotalGroup(candidate, groups, group, previous) : null
    if (match !== null) {
      previous = match.entry.id
      group = match.entry.group ?? group
    }
    steps.push({ candidate, match: isSoftAndEmpty(candidate, match) ? null : match, subtotalOf })
  }
  return steps
}

type Shared = 'other.misc' | 'other' | 'results_total'

/** The rows that may come next. Lists that are asked again and again stay the same, so that answers are remembered. */
type RowLists = Readonly<{
  plain: readonly LabelEntry[]
  with: (shared: readonly Shared[]) => readonly LabelEntry[]
}>

const ROW_LISTS: Readonly<Record<FormatId, RowLists>> = { 2019: rowLists('2019'), 2021: rowLists('2021') }

function rowLists(format: FormatId): RowLists {
  const rows = T3_ROW_LABELS[format]
  const plain = rows.filter((entry) => !SHARED_WORDS.has(entry.canonical))
  const known = new Map<string, readonly LabelEntry[]>()
  return {
    plain,
    with: (shared) => {
      if (shared.length === 0) return plain
      const key = shared.join()
      const before = known.get(key)
      if (before !== undefined) return before
      const list = [...plain, ...rows.filter(({ id }) => shared.some((one) => one === id))]
      known.set(key, list)
      return list
    },
  }
}

/** 其他 behind the other two of its group or with its number; 总计 behind a result row. */
function sharedRows(previous: string | null, group: string | null, text: string): readonly Shared[] {
  if (previous === null || previous === 'new_received' || previous === 'carried_in') return []
  const { ordinal } = foldLabel(text)
  const shared: Shared[] = ['other']
  if (previous.startsWith('other') || group === 'other' || ordinal.includes('3')) shared.push('other.misc')
  if (previous !== 'carried_out' && (ordinal !== '' || endsResults(previous))) shared.push('results_total')
  return shared
}

function endsResults(previous: string): boolean {
  return previous.startsWith('other') || previous === 'results_total'
}

function isHeadRow(candidate: Candidate): boolean {
  const texts = candidate.labels.slice(candidate.labels.length - candidate.own).map((field) => field.text)
  return candidate.layout !== 'line' && candidate.layout !== 'stream' && isHeadThree(texts)
}

function isHeadOfFour(candidate: Candidate): boolean {
  let outcomes = 0
  for (const { text } of candidate.labels) {
    const { words } = foldLabel(text)
    if (words === '行政复议') return true
    if ((words === '结果维持' || words === '结果纠正') && ++outcomes > 1) return true
  }
  return false
}

function groupBefore(candidate: Candidate, groups: readonly LabelEntry[]): string | undefined {
  for (let index = candidate.labels.length - 1; index >= 0; index--) {
    const found = findExact(candidate.labels[index]?.text ?? '', groups)
    if (found !== undefined && found.entry.id !== 'results') return found.entry.id
  }
  return undefined
}

/** A group name, or 小计, directly before figures: not in the format, but printed by some. */
function subtotalGroup(
  candidate: Candidate,
  groups: readonly LabelEntry[],
  group: string | null,
  previous: string | null,
): string | null {
  const label = candidate.labels.at(-1)
  if (label === undefined || label.continued || previous === null || isBlank(candidate.values)) return null
  const found = findExact(label.text, groups)?.entry.id
  if (found !== undefined) return found === 'results' ? null : found
  const words = foldLabel(label.text).words
  const named = groups.find((entry) => words === `${entry.canonical}小计`)?.id
  return named ?? (SUBTOTAL.has(words) ? group : null)
}

/** A piece of a label with nothing behind it is no row of its own. */
function isSoftAndEmpty(candidate: Candidate, match: RowMatch | null): boolean {
  if (match === null) return false
  const soft = match.by === 'fragment' || match.by === 'edit-distance'
  return soft && isBlank(candidate.values) && candidate.values.length < 7
}

function orderedRow({ candidate, match }: Step, format: FormatId): OrderedRow {
  if (match !== null) return { id: match.entry.id, may: [] }
  const pieces = fragmentsOf(candidate, T3_ROW_LABELS[format]).map((entry) => entry.id)
  if (pieces.length > 0) return { id: null, may: pieces }
  return { id: null, may: isUnlabelled(candidate) ? 'any' : [] }
}

function isUnlabelled(candidate: Candidate): boolean {
  return candidate.own === 0 || candidate.labels.at(-1)?.continued === true
}

function isEmptyRow({ candidate, match }: Step): boolean {
  return match === null && isBlank(candidate.values)
}

function isBlank(values: readonly Field[]): boolean {
  return values.every((field) => field.text === '')
}

/** `label 58 7 0 0` and `1 0 66` on the next line: one row broken in two. */
function joinBroken(candidates: readonly Candidate[], format: FormatId): readonly Candidate[] {
  const whole: Candidate[] = []
  for (const candidate of candidates) {
    const before = whole.at(-1)
    if (before !== undefined && continues(before, candidate) && startsRow(before, format)) {
      whole[whole.length - 1] = {
        ...before,
        values: [...before.values, ...candidate.values],
        last: candidate.last,
        cut: candidate.cut,
      }
    } else {
      whole.push(candidate)
    }
  }
  return whole
}

function continues(before: Candidate, after: Candidate): boolean {
  if (after.labels.length > 0 || before.layout === 'exact' || isBlank(before.values)) return false
  if (before.values.length < 2 || after.values.length < 2 || isBlank(after.values)) return false
  if (before.layout !== after.layout) return false
  const numbers = [...before.values, ...after.values].map((field) => parseValue(field.text, 'count').value)
  if (numbers.length !== 7 || numbers.some((value) => value === null)) return false
  // Two rows that both lost cells may also make seven: the sum has to show that it is one.
  const sum = numbers.slice(0, 6).reduce<number>((total, value) => total + (value ?? 0), 0)
  return sum === numbers[6]
}

function startsRow(candidate: Candidate, format: FormatId): boolean {
  return search(candidate, T3_ROW_LABELS[format])
}

function search(candidate: Candidate, entries: readonly LabelEntry[]): boolean {
  const match = matchRow(candidate, entries)
  return match !== undefined && findExact(match.entry.label, T4_COLUMN_LABELS) === undefined
}
