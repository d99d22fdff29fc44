import {
  type Assessment,
  cellsOf,
  type Finding,
  findCell,
  mergeAssessments,
  splitCellId,
  TABLE_NAMES,
  type TableId,
  unassessed,
} from '@mingfu/law'
import { formatOf } from '../render/report-document.ts'
import { type Report, TABLE_IDS } from '../report.ts'
import type { Evidence } from './report-facts.ts'

/** So many names of its rows show that a table is there, though none of its figures were read. */
const TABLE = 4

/**
 * AR-13 to AR-15 where the heads of the table, row or column are printed and only the figures were not read: the form is
 * whole, the reading is not, so the rule stays open instead of blaming the author. Nor is a row of the old form missing
 * where the rows that replaced it are printed: AR-03 says that the forms are mixed.
 */
export function withoutUnreadLines(assessment: Assessment, report: Report, { labels }: Evidence): Assessment {
  if (labels === undefined || labels.length === 0) return assessment
  const format = formatOf(report)
  const printed = new Set(labels.map(({ kind, id }) => `${kind} ${id}`))
  const rowsOf = (table: 't2' | 't3') =>
    [...new Set(cellsOf(format).flatMap((cell) => (cell.table === table ? [cell.row] : [])))].filter((row) =>
      printed.has(`row ${row}`),
    ).length
  const isThere: Readonly<Record<TableId, boolean>> = {
    t2: rowsOf('t2') >= TABLE,
    t3: rowsOf('t3') >= TABLE,
    t4: printed.has('table t4'),
  }
  const isPrinted = ({ rule, cells, where }: Finding): boolean => {
    if (rule === 'AR-13') return TABLE_IDS.some((id) => where === TABLE_NAMES[id] && isThere[id])
    const [first] = cells
    if (first === undefined || (rule !== 'AR-14' && rule !== 'AR-15')) return false
    const { row, column, table } = splitCellId(first)
    if (rule === 'AR-14')
      return printed.has(`row ${row}`) || (row === 'other' && printed.has('row other.misc'))
    return table === 't2' && printed.has(`column ${findCell(format, first)?.block}.${column}`)
  }
  const unread = assessment.findings.filter(isPrinted)
  return mergeAssessments([
    { ...assessment, findings: assessment.findings.filter((finding) => !unread.includes(finding)) },
    ...unread.map(({ rule, where, cells }) =>
      unassessed(rule, `${where}的名称在文件中，但对应的数字没有读出，请人工核对`, cells),
    ),
  ])
}
