import type { Cell, Table } from '@mingfu/documents'
import {
  type FormatId,
  REPORT_FORMATS,
  type ReportFormat,
  T2_FIRST_COLUMN,
  type T2Block,
  T3_APPLICANT_HEAD,
  T3_CORNER_TEXT,
  T3_ORGANISATION_HEAD,
  type T3Group,
  type T3Row,
  T4_LITIGATION_HEAD,
  type TableId,
} from '@mingfu/law'
import type { CellTexts } from '../report.ts'

/** 表二、表三、表四 as the format prints them: canonical labels, the same merged cells, figures as entered. */
export function statutoryTable(format: FormatId, table: TableId, cells: CellTexts): Table {
  return TABLES[table](REPORT_FORMATS[format], cells)
}

const TABLES = { t2: tableTwo, t3: tableThree, t4: tableFour } as const

/** Columns of the printed form, in parts of the width of the page. */
const WIDTHS = {
  t2: [1, 1, 1, 1],
  t3: [720, 1010, 3216, 685, 685, 685, 685, 685, 685, 685],
  t4: Array<number>(15).fill(1),
} as const

function tableTwo(format: ReportFormat, cells: CellTexts): Table {
  return {
    kind: 'table',
    caption: '主动公开政府信息情况',
    columns: WIDTHS.t2,
    headerRows: 0,
    size: 'compact',
    rows: format.t2.blocks.flatMap((block) => blockRows(block, cells)),
  }
}

/** A block is four columns wide whatever it holds: its last column takes what is left. */
function blockRows(block: T2Block, cells: CellTexts): Cell[][] {
  const rest = WIDTHS.t2.length - block.columns.length
  const spanned = (cell: Cell, index: number): Cell =>
    index === block.columns.length - 1 && rest > 1 ? { ...cell, colSpan: rest } : cell
  return [
    [{ text: block.clause, header: 'column', colSpan: WIDTHS.t2.length }],
    [
      { text: T2_FIRST_COLUMN, header: 'column' },
      ...block.columns.map(({ label }, index) => spanned({ text: label, header: 'column' }, index)),
    ],
    ...block.rows.map((row) => [
      { text: row.label, header: 'row' } as const,
      ...block.columns.map(({ id }, index) => spanned(figure(cells, row.id, id), index)),
    ]),
  ]
}

function tableThree(format: ReportFormat, cells: CellTexts): Table {
  const { columns, rows, groups } = format.t3
  const organisations = columns.filter(({ underOrganisations }) => underOrganisations)
  const heads: Cell[] = []
  for (const column of columns) {
    if (!column.underOrganisations) heads.push({ text: column.label, header: 'column', rowSpan: 2 })
    else if (column === organisations[0]) {
      heads.push({ text: T3_ORGANISATION_HEAD, header: 'column', colSpan: organisations.length })
    }
  }
  return {
    kind: 'table',
    caption: '收到和处理政府信息公开申请情况',
    columns: WIDTHS.t3,
    headerRows: 3,
    size: 'compact',
    rows: [
      [
        { text: T3_CORNER_TEXT, header: 'column', colSpan: 3, rowSpan: 3 },
        { text: T3_APPLICANT_HEAD, header: 'column', colSpan: columns.length },
      ],
      heads,
      organisations.map(({ label }) => ({ text: label, header: 'column' })),
      ...rows.map((row) => [
        ...rowHeads(row, rows, groups),
        ...columns.map(({ id }) => figure(cells, row.id, id)),
      ]),
    ],
  }
}

/** Heads of a row: the groups that begin with it, then its own label over what is left of the three columns. */
function rowHeads(row: T3Row, rows: readonly T3Row[], groups: readonly T3Group[]): Cell[] {
  const path = groupPath(row, groups)
  const begun = path.filter((group) => membersOf(group, rows, groups)[0] === row)
  return [
    ...begun.map(
      (group): Cell => ({ text: group.label, header: 'row', rowSpan: membersOf(group, rows, groups).length }),
    ),
    { text: row.label, header: 'row', align: 'start', colSpan: 3 - path.length },
  ]
}

function groupPath(row: T3Row, groups: readonly T3Group[]): readonly T3Group[] {
  const path: T3Group[] = []
  let group = groups.find(({ id }) => id === row.group)
  while (group !== undefined) {
    path.unshift(group)
    const { parent } = group
    group = groups.find(({ id }) => id === parent)
  }
  return path
}

function membersOf(group: T3Group, rows: readonly T3Row[], groups: readonly T3Group[]): readonly T3Row[] {
  return rows.filter((row) => groupPath(row, groups).includes(group))
}

function tableFour(format: ReportFormat, cells: CellTexts): Table {
  const { blocks, columns } = format.t4
  const [review, ...litigation] = blocks
  const outcomes = columns.map(({ label }): Cell => ({ text: label, header: 'column' }))
  return {
    kind: 'table',
    caption: '政府信息公开行政复议、行政诉讼情况',
    columns: WIDTHS.t4,
    headerRows: 3,
    size: 'compact',
    rows: [
      [
        { text: review?.label ?? '', header: 'column', colSpan: columns.length },
        { text: T4_LITIGATION_HEAD, header: 'column', colSpan: columns.length * litigation.length },
      ],
      [
        ...outcomes.map((cell): Cell => ({ ...cell, rowSpan: 2 })),
        ...litigation.map(({ label }): Cell => ({ text: label, header: 'column', colSpan: columns.length })),
      ],
      litigation.flatMap(() => outcomes),
      blocks.flatMap((block) => columns.map(({ id }) => figure(cells, block.id, id))),
    ],
  }
}

function figure(cells: CellTexts, row: string, column: string): Cell {
  return { text: cells[row]?.[column] ?? '', align: 'center' }
}
