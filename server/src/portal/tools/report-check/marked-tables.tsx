import type { Cell, Table } from '@mingfu/documents'
import { type FormatId, REPORT_FORMATS, type TableId } from '@mingfu/law'
import { type CellTexts, type ReadReport, reportDocument } from '@mingfu/report'

/** Cell id → the numbers of the findings about it, as the list under the tables counts them. */
export type Marks = ReadonlyMap<string, readonly number[]>

type Props = Readonly<{ format: FormatId; cells: ReadReport['cells']; marks: Marks }>

/** 三张表: in the statutory form, as read, with the cells that a finding is about marked where they stand. */
export function MarkedTables({ format, cells, marks }: Props) {
  return tablesOfIds(format).map((table) => (
    <>
      <h3>{table.caption}</h3>
      {isRead(table, cells) ? (
        <MarkedTable table={table} cells={cells} marks={marks} />
      ) : (
        <p class="muted">没有读到这张表。</p>
      )}
    </>
  ))
}

function isRead(table: Table, cells: ReadReport['cells']): boolean {
  return table.rows.some((row) => row.some(({ text }) => cells[text] !== undefined))
}

function MarkedTable({ table, cells, marks }: Omit<Props, 'format'> & { table: Table }) {
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
                  <Figure cell={cell} text={cells[cell.text]?.raw} numbers={marks.get(cell.text) ?? []} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The statutory tables with each cell's own id for a figure: the printed form then says where every cell stands. */
function tablesOfIds(format: FormatId): readonly Table[] {
  const ids = { t2: {}, t3: {}, t4: {} } as Record<TableId, Record<string, Record<string, string>>>
  for (const { id, table, row, column } of REPORT_FORMATS[format].cells) {
    const columns = ids[table][row] ?? {}
    columns[column] = id
    ids[table][row] = columns
  }
  const table = (id: TableId): { cells: CellTexts } => ({ cells: ids[id] })
  const form = reportDocument({
    meta: { format },
    tables: { t2: table('t2'), t3: table('t3'), t4: table('t4') },
  })
  return form.blocks.filter((block) => block.kind === 'table')
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

function Figure(props: { cell: Cell; text: string | undefined; numbers: readonly number[] }) {
  const { cell, text, numbers } = props
  const { colSpan } = cell
  const figure = text === undefined ? <span class="muted">未读到</span> : text
  return (
    <td {...(colSpan ? { colSpan } : {})} class={numbers.length > 0 ? 'faulty' : undefined}>
      {text === '' ? <span class="muted">空白</span> : figure}
      {numbers.map((number) => (
        <a href={`#finding-${number}`}>
          <span class="sr">有问题，见</span>第{number}项
        </a>
      ))}
    </td>
  )
}
