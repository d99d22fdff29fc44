import { splitCellId, type TableId } from '../cell-id.ts'
import { columnLabel, rowName, TABLE_NAMES } from '../cell-name.ts'
import { cellsOf, type FormatId, findCell } from '../report-format.ts'
import { type Assessment, type Finding, failed, found, mergeAssessments, unassessed } from './finding.ts'
import type { MissingLine, Presence } from './presence.ts'
import type { RepeatedLine, ReportFacts, TablePresence } from './report-facts.ts'
import { severityIn } from './report-rules.ts'

const TABLES = ['t2', 't3', 't4'] as const

/** AR-07 and AR-13 to AR-17: the tables are there as data, whole, once, and under the names of the format. */
export function checkStructure(facts: ReportFacts, presence: Presence): Assessment {
  return mergeAssessments([
    ...TABLES.map((table) => checkTable(table, presence.tables[table])),
    failed(...presence.missingRows.map((line) => missingRow(facts, line))),
    failed(...presence.missingColumns.map((line) => missingColumn(facts, line))),
    checkRepeats(facts),
    checkExtras(facts),
    checkLabels(facts),
  ])
}

const ABSENCE: Readonly<Record<Exclude<TablePresence, 'data'>, string>> = {
  picture: '以图片形式出现，数字无法读取，请改为数据表格',
  sentence: '只有文字说明而没有表格，请按统一格式列出表格',
  absent: '没有找到，请按统一格式列出表格',
}

const FOUND_INSTEAD: Readonly<Record<Exclude<TablePresence, 'data'>, string>> = {
  picture: '图片',
  sentence: '只有文字说明',
  absent: '没有',
}

function checkTable(table: (typeof TABLES)[number], presence: TablePresence): Assessment {
  if (presence === 'data') return failed()
  const name = TABLE_NAMES[table]
  return mergeAssessments([
    failed(
      found('AR-13', {
        message: `${name}${ABSENCE[presence]}。`,
        expected: '数据表格',
        actual: FOUND_INSTEAD[presence],
        where: name,
      }),
    ),
    unassessed('AR-14', `${name}没有可读的数据，无法核对各行是否齐全`),
    unassessed('AR-15', `${name}没有可读的数据，无法核对各列是否齐全`),
  ])
}

function missingRow({ format, reportYear }: ReportFacts, { table, id, cells }: MissingLine) {
  const name = rowName(format, table, id)
  return found('AR-14', {
    cells,
    severity: severityIn('AR-14', reportYear),
    message: `缺少${name}。没有数据的行也应当保留并填0；与该行有关的勾稽关系未作核验。`,
    expected: name,
    actual: '没有',
    where: TABLE_NAMES[table],
  })
}

function missingColumn({ format, reportYear }: ReportFacts, { table, cells }: MissingLine) {
  const [first] = cells.map((id) => splitCellId(id))
  const label = first === undefined ? '' : columnLabel(format, table, first.row, first.column)
  const place = first === undefined || table === 't3' ? TABLE_NAMES[table] : rowName(format, table, first.row)
  return found('AR-15', {
    cells,
    severity: severityIn('AR-15', reportYear),
    message: `${place}缺少“${label}”列。请按统一格式补齐；与该列有关的勾稽关系未作核验。`,
    expected: `“${label}”列`,
    actual: '没有',
    where: TABLE_NAMES[table],
  })
}

function checkRepeats({ format, repeated = [] }: ReportFacts): Assessment {
  return failed(
    ...TABLES.flatMap((table) => {
      const lines = repeated.filter((line) => line.table === table)
      return lines.length === 0 ? [] : [repeatedTable(format, table, lines)]
    }),
  )
}

/** A table of which half of the rows stand twice was printed twice; else those rows were. */
function repeatedTable(format: FormatId, table: TableId, lines: readonly RepeatedLine[]): Finding {
  const rows = new Set(cellsOf(format).flatMap((cell) => (cell.table === table ? [cell.row] : [])))
  const times = Math.max(...lines.map(({ printings }) => printings.length))
  const places = [...new Set(lines[0]?.printings.map(({ where }) => where))].filter((where) => where !== '')
  const what = lines.length * 2 >= rows.size ? TABLE_NAMES[table] : rowsInWords(format, lines)
  const different = lines.flatMap((line) => differencesOf(line).map((column) => ({ line, column })))
  const [first] = different
  return found('AR-07', {
    message: `${what}出现${times}次${places.length === 0 ? '' : `（${places.join('、')}）`}，${
      first === undefined
        ? '数字相同'
        : `${differenceInWords(format, first.line, first.column, different.length)}`
    }，请核实后只保留一处。`,
    cells: different.flatMap(
      ({ line, column }) => findCell(format, `${table}.${line.row}.${column}`)?.id ?? [],
    ),
    expected: `${what}1次`,
    actual: `${what}${times}次${first === undefined ? '' : '，数字不同'}`,
    where: places.at(-1) ?? TABLE_NAMES[table],
  })
}

function rowsInWords(format: FormatId, lines: readonly RepeatedLine[]): string {
  const [first] = lines
  if (first === undefined) return ''
  const name = rowName(format, first.table, first.row)
  return lines.length === 1 ? name : `${name}等${lines.length}行`
}

/** The columns whose text is not the same in every printing; all of them where a printing was not understood. */
function differencesOf({ printings }: RepeatedLine): readonly string[] {
  const columns = new Set(printings.flatMap(({ values }) => Object.keys(values ?? {})))
  return [...columns].filter((column) => new Set(printings.map(({ values }) => values?.[column])).size > 1)
}

function differenceInWords(
  format: FormatId,
  { table, row, printings }: RepeatedLine,
  column: string,
  count: number,
): string {
  const texts = printings.map(({ values }) => values?.[column])
  const shown = texts.map((text) => (text === undefined ? '未能读出' : text === '' ? '空白' : text))
  const cell = `${rowName(format, table, row)}“${columnLabel(format, table, row, column)}”`
  const others = count > 1 ? `等${count}个单元格的数字不同` : '的数字不同'
  return `${cell}${others}（${count > 1 ? '该格' : ''}分别为${shown.join('、')}），无法判断以哪个为准，没有读入`
}

function checkExtras({ extras }: ReportFacts): Assessment {
  if (extras === undefined) return failed()
  const KIND = { row: '行', column: '列', table: '表格' } as const
  return failed(
    ...extras.map(({ what, label, where }) =>
      found('AR-16', {
        message: `“${label}”${KIND[what]}不在统一格式之内，核验和汇总时未计入，请确认是否需要保留。`,
        expected: '统一格式所列的行、列和表格',
        actual: label,
        where,
      }),
    ),
  )
}

function checkLabels({ softLabels }: ReportFacts): Assessment {
  if (softLabels === undefined) return failed()
  return failed(
    ...softLabels.map(({ printed, canonical, how, where }) =>
      found('AR-17', {
        message: `“${printed}”与统一格式的“${canonical}”不一致，已${how === 'variant' ? '按通行写法' : '按近似文字'}识别，请核对。`,
        expected: canonical,
        actual: printed,
        where,
      }),
    ),
  )
}
