import { splitCellId } from '../cell-id.ts'
import { columnLabel, rowName, TABLE_NAMES } from '../cell-name.ts'
import { type Assessment, failed, found, mergeAssessments, unassessed } from './finding.ts'
import type { MissingLine, Presence } from './presence.ts'
import type { ReportFacts, TablePresence } from './report-facts.ts'
import { severityIn } from './report-rules.ts'

const TABLES = ['t2', 't3', 't4'] as const

/** AR-13 to AR-17: the tables are there as data, whole, and under the names of the format. */
export function checkStructure(facts: ReportFacts, presence: Presence): Assessment {
  return mergeAssessments([
    ...TABLES.map((table) => checkTable(table, presence.tables[table])),
    failed(...presence.missingRows.map((line) => missingRow(facts, line))),
    failed(...presence.missingColumns.map((line) => missingColumn(facts, line))),
    checkExtras(facts),
    checkLabels(facts),
  ])
}

const ABSENCE: Readonly<Record<Exclude<TablePresence, 'data'>, string>> = {
  picture: '以图片形式出现，数字无法读取，请改为数据表格',
  sentence: '只有文字说明而没有表格，请按统一格式列出表格',
  absent: '没有找到，请按统一格式列出表格',
}

function checkTable(table: (typeof TABLES)[number], presence: TablePresence): Assessment {
  if (presence === 'data') return failed()
  const name = TABLE_NAMES[table]
  return mergeAssessments([
    failed(found('AR-13', { message: `${name}${ABSENCE[presence]}。`, expected: '数据表格', where: name })),
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
    where: TABLE_NAMES[table],
  })
}

function checkExtras({ extras }: ReportFacts): Assessment {
  if (extras === undefined) return failed()
  const KIND = { row: '行', column: '列', table: '表格' } as const
  return failed(
    ...extras.map(({ what, label, where }) =>
      found('AR-16', {
        message: `“${label}”${KIND[what]}不在统一格式之内，核验和汇总时未计入，请确认是否需要保留。`,
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
