import type { Cell, Table } from './model.ts'

/** A line of a form: names and what stands beside them, side by side. */
export type FormLine = readonly (readonly [name: string, value: string])[]

/**
 * 登记表、送达回证: a form of names and values. Every line fills the width: the values of a line with fewer pairs
 * are the wider for it.
 */
export function formTable(caption: string, lines: readonly FormLine[]): Table {
  const pairs = Math.max(1, ...lines.map((line) => line.length))
  return {
    kind: 'table',
    caption,
    columns: Array.from({ length: pairs }, () => [9, 12]).flat(),
    headerRows: 0,
    size: 'body',
    rows: lines.map((line) =>
      line.flatMap(([name, value], index): Cell[] => {
        const last = index === line.length - 1
        const free = pairs * 2 - line.length * 2 + 1
        return [
          { text: name, header: 'row' },
          { text: value, ...(last && free > 1 ? { colSpan: free } : {}) },
        ]
      }),
    ),
  }
}
