import type { GridBlock, GridCell } from './source.ts'

export type RawCell = Readonly<{ text: string; colspan: number; rowspan: number }>
export type RawRow = readonly RawCell[]

const WIDEST = 200

/** A table with its row and column spans expanded, so that every cell knows the grid columns it covers. */
export function expandTable(rows: readonly RawRow[], where: string): GridBlock {
  const carried: Map<number, { cell: GridCell; rows: number }> = new Map()
  const expanded = rows.map((row, number) => {
    const cells: GridCell[] = []
    let column = 0
    const carry = () => {
      for (let above = carried.get(column); above !== undefined; above = carried.get(column)) {
        cells.push({ ...above.cell, continued: true })
        if (above.rows <= 1) carried.delete(column)
        else carried.set(column, { cell: above.cell, rows: above.rows - 1 })
        column += above.cell.span
      }
    }
    for (const raw of row) {
      carry()
      if (column >= WIDEST) break
      const span = Math.max(1, raw.colspan)
      const cell = {
        text: raw.text,
        column,
        span,
        continued: false,
        where: `${where}第${number + 1}行第${column + 1}列`,
      }
      cells.push(cell)
      // rowspan="0" runs to the end of the table.
      const below = raw.rowspan === 0 ? rows.length - number - 1 : raw.rowspan - 1
      if (below > 0) carried.set(column, { cell, rows: Math.min(below, rows.length - number - 1) })
      column += span
    }
    carry()
    if (carried.size === 0) return { cells, where: `${where}第${number + 1}行` }
    for (const later of [...carried.keys()].filter((key) => key > column).toSorted((a, b) => a - b)) {
      column = later
      carry()
    }
    return { cells, where: `${where}第${number + 1}行` }
  })
  return { kind: 'grid', layout: 'exact', rows: expanded, where }
}
