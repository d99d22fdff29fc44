import { type FormatId, REPORT_FORMATS, type ReportCell, T3_COLUMNS, type TableId } from '@mingfu/law'
import type { Source, Unread } from '../read/source.ts'
import { type CellTexts, type Report, type ReportMeta, type ReportTable, TABLE_IDS } from '../report.ts'
import { blankLineReadings } from './blank-lines.ts'
import { type Candidate, candidatesOf } from './candidate.ts'
import { detectFormat, printsSplitRows } from './detect-format.ts'
import { type BlankLines, NO_BLANK_LINES, rowsOfFields } from './field.ts'
import { foldText } from './fold.ts'
import type { LocatedCell, LocatedLabel, LocatedTable } from './located.ts'
import { LOST } from './parse-value.ts'
import { printedLines, wholeLabels } from './printed-lines.ts'
import { type Prose, readProse, titledYear } from './prose.ts'
import { splitReports } from './split-reports.ts'
import { locateTableFour } from './table-four.ts'
import { locateTableThree } from './table-three.ts'
import { locateTableTwo } from './table-two.ts'
import { orgTypeOf } from './title.ts'

/** The annual report found in a document, cell by cell, with everything that was not read. */
export type ReadReport = Readonly<{
  report: Report
  cells: Readonly<Record<string, LocatedCell>>
  unread: readonly Unread[]
  labels: readonly LocatedLabel[]
  /** Cells whose figure is garbled or cut off by the edge of the page. */
  garbled?: readonly string[]
  /** The other reports of a file that holds several. */
  others?: readonly ReadReport[]
}>

const CUT_OFF = '数字被页边切断、断成两截，或者有乱码，没有读入'
const TABLE_NAMES: Readonly<Record<TableId, string>> = { t2: '表二', t3: '表三', t4: '表四' }

/**
 * 定位: the cells of tables two, three and four and the prose of the six sections in a document. Of several reports in
 * one document the first is the answer, with the others beside it.
 */
export function locateReport(source: Source, fileName = ''): ReadReport {
  const parts = splitReports(source)
  if (parts.length === 1) return locateOne(source, fileName)
  const reads = parts.map((part) => locateOne(part, fileName))
  // A table of contents or a cover is no report.
  const [first, ...others] = reads.filter((read) => Object.keys(read.cells).length > 0)
  if (first === undefined || others.length === 0) return locateOne(source, fileName)
  const titles = others.map((read) => read.report.title ?? '没有标题的一份')
  const what = `文件中的另外${others.length}份报告`
  const why = `一个文件里有几份年度报告，这里读的是第一份；另有：${titles.slice(0, 5).join('、')}${titles.length > 5 ? '等' : ''}`
  return { ...first, unread: [...first.unread, { what, why }], others }
}

function locateOne(source: Source, fileName: string): ReadReport {
  const texts = textsOf(source)
  const year = titledYear(source, fileName) ?? yearOf(readProse(source, [], fileName), fileName)
  const { format } = detectFormat(texts, year)
  // Some mix the forms: table two as before 2021, table three with the rows of today.
  const forms: Forms = { t2: format, t3: printsSplitRows(texts) ? '2021' : format, t4: format }
  const tables = bestReading(source, forms)
  const prose = readProse(source, [tables.t2.used, tables.t3.used, tables.t4.used], fileName)
  const cells: Record<string, LocatedCell> = {}
  const lost: string[] = []
  for (const { id, table } of cellsOfForms(forms)) {
    const cell = tables[table].cells.get(id)
    if (cell === undefined) continue
    if (isGarbled(cell.raw)) lost.push(id)
    else cells[id] = cell
  }
  const found = Object.keys(cells).length
  const read = { t2: rowsRead(tables.t2), t3: rowsRead(tables.t3), t4: rowsRead(tables.t4) }
  const unreadLines = printedLines(source, forms, (table, row) => read[table].has(row))
  const rowLabels = [...tables.t2.labels, ...tables.t3.labels, ...tables.t4.labels]
  const labels = [...prose.labels, ...wholeLabels(source, rowLabels), ...unreadLines]
  const report: Report = {
    meta: metaOf(prose, found > 0 || prose.sections.length > 0 ? format : null, year),
    ...(prose.title === null ? {} : { title: prose.title }),
    ...(prose.period === null ? {} : { statPeriod: prose.period }),
    ...(prose.preamble === '' ? {} : { preamble: prose.preamble }),
    sections: prose.sections,
    ...(prose.publishedOn === null ? {} : { publication: { publishedOn: prose.publishedOn } }),
    tables: tablesOf(tables, cells, forms, source),
    printedLabels: printedLabelsOf(labels),
  }
  const unread = unreadOf(source, tables, cells, forms, found)
  if (lost.length === 0) return { report, cells, unread, labels }
  const cutOff = { what: `${lost.length}个单元格`, why: CUT_OFF }
  return { report, cells, unread: [cutOff, ...unread], labels, garbled: lost }
}

