import type { ReportComparison } from '@mingfu/report'
import { type AddCommand, printJson } from '../../command.ts'
import type { ExitCode } from '../../exit-code.ts'
import { readReportFile } from '../../report-files.ts'

/** `mingfu report compare`: two years or two versions, cell by cell. */
export const addCompare: AddCommand = (report, { terminal, act }) => {
  report
    .command('compare')
    .description('比较两份年度报告：两个年度，或者同一报告的两个版本')
    .argument('<甲>', '年度报告文件')
    .argument('<乙>', '年度报告文件')
    .option('--json', '输出 JSON')
    .action(
      act(async (one: string, other: string, { json }: Readonly<{ json?: boolean }>): Promise<ExitCode> => {
        const { compareReports } = await import('@mingfu/report')
        const [first, second] = await Promise.all([readReportFile(one), readReportFile(other)])
        const comparison = compareReports(first, second)
        if (json === true) printJson(terminal, comparison)
        else terminal.out(comparisonText(comparison))
        return 0
      }),
    )
}

function comparisonText({
  kind,
  before,
  after,
  cells,
  changed,
  rollForward,
  prose,
}: ReportComparison): string {
  const name = ({ title, orgName, reportYear }: ReportComparison['before']) =>
    title ?? `${orgName ?? ''}${reportYear === null ? '' : `${reportYear}年度`}报告`
  const rows = cells
    .filter(({ same, comparable }) => !same && comparable)
    .map(({ name: cell, before: a, after: b, difference }) => {
      const by = difference === null ? '' : `（${difference > 0 ? '+' : ''}${difference}）`
      return `  ${cell}：${a?.raw ?? '没有'} → ${b?.raw ?? '没有'}${by}`
    })
  const apart = cells.filter(({ comparable }) => !comparable).length
  const carried = rollForward
    .filter(({ holds }) => holds === false)
    .map(({ name: what, expected, actual }) => `  不衔接：${what}，应为${expected}，实为${actual}`)
  const alike = prose.map(({ heading, similarity }) =>
    similarity === null
      ? `  ${heading}：缺少文字`
      : `  ${heading}：文字相似度${Math.round(similarity * 100)}%`,
  )
  const lines = [
    `${kind === 'years' ? '两个年度' : '两个版本'}：${name(before)} → ${name(after)}`,
    `有变化的单元格${changed}个${apart === 0 ? '' : `，两种格式不可比的${apart}个`}`,
    ...rows,
    ...carried,
    ...alike,
  ]
  return `${lines.join('\n')}\n`
}
