import { REPORT_FORMATS, type TableId } from '@mingfu/law'
import type { ReadReport } from '@mingfu/report'
import { MarkedTable, tableOfIds } from './marked-tables.tsx'
import { MarkedParagraphs, MarkedText } from './marked-text.tsx'
import type { Marks } from './marks.ts'

type Props = Readonly<{ format: '2019' | '2021'; read: ReadReport; marks: Marks }>

/** 年度报告全文: title, preamble, sections and tables as read, every fault marked in its place. */
export function MarkedReport({ format, read, marks }: Props) {
  const { report } = read
  const sections = report.sections ?? []
  const { anchors } = marks
  const tableOf = (id: string) => REPORT_FORMATS[format].sections.find((section) => section.id === id)?.table
  const shown = new Set(sections.map(({ id }) => tableOf(id)))
  const homeless = (['t2', 't3', 't4'] as const).filter((table) => !shown.has(table))
  return (
    <div class="marked-report">
      {report.title !== undefined && (
        <p class="report-title">
          <MarkedText text={report.title} marks={marks.title} anchors={anchors} />
        </p>
      )}
      {report.preamble !== undefined && (
        <MarkedParagraphs text={report.preamble} marks={marks.preamble} anchors={anchors} />
      )}
      {sections.map(({ id, heading, text }, index) => {
        const table = tableOf(id)
        // A section that is printed twice has its table once.
        const first = sections.findIndex((section) => section.id === id) === index
        return (
          <>
            <h3>
              <MarkedText text={heading} marks={marks.headings.get(index) ?? []} anchors={anchors} />
            </h3>
            <MarkedParagraphs text={text} marks={marks.texts.get(index) ?? []} anchors={anchors} />
            {table && first && <TableOrNote format={format} id={table} read={read} marks={marks} />}
          </>
        )
      })}
      {homeless.map((table) => (
        <TableOrNote format={format} id={table} read={read} marks={marks} />
      ))}
    </div>
  )
}

const NAMES: Readonly<Record<TableId, string>> = { t2: '表二', t3: '表三', t4: '表四' }

function TableOrNote({ format, id, read, marks }: Props & { id: TableId }) {
  const isRead = Object.keys(read.cells).some((cell) => cell.startsWith(`${id}.`))
  if (!isRead) return <p class="muted">没有读到{NAMES[id]}。</p>
  return <MarkedTable table={tableOfIds(format, id)} cells={read.cells} marks={marks} />
}
