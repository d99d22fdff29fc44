import { expandTable, type RawCell, type RawRow } from './expand-table.ts'
import type { Line } from './lines.ts'
import type { GridBlock, GridRow } from './source.ts'
import { joinLines } from './text-of-cell.ts'

/**
 * A table in reading order. Some offices put the whole report into one table: rows with a single field that is a
 * heading or prose are text, the rows between them are the data.
 */
export function piecesOfTable(rows: readonly RawRow[], where: string): readonly (Line | GridBlock)[] {
  const grid = expandTable(
    rows.map((row) => row.map(joined)),
    where,
  )
  const pieces: (Line | GridBlock)[] = []
  let data: GridRow[] = []
  const endData = () => {
    if (data.length > 0) pieces.push({ ...grid, rows: data })
    data = []
  }
  for (const [index, row] of grid.rows.entries()) {
    const prose = proseOf(rows[index] ?? [], row)
    if (prose === null) {
      data.push(row)
      continue
    }
    endData()
    for (const text of prose.text.split('\n')) {
      if (text.trim() !== '') pieces.push({ text, where: row.where })
    }
  }
  endData()
  return pieces
}

function joined(cell: RawCell): RawCell {
  const text = joinLines(cell.text)
  return text === cell.text ? cell : { ...cell, text }
}

/** Whether a table only arranges the page: its cells hold tables or whole passages, and few rows look like data. */
export function isLayout(rows: readonly RawRow[], hasTables: boolean): boolean {
  const widest = Math.max(0, ...rows.map((row) => row.length))
  if (widest <= 1) return true
  const passages = rows.some((row) => row.some((cell) => cell.text.length > 300 && cell.text.includes('\n')))
  if (!hasTables && !passages) return false
  const dataRows = rows.filter(
    (row) => row.filter((cell) => cell.text.trim() !== '' && cell.text.length < 60).length >= 3,
  )
  return dataRows.length < 3
}

/** A row with one filled cell that is a heading or a passage. */
function proseOf(raw: RawRow, row: GridRow): RawCell | null {
  let only: RawCell | undefined
  for (const cell of raw) {
    if (cell.text.trim() === '') continue
    if (only !== undefined) return null
    only = cell
  }
  if (only === undefined || row.cells.some((cell) => cell.continued && cell.text !== '')) return null
  const text = joinLines(only.text)
  if (/第二十条|办理结果|勾稽|信息内容/.test(text.slice(0, 40))) return null
  return text.length > 60 || /^[一二三四五六]\s*、.*(?:情况|问题|事项)|年度报告$/.test(text) ? only : null
}
