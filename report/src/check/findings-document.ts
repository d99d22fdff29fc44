import { type Block, type Cell, type OfficialDocument, renderHtml } from '@mingfu/documents'
import { citationText, REPORT_RULES } from '@mingfu/law'
import type { CheckedReport } from './check-report.ts'

const SEVERITIES = { error: '错误', warning: '提醒', info: '提示' } as const

/** 年度报告核验结果 as a page of its own. */
export function findingsHtml(checked: readonly CheckedReport[]): string {
  return renderHtml(findingsDocument(checked))
}

/** 年度报告核验结果 as a document: a table of findings for each report, with the rule, its reason and its basis. */
export function findingsDocument(checked: readonly CheckedReport[]): OfficialDocument {
  return {
    layout: 'report',
    title: '年度报告核验结果',
    blocks: [summaryTable(checked), ...checked.flatMap(reportBlocks)],
  }
}

function summaryTable(checked: readonly CheckedReport[]): Block {
  return {
    kind: 'table',
    caption: '核验概况',
    columns: [4, 3, 1, 1, 1, 1, 1],
    headerRows: 1,
    size: 'body',
    rows: [
      ['文件', '机关', '年度', '错误', '提醒', '提示', '未核验'].map(
        (text): Cell => ({ text, header: 'column' }),
      ),
      ...checked.map(({ file, orgName, reportYear, summary }): Cell[] => [
        { text: file, header: 'row', align: 'start' },
        { text: orgName ?? '未识别' },
        { text: reportYear === null ? '未识别' : String(reportYear), align: 'center' },
        ...[summary.errors, summary.warnings, summary.infos, summary.notAssessable].map(
          (count): Cell => ({ text: String(count), align: 'center' }),
        ),
      ]),
    ],
  }
}

function reportBlocks({ file, orgName, findings, notAssessable }: CheckedReport): Block[] {
  const heading: Block = {
    kind: 'heading',
    level: 1,
    text: orgName === null ? file : `${orgName}（${file}）`,
  }
  const open: Block[] =
    notAssessable.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: '因缺少数据未核验' },
          {
            kind: 'list',
            ordered: false,
            items: notAssessable.map(({ rule, why }) => `${rule} ${REPORT_RULES[rule].title}：${why}`),
          },
        ]
  if (findings.length === 0) return [heading, { kind: 'paragraph', text: '没有发现问题。' }, ...open]
  return [
    heading,
    {
      kind: 'table',
      caption: `${orgName ?? file}的核验结果`,
      columns: [2, 2, 8, 3, 3, 5],
      headerRows: 1,
      size: 'body',
      rows: [
        ['规则', '程度', '问题', '应为', '实为', '依据'].map((text): Cell => ({ text, header: 'column' })),
        ...findings.map(({ rule, severity, message, expected, actual }): Cell[] => [
          { text: rule, header: 'row' },
          { text: SEVERITIES[severity], align: 'center' },
          { text: message },
          { text: expected ?? '' },
          { text: actual ?? '' },
          { text: REPORT_RULES[rule].basis.map(citationText).join('\n') || REPORT_RULES[rule].reason },
        ]),
      ],
    },
    ...open,
  ]
}
