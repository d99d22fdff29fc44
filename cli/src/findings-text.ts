import type { CheckedReport } from '@mingfu/report'

const MARKS = { error: '错误', warning: '提醒', info: '提示' } as const

/** Findings as a person reads them in a terminal, worst first. */
export function findingsText(checked: readonly CheckedReport[]): string {
  return checked.map(reportText).join('\n')
}

function reportText({ file, orgName, reportYear, findings, summary }: CheckedReport): string {
  const { errors, warnings, infos, notAssessable } = summary
  const name = [orgName, reportYear === null ? null : `${reportYear}年度`]
    .filter((part) => part !== null)
    .join(' ')
  const head = `${file}${name === '' ? '' : `（${name}）`}`
  const lines = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map(
        ({ rule, message, where }) =>
          `  [${MARKS[severity]}] ${rule} ${message}${where === '' || message.includes(where) ? '' : `（${where}）`}`,
      ),
  )
  const open = notAssessable === 0 ? '' : `，${notAssessable}项因缺少数据未核验`
  const total =
    findings.length === 0
      ? `没有发现问题${open}`
      : `错误${errors}项，提醒${warnings}项，提示${infos}项${open}`
  return `${head}\n${lines.join('\n')}${lines.length === 0 ? '' : '\n'}  ${total}\n`
}
