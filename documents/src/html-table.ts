import { escapeHtml, linesHtml } from './html-escape.ts'
import type { Cell, Table } from './model.ts'
import { startColumns } from './table-grid.ts'

type Placed = Readonly<{ cell: Cell; id: string; row: number; column: number }>

/**
 * A table that can be heard as well as seen: every head is a `th` with its scope, and every figure names the heads
 * it stands under and beside, since the statutory tables are too deep for scopes alone.
 */
export function tableHtml(block: Table, name: string): string {
  const placed = placedCells(block, name)
  const heads = headsAmong(placed.flat())
  const rows = placed.map((row) => `<tr>\n${row.map((each) => cellHtml(each, heads)).join('\n')}\n</tr>`)
  const head = rows.slice(0, block.headerRows)
  const body = rows.slice(block.headerRows)
  const caption = `<caption${block.captionShown === true ? '' : ' class="visually-hidden"'}>${escapeHtml(block.caption)}</caption>`
  const thead = head.length === 0 ? '' : `<thead>\n${head.join('\n')}\n</thead>\n`
  return `<div class="table-scroll" role="region" aria-label="${escapeHtml(block.caption)}" tabindex="0">
<table>
${caption}
${thead}<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`
}

function placedCells(block: Table, name: string): readonly (readonly Placed[])[] {
  const starts = startColumns(block)
  return block.rows.map((row, rowIndex) =>
    row.map((cell, index) => {
      const column = starts[rowIndex]?.[index] ?? 0
      return { cell, id: `${name}-r${rowIndex + 1}c${column + 1}`, row: rowIndex, column }
    }),
  )
}

/** The heads of a table: those over columns by the squares they cover, and those of rows. */
type Heads = Readonly<{ over: ReadonlyMap<string, Placed>; ofRows: readonly Placed[] }>

function headsAmong(all: readonly Placed[]): Heads {
  const over = new Map<string, Placed>()
  for (const each of all) {
    if (each.cell.header !== 'column') continue
    for (let down = 0; down < (each.cell.rowSpan ?? 1); down += 1)
      for (let across = 0; across < (each.cell.colSpan ?? 1); across += 1)
        over.set(square(each.row + down, each.column + across), each)
  }
  return { over, ofRows: all.filter(({ cell }) => cell.header === 'row') }
}

const square = (row: number, column: number) => `${row},${column}`

function cellHtml(placed: Placed, all: Heads): string {
  const { cell, id } = placed
  const spans = `${span('colspan', cell.colSpan)}${span('rowspan', cell.rowSpan)}`
  const classes = alignmentClass(cell)
  const text = linesHtml(cell.text)
  const heads = headsOf(placed, all).map((head) => head.id)
  const headers = heads.length === 0 ? '' : ` headers="${heads.join(' ')}"`
  if (cell.header === undefined) return `<td${spans}${headers}${classes}>${text}</td>`
  return `<th id="${id}" scope="${scopeOf(cell)}"${spans}${headers}${classes}>${text}</th>`
}

function scopeOf(cell: Cell): string {
  if (cell.header === 'column') return (cell.colSpan ?? 1) > 1 ? 'colgroup' : 'col'
  return (cell.rowSpan ?? 1) > 1 ? 'rowgroup' : 'row'
}

/**
 * The heads of a cell: upward, the nearest run of head rows; to the left, every row head that reaches this row.
 * A head has heads of its own: the wider one above it or the taller one before it.
 */
function headsOf(placed: Placed, all: Heads): readonly Placed[] {
  const { cell } = placed
  const above = cell.header === 'row' ? [] : columnHeads(placed, all)
  const before = cell.header === 'column' ? [] : rowHeads(placed, all)
  return [...above, ...before]
}

function columnHeads(placed: Placed, all: Heads): readonly Placed[] {
  const heads: Placed[] = []
  let inHead = placed.cell.header === 'column'
  for (let row = placed.row - 1; row >= 0; row -= 1) {
    const over = all.over.get(square(row, placed.column))
    if (over === undefined) {
      if (inHead) break
      continue
    }
    inHead = true
    if (!heads.includes(over)) heads.unshift(over)
  }
  return heads
}

function rowHeads(placed: Placed, all: Heads): readonly Placed[] {
  return all.ofRows.filter((each) => each.column < placed.column && reaches(each, placed.row))
}

function reaches(each: Placed, row: number): boolean {
  return each.row <= row && row < each.row + (each.cell.rowSpan ?? 1)
}

function span(attribute: string, count: number | undefined): string {
  return count === undefined || count === 1 ? '' : ` ${attribute}="${count}"`
}

function alignmentClass(cell: Cell): string {
  const usual = cell.header === undefined ? 'start' : 'center'
  const align = cell.align ?? usual
  if (align === usual) return ''
  return ` class="${{ start: 'at-start', center: 'in-centre', end: 'in-end' }[align]}"`
}
