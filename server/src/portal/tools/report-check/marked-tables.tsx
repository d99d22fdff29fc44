import type { Cell, Table } from '@mingfu/documents'
import { type FormatId, REPORT_FORMATS, type TableId } from '@mingfu/law'
import { type ReadReport, statutoryTable } from '@mingfu/report'
import { MarkLinks } from './marked-text.tsx'
import type { Marks } from './marks.ts'

type Props = Readonly<{
  table: Table
  cells: ReadReport['cells']
  marks: Marks
}>

/** 一张表: in the statutory form, as read, with the cells that a finding is about marked where they stand. */
export function MarkedTable({ table, cells, marks }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll checked" aria-label={table.caption} tabIndex={0}>
      <table class="grid">
        <caption class="sr">{table.caption}</caption>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              {row.map((cell) =>
                cell.header ? (
                  <Head cell={cell} />
                ) : (
                  <Figure cell={cell} text={cells[cell.text]?.raw} marks={marks} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A statutory table with each cell's own id for a figure: the printed form then says where every cell stands. */
export function tableOfIds(format: FormatId, wanted: TableId): Table {
  const cells: Record<string, Record<string, string>> = {}
  for (const { id, table, row, column } of REPORT_FORMATS[format].cells) {
    if (table === wanted) cells[row] = { ...cells[row], [column]: id }
  }
  return statutoryTable(format, wanted, cells)
}

function Head({ cell }: { cell: Cell }) {
  const { text, colSpan, rowSpan, header } = cell
  const wide = header === 'column' ? (colSpan ?? 1) > 1 : (rowSpan ?? 1) > 1
  const scope = header === 'column' ? (wide ? 'colgroup' : 'col') : wide ? 'rowgroup' : 'row'
  return (
    <th scope={scope} {...(colSpan ? { colSpan } : {})} {...(rowSpan ? { rowSpan } : {})}>
      {text}
    </th>
  )
}

function Figure(props: { cell: Cell; text: string | undefined; marks: Marks }) {
  const { cell, text, marks } = props
  const numbers = marks.cells.get(cell.text) ?? []
  const { colSpan } = cell
  const figure = text === undefined ? <span class="muted">未读到</span> : text
  return (
    <td {...(colSpan ? { colSpan } : {})} class={classOf(cell.text, numbers, marks)}>
      {text === '' ? <span class="muted">空白</span> : figure}
      <MarkLinks numbers={numbers} at={cell.text} anchors={marks.anchors} />
    </td>
  )
}

function classOf(id: string, numbers: readonly number[], { involved }: Marks): string | undefined {
  if (numbers.length > 0) return 'faulty'
  return involved.has(id) ? 'involved' : undefined
}