/** The rows of a table of which a cell or the name was read. */
function rowsRead({ cells, labels }: LocatedTable): ReadonlySet<string> {
  const rows = new Set<string>()
  for (const id of cells.keys()) rows.add(id.slice(3, id.lastIndexOf('.')))
  for (const { kind, id } of labels) if (kind === 'row') rows.add(id)
  return rows
}

/** A figure that lost a part, or that the end of a line broke in two: 296 and 29 beside 6 cannot be told apart. */
function isGarbled(raw: string): boolean {
  return raw.includes(LOST) || /^\d+\s+\d+$/.test(raw)
}

type Tables = Readonly<Record<TableId, LocatedTable>>
/** The form that each table follows. */
type Forms = Readonly<Record<TableId, FormatId>>

function cellsOfForms(forms: Forms): readonly ReportCell[] {
  if (forms.t2 === forms.t3 && forms.t3 === forms.t4) return REPORT_FORMATS[forms.t2].cells
  return TABLE_IDS.flatMap((table) =>
    REPORT_FORMATS[forms[table]].cells.filter((cell) => cell.table === table),
  )
}

/** Blank lines mean different things in different exports: the reading under which the rows come out whole wins. */
function bestReading(source: Source, forms: Forms): Tables {
  const plain = tablesUnder(source, forms, NO_BLANK_LINES)
  let best = { tables: plain, score: scoreOf(plain) }
  const rivals: Tables[] = []
  for (const reading of blankLineReadings(source)) {
    const tables = tablesUnder(source, forms, reading)
    const score = scoreOf(tables)
    if (score > best.score) {
      best = { tables, score }
      rivals.length = 0
    } else if (score === best.score) {
      rivals.push(tables)
    }
  }
  return withoutContradictions(best.tables, rivals)
}

function tablesUnder(source: Source, forms: Forms, reading: BlankLines): Tables {
  const candidates: readonly Candidate[] = candidatesOf(rowsOfFields(source, reading), source.truncated)
  return {
    t2: locateTableTwo(candidates, forms.t2),
    t3: locateTableThree(candidates, source, forms.t3),
    t4: locateTableFour(candidates, source),
  }
}

function scoreOf(tables: Tables): number {
  return tables.t2.cells.size + tables.t3.cells.size + tables.t4.cells.size
}

/** Two readings that explain the document equally well must agree on a cell, else nobody can tell. */
function withoutContradictions(tables: Tables, rivals: readonly Tables[]): Tables {
  if (rivals.length === 0) return tables
  const cleaned = (id: TableId): LocatedTable => {
    const table = tables[id]
    const doubtful = [...table.cells].filter(([cell, { raw }]) =>
      rivals.some((rival) => {
        const other = rival[id].cells.get(cell)
        return other !== undefined && other.raw !== raw
      }),
    )
    if (doubtful.length === 0) return table
    const cells = new Map(table.cells)
    for (const [cell] of doubtful) cells.delete(cell)
    const why = '空行可以有两种理解，不能确定空白单元格的位置'
    return {
      ...table,
      cells,
      unread: [...table.unread, { what: `${TABLE_NAMES[id]}${doubtful.length}个单元格`, why }],
    }
  }
  return { t2: cleaned('t2'), t3: cleaned('t3'), t4: cleaned('t4') }
}

function textsOf(source: Source): readonly string[] {
  const texts: string[] = []
  for (const block of source.blocks) {
    if (block.kind !== 'grid') texts.push(block.text)
    else for (const { cells } of block.rows) for (const { text } of cells) texts.push(text)
  }
  return texts
}

function yearOf(prose: Prose, fileName: string): number | null {
  if (prose.titled?.year !== null && prose.titled?.year !== undefined) return prose.titled.year
  if (prose.period !== null) return Number(prose.period.from.slice(0, 4))
  const named = /(20\d\d)\s*年(?:度)?\s*(?:政府)?(?:信息公开|政务公开)/.exec(
    foldText([prose.preamble, ...prose.sections.map((section) => section.text)].join('。')),
  )
  if (named !== null) return Number(named[1])
  const begun = /^(?:.{0,12}?)(20\d\d)\s*年/.exec(
    prose.sections.find((section) => section.id === 's1')?.text ?? '',
  )
  if (begun !== null) return Number(begun[1])
  const filed = /(?<!\d)(20[12]\d)年/.exec(fileName)
  return filed === null ? null : Number(filed[1])
}

function metaOf(prose: Prose, format: FormatId | null, year: number | null): ReportMeta {
  const orgName = prose.titled?.orgName ?? null
  const orgType = orgName === null ? undefined : orgTypeOf(orgName)
  return {
    ...(orgName === null ? {} : { orgName }),
    ...(orgType === undefined ? {} : { orgType }),
    ...(year === null ? {} : { reportYear: year }),
    ...(format === null ? {} : { format }),
  }
}

