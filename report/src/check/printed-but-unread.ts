import {
  type Assessment,
  type Finding,
  findCell,
  mergeAssessments,
  splitCellId,
  unassessed,
} from '@mingfu/law'
import { formatOf } from '../render/report-document.ts'
import type { Report } from '../report.ts'
import type { Evidence } from './report-facts.ts'

/**
 * AR-14 and AR-15 where the head of the row or column is printed and only its figures were not read: the form is whole,
 * the reading is not, so the rule stays open instead of blaming the author.
 */
export function withoutUnreadLines(assessment: Assessment, report: Report, { labels }: Evidence): Assessment {
  if (labels === undefined || labels.length === 0) return assessment
  const format = formatOf(report)
  const printed = new Set(labels.map(({ kind, id }) => `${kind} ${id}`))
  const isPrinted = ({ rule, cells }: Finding): boolean => {
    const [first] = cells
    if (first === undefined || (rule !== 'AR-14' && rule !== 'AR-15')) return false
    const { row, column, table } = splitCellId(first)
    if (rule === 'AR-14') return printed.has(`row ${row}`)
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
