import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { FACES, TEXT_WIDTH } from './docx-style.ts'
import type { Cell, Table as TableBlock } from './model.ts'
import { startColumns } from './table-grid.ts'

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const BORDERS = {
  top: BORDER,
  bottom: BORDER,
  left: BORDER,
  right: BORDER,
  insideHorizontal: BORDER,
  insideVertical: BORDER,
} as const

// Line heights are exact: a document grid or a generous font would push the statutory table over its page.
const SIZES = {
  compact: { size: 19, line: 240, margins: { top: 52, bottom: 52, left: 60, right: 60 } },
  body: { size: 24, line: 300, margins: { top: 90, bottom: 90, left: 80, right: 80 } },
} as const

/** A table of fixed column widths with merged cells; its head repeats on every page. */
export function docxTable(block: TableBlock): Table {
  const sum = block.columns.reduce((total, width) => total + width, 0)
  const widths = block.columns.map((width) => Math.round((width / sum) * TEXT_WIDTH))
  const starts = startColumns(block)
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: SIZES[block.size].margins,
    rows: block.rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index < block.headerRows,
          cantSplit: true,
          children: row.map((cell, position) => {
            const start = starts[index]?.[position] ?? 0
            const width = widths
              .slice(start, start + (cell.colSpan ?? 1))
              .reduce((total, each) => total + each, 0)
            return docxCell(
              cell,
              block.size,
              width,
              block.size === 'compact' && index < block.rows.length - 1,
            )
          }),
        }),
    ),
  })
}

function docxCell(cell: Cell, size: TableBlock['size'], width: number, keepNext: boolean): TableCell {
  const align = cell.align ?? (cell.header === undefined ? 'start' : 'center')
  const { line } = SIZES[size]
  const lines = cell.text.split('\n')
  return new TableCell({
    columnSpan: cell.colSpan ?? 1,
    rowSpan: cell.rowSpan ?? 1,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: lines.map(
      (text) =>
        new Paragraph({
          alignment: { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT }[
            align
          ],
          spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
          indent: { firstLine: 0 },
          // A statutory table stays whole: Word keeps a row on the page of the next one.
          keepNext,
          children: [new TextRun({ text, font: FACES.song, size: SIZES[size].size, characterSpacing: 0 })],
        }),
    ),
  })
}