function tablesOf(
  tables: Tables,
  cells: Readonly<Record<string, LocatedCell>>,
  forms: Forms,
  source: Source,
): Report['tables'] {
  const pictured = source.blocks.some((block) => block.kind === 'image')
  const raw = rawTexts(cells, forms)
  const table = (id: TableId): ReportTable => {
    const { extraRows, subtotals, legalPersonSubtotal, repeatedRows } = tables[id]
    const texts = raw[id]
    return {
      cells: texts,
      ...(Object.keys(texts).length === 0 && repeatedRows.length === 0 && pictured ? { image: true } : {}),
      ...(extraRows.length === 0 ? {} : { extraRows }),
      ...(Object.keys(subtotals).length === 0 ? {} : { subtotals }),
      ...(Object.keys(legalPersonSubtotal).length === 0 ? {} : { legalPersonSubtotal }),
      ...(repeatedRows.length === 0 ? {} : { repeatedRows }),
    }
  }
  return { t2: table('t2'), t3: table('t3'), t4: table('t4') }
}

function rawTexts(
  cells: Readonly<Record<string, LocatedCell>>,
  forms: Forms,
): Readonly<Record<TableId, CellTexts>> {
  const tables: Record<TableId, Record<string, Record<string, string>>> = { t2: {}, t3: {}, t4: {} }
  for (const { id, table, row, column } of cellsOfForms(forms)) {
    const cell = cells[id]
    if (cell === undefined) continue
    tables[table][row] ??= {}
    tables[table][row][column] = cell.raw
  }
  return tables
}

function printedLabelsOf(labels: readonly LocatedLabel[]): Readonly<Record<string, string>> {
  const printed: Record<string, string> = {}
  for (const label of labels) {
    if (label.kind === 'row' && ['variant', 'annotated', 'edit-distance'].includes(label.matchedBy)) {
      printed[label.id] = label.printed
    }
  }
  return printed
}

function unreadOf(
  source: Source,
  tables: Tables,
  cells: Readonly<Record<string, LocatedCell>>,
  forms: Forms,
  found: number,
): readonly Unread[] {
  const pictures = source.blocks.filter((block) => block.kind === 'image').length
  const unread = [...source.unread]
  if (found === 0) {
    const why = whyNothing(pictures, source.attachments ?? [])
    return [...unread, { what: '表二、表三、表四', why }]
  }
  for (const id of TABLE_IDS) {
    const format = forms[id]
    const whole = REPORT_FORMATS[format].cells.filter((cell) => cell.table === id)
    const missing = whole.filter((cell) => cells[cell.id] === undefined)
    unread.push(...tables[id].unread)
    if (missing.length === whole.length) {
      const why = pictures > 0 ? '没有找到这张表，它可能是图片' : '没有找到这张表'
      if (tables[id].unread.length === 0) unread.push({ what: TABLE_NAMES[id], why })
      continue
    }
    const said = tables[id].unread.map((item) => item.what).join('\n')
    for (const [row, columns] of Map.groupBy(missing, (cell) => cell.row)) {
      const label = rowName(format, id, row)
      if (said.includes(`“${label}”`)) continue
      const all = whole.filter((cell) => cell.row === row).length
      const names =
        columns.length === all ? '' : `的${columns.map((cell) => columnName(format, cell)).join('、')}`
      unread.push({
        what: `${TABLE_NAMES[id]}“${label}”${names}`,
        why: columns.length === all ? '没有找到这一行' : '没有找到这些单元格',
      })
    }
  }
  return unread
}

/** Why a document has no table: the report stands in a picture, or in a file beside the page. */
function whyNothing(pictures: number, attachments: readonly string[]): string {
  const [first, second] = attachments
  if (first !== undefined)
    return `页面上没有年度报告的三张表，只有附件：${first}${second === undefined ? '' : '等'}，请下载附件后再读`
  if (pictures > 0) return `文件中有${pictures}张图片，表格可能是图片，不能读成数字`
  return '文件中没有找到年度报告的三张表'
}

function rowName(format: FormatId, table: TableId, row: string): string {
  const { t2, t3, t4 } = REPORT_FORMATS[format]
  const labels = { t2: t2.blocks.flatMap((block) => block.rows), t3: t3.rows, t4: t4.blocks }[table]
  return labels.find((label) => label.id === row)?.label ?? row
}

function columnName(
  format: FormatId,
  cell: Readonly<{ table: TableId; row: string; column: string }>,
): string {
  const { t2, t4 } = REPORT_FORMATS[format]
  const columns =
    cell.table === 't2'
      ? t2.blocks
          .filter((block) => block.rows.some((row) => row.id === cell.row))
          .flatMap((block) => block.columns)
      : cell.table === 't3'
        ? T3_COLUMNS
        : t4.columns
  return columns.find((column) => column.id === cell.column)?.label ?? cell.column
}
