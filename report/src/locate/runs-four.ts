import { T4_BLOCKS, T4_COLUMNS } from '@mingfu/law'
import type { Candidate } from './candidate.ts'
import type { Field } from './field.ts'
import { foldLabel } from './fold.ts'
import { T4_COLUMN_LABELS } from './label-index.ts'
import { findExact } from './match-label.ts'
import { parseValue } from './parse-value.ts'
import { blockNamed, ORDER_OF_FOUR, type ReadingOfFour } from './reading-four.ts'

const FIFTEEN = ORDER_OF_FOUR.length

/** So many candidates behind the heads of table four its figures are looked for. */
const NEAR = 6

/** The only run of exactly fifteen values behind the heads of table four, or several that agree. */
export function readRuns(candidates: readonly Candidate[]): ReadingOfFour | null {
  const start = candidates.findIndex(isBehindHead)
  if (start < 0) return null
  const near = candidates.filter((_, index) =>
    candidates.slice(Math.max(start, index - NEAR + 1), index + 1).some(isBehindHead),
  )
  const runs = near.flatMap((candidate) => {
    const values = candidate.values.filter((field) => field.text !== '').length > 0 ? candidate.values : []
    const fifteen = exactlyFifteen(values)
    // How many blanks empty lines stand for is a guess that the sums have to bear out.
    const isGuess = candidate.layout === 'line' && (fifteen?.some((field) => field.text === '') ?? false)
    return fifteen === null || (isGuess && !blocksTie(fifteen)) ? [] : [fifteen]
  })
  const [only, ...others] = runs
  if (only === undefined) return readThreeRuns(candidates)
  const printings = runs.map(byCell)
  // A second row of figures that is not whole shows that the table was printed twice.
  const broken = candidates.slice(start, start + NEAR).some(isBrokenRun)
  if (broken || others.some((run) => run.some((field, index) => field.text !== only[index]?.text))) {
    return { cells: new Map(), doubled: ORDER_OF_FOUR, printings }
  }
  if (!inOrder(candidates.slice(0, candidates.findIndex((one) => one.values.includes(only[0] as Field)) + 1)))
    return null
  return { cells: byCell(only), doubled: [], printings }
}

function byCell(fifteen: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(ORDER_OF_FOUR.flatMap((id, index) => (fifteen[index] ? [[id, fifteen[index]]] : [])))
}

/** Whether the filled figures of each block add up to its total. */
function blocksTie(fifteen: readonly Field[]): boolean {
  return T4_BLOCKS.every((_, block) => {
    const five = fifteen.slice(block * T4_COLUMNS.length, (block + 1) * T4_COLUMNS.length)
    const numbers = five.map((field) => parseValue(field.text, 'count').value ?? 0)
    const blank = five.every((field) => field.text === '')
    const total = numbers.at(-1) ?? 0
    return (
      blank || (five.at(-1)?.text !== '' && numbers.slice(0, -1).reduce((sum, one) => sum + one, 0) === total)
    )
  })
}

/** Nearly fifteen figures without a label: a row of this table that lost some. */
function isBrokenRun({ own, values }: Candidate): boolean {
  const filled = values.filter((field) => field.text !== '')
  return own === 0 && filled.length >= FIFTEEN / 2 && exactlyFifteen(values) === null
}

/** Three small tables of five values, each behind its block word. */
function readThreeRuns(candidates: readonly Candidate[]): ReadingOfFour | null {
  const cells = new Map<string, Field>()
  const doubled = new Set<string>()
  const printings: ReadonlyMap<string, Field>[] = []
  for (const candidate of candidates) {
    const named = candidate.labels.flatMap((field) => blockNamed(field.text)?.id ?? [])
    const [block, second] = new Set(named)
    const outcomes = candidate.labels.flatMap(
      (field) => findExact(field.text, T4_COLUMN_LABELS)?.entry.id ?? [],
    )
    const standard = outcomes.join() === T4_COLUMNS.map((column) => column.id).join()
    if (block === undefined || second !== undefined || !standard) continue
    if (candidate.values.length !== T4_COLUMNS.length) continue
    const five = new Map(
      T4_COLUMNS.flatMap((column, index) => {
        const field = candidate.values[index]
        return field === undefined ? [] : [[`t4.${block}.${column.id}`, field] as const]
      }),
    )
    for (const [id, field] of five) {
      const before = cells.get(id)
      if (before === undefined) cells.set(id, field)
      else if (before.text !== field.text) doubled.add(id)
    }
    printings.push(five)
  }
  for (const id of doubled) cells.delete(id)
  return printings.length === 0 ? null : { cells, doubled: [...doubled], printings }
}

function exactlyFifteen(values: readonly Field[]): readonly Field[] | null {
  if (values.length === FIFTEEN) return values
  if (values.length < FIFTEEN) return null
  // Blanks outside a single possible window are fillers of a span.
  const starts = Array.from({ length: values.length - FIFTEEN + 1 }, (_, start) => start).filter((start) =>
    values.every((field, index) => (index >= start && index < start + FIFTEEN) || field.text === ''),
  )
  const [start, second] = starts
  return start === undefined || second !== undefined ? null : values.slice(start, start + FIFTEEN)
}

function isBehindHead(candidate: Candidate): boolean {
  const words = [...candidate.heads, ...candidate.labels].map((field) => foldLabel(field.text).words).join('')
  const outcome = /结果维|结果纠|维持.*纠正/.test(words)
  return outcome && /行政复议|复议后起诉|直接起诉|总计/.test(words)
}

/** Where the outcome words are readable they must stand in the order of the format, block after block. */
function inOrder(candidates: readonly Candidate[]): boolean {
  const fields = candidates.flatMap((candidate) => candidate.heads).slice(-60)
  const outcomes = fields.flatMap((field) => findExact(field.text, T4_COLUMN_LABELS)?.entry.id ?? [])
  const whole = T4_COLUMNS.map((column) => column.id)
  const first = outcomes.slice(outcomes.indexOf('upheld'))
  if (first.length < whole.length) return true
  return first.slice(0, whole.length).join() === whole.join() || outcomes.length % whole.length !== 0
}
