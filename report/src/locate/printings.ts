import type { Printing, RepeatedRow } from '../report.ts'
import type { Field } from './field.ts'
import type { MatchedBy } from './label-index.ts'

/** A row as it was met in the document, under its own name. */
export type Met = Readonly<{
  row: string
  /** The printed line that the name stands in, such as `4/12`. */
  line: string
  where: string
  /** Its texts by column id; asked for only where the row is printed again. */
  values?: () => Readonly<Record<string, string>>
  /** 其他, 总计 and a lone figure in running text stand elsewhere as well: alone they repeat nothing. */
  weak: boolean
}>

const CERTAIN: ReadonlySet<MatchedBy> = new Set<MatchedBy>(['canonical', 'variant', 'annotated'])

/**
 * The meeting with a row; none where its name is only carried down from the line above, or was guessed from a piece of
 * it or from the neighbours.
 */
export function meeting(
  row: string,
  by: MatchedBy,
  texts: readonly Field[],
  { weak, values }: Pick<Met, 'weak' | 'values'>,
): readonly Met[] {
  const name = texts.at(-1)
  if (name === undefined || name.continued || !CERTAIN.has(by)) return []
  const met = { row, line: `${name.block}/${name.row}`, where: name.where, weak }
  return [values === undefined ? met : { ...met, values }]
}

/** 重复出现的各行: rows that were met at more than one place, with all their places. */
export function repeatedRows(met: readonly Met[]): readonly RepeatedRow[] {
  const repeated = [...Map.groupBy(met, ({ row }) => row).values()].filter(
    (times) => times.length > 1 && new Set(times.map(({ line }) => line)).size > 1,
  )
  if (repeated.every((times) => times.some(({ weak }) => weak))) return []
  return repeated.flatMap((times) => {
    const [first] = times
    return first === undefined ? [] : [{ row: first.row, printings: times.map(printingOf) }]
  })
}

/**
 * Of a table printed twice, the rows that were met once: their other print is blank or not understood. A table was
 * printed twice when half of the rows of the form (`order`) were met again.
 */
export function onlyOnce(repeated: readonly RepeatedRow[], order: readonly string[]): readonly string[] {
  return repeated.length * 2 < order.length
    ? []
    : order.filter((row) => repeated.every((other) => other.row !== row))
}

function printingOf({ where, values }: Met): Printing {
  return values === undefined ? { where } : { where, values: values() }
}
