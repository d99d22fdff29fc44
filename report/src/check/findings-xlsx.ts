import { REPORT_RULES } from '@mingfu/law'
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { UnreadFile } from './findings-overview.ts'
import type { JudgedReport } from './verdicts.ts'
import { VERDICT_KINDS } from './verdicts.ts'

const SEVERITIES = { error: '错误', warning: '提醒', info: '提示' } as const
const HEAD_COLOUR = '#dbe5f1'

/** 核验汇总表: a line for each report, and a sheet with every finding, to be filtered and passed on. */
export async function findingsXlsx(
  checked: readonly JudgedReport[],
  unreadable: readonly UnreadFile[] = [],
): Promise<Uint8Array> {
  const summary: SheetData = [
    ['文件', '机关', '年度', '错误', '提醒', '提示', '未核验', '已说明'].map(head),
    ...checked.map(({ file, orgName, reportYear, summary: counts, findings }) => [
      text(file),
      text(orgName ?? '未识别'),
      reportYear === null ? text('未识别') : number(reportYear),
      number(counts.errors),
      number(counts.warnings),
      number(counts.infos),
      number(counts.notAssessable),
      number(findings.filter(({ verdict }) => verdict?.verdict === 'explained').length),
    ]),
    ...unreadable.map(({ file, why }) => [text(file), text(`没有读成：${why}`)]),
  ]
  const findings: SheetData = [
    ['文件', '机关', '年度', '规则', '程度', '问题', '位置', '应为', '实为', '理由', '指纹', '判定'].map(
      head,
    ),
    ...checked.flatMap(({ file, orgName, reportYear, findings: found }) =>
      found.map(({ rule, severity, message, where, expected, actual, fingerprint, verdict }) => [
        text(file),
        text(orgName ?? ''),
        reportYear === null ? text('') : number(reportYear),
        text(rule),
        text(SEVERITIES[severity]),
        text(message),
        text(where),
        text(expected ?? ''),
        text(actual ?? ''),
        text(REPORT_RULES[rule].reason),
        text(fingerprint),
        text(verdict === null ? '' : `${VERDICT_KINDS[verdict.verdict]}：${verdict.words}（${verdict.by}）`),
      ]),
    ),
  ]
  const sheets = [
    { sheet: '汇总', columns: widths(40, 30, 8, 8, 8, 8, 8, 8), stickyRowsCount: 1, data: summary },
    {
      sheet: '问题',
      columns: widths(30, 24, 8, 9, 8, 70, 36, 20, 20, 40, 18, 30),
      stickyRowsCount: 1,
      data: findings,
    },
  ]
  return new Uint8Array(await writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 11 }).toBuffer())
}

function widths(...each: readonly number[]) {
  return each.map((width) => ({ width }))
}

function head(value: string): Cell {
  return { value, type: String, fontWeight: 'bold', backgroundColor: HEAD_COLOUR, borderStyle: 'thin' }
}

function text(value: string): Cell {
  return { value, type: String, format: '@', wrap: true, alignVertical: 'top', borderStyle: 'thin' }
}

function number(value: number): Cell {
  return { value, type: Number, alignVertical: 'top', borderStyle: 'thin' }
}
