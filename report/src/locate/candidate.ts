import type { Field, FieldRow, Layout } from './field.ts'
import { looksLikeValue } from './parse-value.ts'

/** A run of values with the texts that stand before it: perhaps a row of a table. */
export type Candidate = Readonly<{
  /** Texts since the last values, nearest last. */
  labels: readonly Field[]
  /** How many of them stand in the row of the values. */
  own: number
  /** Texts since the last filled values: table heads are found here. */
  heads: readonly Field[]
  values: readonly Field[]
  layout: Layout
  block: number
  row: number
  /** Fields of the printed row, blanks included; 0 where row ends are lost. */
  width: number
  /** Nothing follows: the file may have been cut here. */
  last: boolean
  /** The file was cut in this row, and its last field is left out. */
  cut: boolean
}>

const REMEMBERED = 40

/** Cut the fields of the document into rows of labels and values. `truncated`: the file ends in mid-word. */
export function candidatesOf(rows: readonly FieldRow[], truncated = false): readonly Candidate[] {
  const found: Candidate[] = []
  let labels: Field[] = []
  let heads: Field[] = []
  let texts: Field[] = []
  let values: Field[] = []
  let from: FieldRow | null = null as FieldRow | null

  function close(): void {
    heads = [...heads, ...texts].slice(-REMEMBERED)
    labels = [...labels, ...texts].slice(-REMEMBERED)
    if (values.length > 0 && from !== null) {
      const { layout, block, row, width } = from
      const bounded = layout !== 'line' && layout !== 'stream'
      found.push({
        labels,
        own: texts.length,
        heads,
        values,
        layout,
        block,
        row,
        width: bounded ? width : 0,
        last: false,
        cut: false,
      })
      labels = []
      if (!areBlank(values)) heads = []
    }
    texts = []
    values = []
    from = null
  }

  function takeField(field: Field, row: FieldRow): void {
    if (looksLikeValue(field.text) || isOddValue(field, row, texts, values)) {
      // A figure that a row span carries down belongs to the row above it alone.
      if (field.continued) return
      from ??= row
      values.push(field)
      return
    }
    if (values.length > 0) {
      // Blanks before the first label of a row are what a span left behind.
      if (texts.length === 0 && areBlank(values)) values = []
      else close()
    }
    from = row
    texts.push(field)
  }

  for (const row of rows) {
    // Lines with one field each run on; every other row ends where it ends.
    const runsOn = row.layout === 'line' && from?.layout === 'line'
    if (!runsOn) close()
    const start = row.fields.findIndex((field) => field.text !== '')
    const filled = start < 0 ? 0 : row.fields.length - start
    const bounded = row.layout !== 'line' || filled > 1
    for (const [index, field] of row.fields.entries()) {
      if (bounded && row.layout === 'line' && index === start) close()
      takeField(field, row)
    }
    if (bounded) close()
  }
  close()
  return markLast(found, rows, truncated)
}

/** A text that is no label, inside a row whose values have begun: a value that is no number. */
function isOddValue(field: Field, row: FieldRow, texts: readonly Field[], values: readonly Field[]): boolean {
  if (row.layout === 'line' || row.layout === 'stream') return false
  if (texts.length === 0 || areBlank(values)) return false
  return field.text.length <= 12 && !/\p{Script=Han}{2}/u.test(field.text)
}

/** Where the file was cut, the last figure may be the beginning of a longer one: it is not taken. */
function markLast(
  found: readonly Candidate[],
  rows: readonly FieldRow[],
  truncated: boolean,
): readonly Candidate[] {
  const end = found.at(-1)
  const final = rows.at(-1)
  if (end === undefined || final === undefined) return found
  const reaches = end.values.some((field) => field.block === final.block && field.row === final.row)
  if (!reaches) return found
  const values = truncated ? end.values.slice(0, -1) : end.values
  return [
    ...found.slice(0, -1),
    ...(values.length === 0 ? [] : [{ ...end, values, last: true, cut: truncated }]),
  ]
}

function areBlank(fields: readonly Field[]): boolean {
  return fields.every((field) => field.text === '')
}

/** In a table, whose cells are known, and not in running lines. */
export function isTabular({ layout }: Candidate): boolean {
  return layout === 'exact' || layout === 'ragged'
}
