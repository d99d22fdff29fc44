import type { Table } from './model.ts'

/** For each row, the grid column in which each of its own cells starts. */
export function startColumns(block: Table): readonly (readonly number[])[] {
  const taken = new Set<string>()
  return block.rows.map((row, rowIndex) => {
    let column = 0
    return row.map((cell) => {
      while (taken.has(`${rowIndex},${column}`)) column += 1
      const start = column
      for (let down = 0; down < (cell.rowSpan ?? 1); down += 1) {
        for (let across = 0; across < (cell.colSpan ?? 1); across += 1) {
          taken.add(`${rowIndex + down},${start + across}`)
        }
      }
      return start
    })
  })
}
