import type { CheckedReport, MarkedFinding, Verdict } from '@mingfu/report'

/** A checked report whose findings may carry what a person said of them. */
type Shown = Omit<CheckedReport, 'findings'> &
  Readonly<{ findings: readonly (MarkedFinding & Readonly<{ verdict?: Verdict | null }>)[] }>

const MARKS = { error: '错误', warning: '提醒', info: '提示' } as const
/** As much of a fingerprint as tells two findings of a report apart. */
const SHORT = 8

/** Findings as a person reads them in a terminal, worst first. */
export function findingsText(checked: readonly Shown[]): string {
  return checked.map(reportText).join('\n')
}

function reportText({ file, orgName, reportYear, findings, summary }: Shown): string {
  const { errors, warnings, infos, notAssessable } = summary
  const name = [orgName, reportYear === null ? null : `${reportYear}年度`]
    .filter((part) => part !== null)
    .join(' ')
  const head = `${file}${name === '' ? '' : `（${name}）`}`
  const lines = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map(({ rule, message, where, fingerprint, verdict = null }) => {
        const place = where === '' || message.includes(where) ? '' : `（${where}）`
        return `  [${MARKS[severity]}] ${rule} ${message}${place} #${fingerprint.slice(0, SHORT)}${verdictText(verdict)}`
      }),
  )
  const open = notAssessable === 0 ? '' : `，${notAssessable}项因缺少数据未核验`
  const total =
    findings.length === 0
      ? `没有发现问题${open}`
      : `错误${errors}项，提醒${warnings}项，提示${infos}项${open}`
  return `${head}\n${lines.join('\n')}${lines.length === 0 ? '' : '\n'}  ${total}\n`
}

function verdictText(verdict: Verdict | null): string {
  if (verdict === null) return ''
  return `\n      ${verdict.verdict === 'explained' ? '已说明' : '属实'}：${verdict.words}（${verdict.by}，${verdict.on}）`
}

/** 汇总表: a line for each report and a line for all, with how many files could not be read. */
export function summaryText(checked: readonly Shown[], unreadable = 0): string {
  const times = Map.groupBy(checked, ({ orgName, reportYear }) => `${orgName} ${reportYear}`)
  const rows = checked.map(({ file, orgName, reportYear, summary }) => {
    const { errors, warnings, infos, notAssessable } = summary
    // Several files of one organ and year are told apart by their names.
    const alone = times.get(`${orgName} ${reportYear}`)?.length === 1
    const name = orgName === null ? file : alone ? orgName : `${orgName}（${file}）`
    return [name, reportYear ?? '未识别', errors, warnings, infos, notAssessable].map(String)
  })
  const sum = (column: number) => String(rows.reduce((total, row) => total + Number(row[column]), 0))
  const table = [
    ['机关', '年度', '错误', '提醒', '提示', '未核验'],
    ...rows,
    [`共${rows.length}份`, '', sum(2), sum(3), sum(4), sum(5)],
  ]
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => widthOf(row[column] ?? ''))),
  )
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => padded(text, widths[column] ?? 0, column > 0))
      .join('  ')
      .trimEnd()
  const unread = unreadable === 0 ? '' : `另有${unreadable}个文件没有读成\n`
  return `${table.map(line).join('\n')}\n${unread}`
}

/** Chinese characters are two columns wide in a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u2e80-\uffe6]/.test(character) ? 2 : 1), 0)
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? `${space}${text}` : `${text}${space}`
}
