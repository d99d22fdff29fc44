import { REPORT_RULES, type RuleId } from '@mingfu/law'
import { OVERVIEW_SCRIPT, OVERVIEW_STYLE } from './overview-assets.ts'
import type { JudgedReport } from './verdicts.ts'
import { worstFirst } from './worst-first.ts'

/** A file from which no report was read, with the reason in words for people. */
export type UnreadFile = Readonly<{ file: string; why: string }>

/**
 * 核验总览: one page for any number of reports, to be opened from a disk. It lists every report and narrows the list by
 * words, year, severity and rule; a report opens to its findings. Without script the list itself is still there.
 */
export function findingsOverviewHtml(
  checked: readonly JudgedReport[],
  unreadable: readonly UnreadFile[] = [],
): string {
  const totals = {
    reports: checked.length,
    faulty: checked.filter(({ summary }) => summary.errors > 0).length,
    clean: checked.filter(({ findings }) => findings.length === 0).length,
  }
  const rules = [...new Set(checked.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort()
  const years = [...new Set(checked.map(({ reportYear }) => reportYear))].sort()
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>年度报告核验总览</title>
<style>${OVERVIEW_STYLE}</style>
</head>
<body>
<header>
<h1>年度报告核验总览</h1>
<p>共${totals.reports}份报告：有错误的${totals.faulty}份，没有发现问题的${totals.clean}份。${unreadable.length === 0 ? '' : `另有<a href="#unread">${unreadable.length}个文件没有读成</a>。`}</p>
<form id="filters" role="search">
<label>机关或文件 <input type="search" name="words"></label>
<label>年度 <select name="year"><option value="">全部</option>${years.map((year) => option(year === null ? '?' : String(year), year === null ? '未识别' : `${year}年`)).join('')}</select></label>
<label>结果 <select name="level"><option value="">全部</option><option value="error">有错误</option><option value="warning">有错误或提醒</option><option value="clean">没有问题</option></select></label>
<label>规则 <select name="rule"><option value="">全部</option>${rules.map((rule) => option(rule, `${rule} ${REPORT_RULES[rule].title}`)).join('')}</select></label>
</form>
<p id="shown" aria-live="polite"></p>
</header>
<main>
<table>
<thead><tr><th scope="col">机关</th><th scope="col">年度</th><th scope="col">错误</th><th scope="col">提醒</th><th scope="col">提示</th><th scope="col">未核验</th></tr></thead>
<tbody id="rows">
${checked.slice(0, PAGE).map(plainRow).join('\n')}
</tbody>
</table>
<p class="pages"><button type="button" id="back">上一页</button><button type="button" id="on">下一页</button></p>
${unreadList(unreadable)}</main>
<script type="application/json" id="data">${json({ rules: ruleTitles(rules), reports: checked.map(compact) })}</script>
<script>${OVERVIEW_SCRIPT}</script>
</body>
</html>
`
}

function unreadList(unreadable: readonly UnreadFile[]): string {
  if (unreadable.length === 0) return ''
  const items = unreadable.map(({ file, why }) => `<li>${escaped(file)}：${escaped(why)}</li>`).join('\n')
  return `<section id="unread"><h2>没有读成的文件</h2>\n<ul>\n${items}\n</ul></section>\n`
}

/** As many rows as a browser draws at once without stopping to think. */
const PAGE = 200

function option(value: string, label: string): string {
  return `<option value="${escaped(value)}">${escaped(label)}</option>`
}

function plainRow({ file, orgName, reportYear, summary }: JudgedReport): string {
  const { errors, warnings, infos, notAssessable } = summary
  const counts = [errors, warnings, infos, notAssessable].map((count) => `<td>${count}</td>`).join('')
  return `<tr><th scope="row">${escaped(orgName ?? file)}</th><td>${reportYear ?? '未识别'}</td>${counts}</tr>`
}

function ruleTitles(rules: readonly RuleId[]) {
  return Object.fromEntries(
    rules.map((rule) => [rule, { title: REPORT_RULES[rule].title, reason: REPORT_RULES[rule].reason }]),
  )
}

function compact({ file, orgName, reportYear, summary, findings }: JudgedReport) {
  const { errors, warnings, infos, notAssessable } = summary
  return {
    file,
    name: orgName ?? file,
    year: reportYear,
    counts: [errors, warnings, infos, notAssessable],
    findings: worstFirst(findings).map(({ rule, severity, message, where, verdict }) => [
      rule,
      severity,
      message,
      where,
      verdict === null ? '' : verdict.words,
    ]),
  }
}

/** JSON inside a page: no text of a report may end the script element. */
function json(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
