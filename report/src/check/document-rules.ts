import {
  type Assessment,
  type FormatId,
  failed,
  formatForYear,
  found,
  isPlainDate,
  mergeAssessments,
  plainDateText,
  REPORT_TITLE,
  severityIn,
  unassessed,
} from '@mingfu/law'
import { toSimplified } from '../locate/traditional.ts'
import type { Report } from '../report.ts'

/** AR-01 to AR-03 and AR-12: the title, the period and the format belong to the report year. */
export function checkIdentityOfReport(report: Report, format: FormatId, reportYear: number): Assessment {
  return mergeAssessments([
    checkYears(report, reportYear),
    checkPeriod(report, reportYear),
    checkFormat(format, reportYear),
    checkTitle(report),
  ])
}

function checkYears({ title, statPeriod }: Report, reportYear: number): Assessment {
  const inTitle = title === undefined ? undefined : /20\d\d/.exec(title.normalize('NFKC'))?.[0]
  const named = [
    ...(inTitle === undefined ? [] : [{ what: '标题', year: inTitle }]),
    ...(statPeriod === undefined ? [] : yearsOf(statPeriod)),
  ]
  if (named.length === 0) return unassessed('AR-01', '标题和统计期限中都没有年度')
  const wrong = named.filter(({ year }) => Number(year) !== reportYear)
  if (wrong.length === 0) return failed()
  const actual = wrong.map(({ what, year }) => `${what}写的是${year}年`).join('，')
  const message = `报告年度为${reportYear}年，而${actual}，请改为同一年度。`
  return failed(
    found('AR-01', {
      message,
      expected: String(reportYear),
      actual,
      where: wrong[0]?.what ?? '标题',
      ...(wrong[0]?.what === '标题' && title !== undefined ? { quote: { part: 'title', text: title } } : {}),
    }),
  )
}

function yearsOf({ from, to }: NonNullable<Report['statPeriod']>) {
  const [begun, ended] = [from.slice(0, 4), to.slice(0, 4)]
  if (begun === ended) return [{ what: '统计期限', year: begun }]
  return [
    { what: '统计期限的起始日', year: begun },
    { what: '统计期限的截止日', year: ended },
  ]
}

function checkPeriod({ statPeriod }: Report, reportYear: number): Assessment {
  if (statPeriod === undefined) return unassessed('AR-02', '没有写明统计期限')
  const expected = `${reportYear}-01-01至${reportYear}-12-31`
  const actual = `${statPeriod.from}至${statPeriod.to}`
  if (actual === expected) return failed()
  const message = `统计期限写为${inWords(statPeriod.from)}至${inWords(statPeriod.to)}，应当为${reportYear}年1月1日至12月31日。`
  return failed(found('AR-02', { message, expected, actual, where: '统计期限' }))
}

function inWords(day: string): string {
  return isPlainDate(day) ? plainDateText(day) : day
}

/** As offices call them, by the year of the notice. */
const FORMAT_WORDS: Readonly<Record<FormatId, string>> = {
  2019: '2019年的试行格式',
  2021: '2021年的现行格式',
}

function checkFormat(format: FormatId, reportYear: number): Assessment {
  const due = formatForYear(reportYear)
  if (due === format) return failed()
  const message = `${reportYear}年度报告应当采用${FORMAT_WORDS[due]}，现有表格是${FORMAT_WORDS[format]}，请换用应当适用的格式重新填报。`
  const severity = severityIn('AR-03', reportYear)
  return failed(
    found('AR-03', {
      message,
      expected: FORMAT_WORDS[due],
      actual: FORMAT_WORDS[format],
      where: '表二、表三',
      severity,
    }),
  )
}

function checkTitle({ title, meta }: Report): Assessment {
  if (title === undefined || title === '') return unassessed('AR-12', '没有找到标题')
  const printed = toSimplified(title.normalize('NFKC')).replaceAll(/\s/g, '')
  const match = REPORT_TITLE.pattern.exec(printed)
  const org = match?.groups?.org
  if (org !== undefined && (meta.orgName === undefined || isSameOrgan(org, meta.orgName))) return failed()
  const expected = REPORT_TITLE.canonical
    .replace('{org}', meta.orgName ?? '机关名称')
    .replace('{year}', meta.reportYear === undefined ? '年度' : String(meta.reportYear))
  const message = `标题为“${title}”，建议写为“${expected}”。`
  const quote = { part: 'title', text: title } as const
  return failed(found('AR-12', { message, expected, actual: title, where: '标题', quote }))
}

/** 示例市 and 示例市人民政府 are the same organ in a title; so are 管委会 and 管理委员会, a full and a shorter name. */
function isSameOrgan(inTitle: string, name: string): boolean {
  const plain = (text: string) =>
    toSimplified(text.normalize('NFKC'))
      .replaceAll(/\s|人民政府|\(.*?\)/g, '')
      .replaceAll('管理委员会', '管委会')
  return plain(inTitle).startsWith(plain(name)) || plain(name).startsWith(plain(inTitle))
}
