import { type Block, type Cell, type OfficialDocument, renderDocx, renderPdf } from '@mingfu/documents'
import { citationText, WEBSITE_REPORT_BASIS, WEBSITE_REPORT_BLOCKS, type WebsiteFigures } from '@mingfu/law'
import { formXlsx } from '@mingfu/report'
import type { Context } from '../../context.ts'
import { linesOf, type ReportLine } from './report-lines.ts'
import { getWebsiteReport } from './website-report.ts'

export type WebsiteReportFileType = 'pdf' | 'docx' | 'xlsx'

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<WebsiteReportFileType, string>

/** 年度报表 as PDF, Word or a workbook; a report that is not published yet says so. */
export async function websiteReportFile(
  ctx: Context,
  { type, ...which }: Readonly<{ agencyId: string; year: number; type: WebsiteReportFileType }>,
): Promise<Readonly<{ bytes: Uint8Array; name: string; mediaType: string }>> {
  const { figures, publishedAt } = await getWebsiteReport(ctx, which)
  return drawWebsiteReport({ year: which.year, figures, isDraft: publishedAt === null }, type)
}

type Drawn = Readonly<{ year: number; figures: WebsiteFigures; isDraft: boolean }>

export async function drawWebsiteReport(
  report: Drawn,
  type: WebsiteReportFileType,
): Promise<Readonly<{ bytes: Uint8Array; name: string; mediaType: string }>> {
  const title = `政府网站工作年度报表（${report.year}年度）`
  const name = `${title}${report.isDraft ? '（未公布）' : ''}.${type}`
  return { bytes: await drawn(), name, mediaType: TYPES[type] }

  function drawn(): Promise<Uint8Array> {
    if (type === 'pdf') return renderPdf(paperOf(report, title), { missing: 'mark' })
    if (type === 'docx') return renderDocx(paperOf(report, title))
    const lines = linesOf(report.figures).map(({ block, group, label, value, isGiven }) => [
      WEBSITE_REPORT_BLOCKS[block],
      group ?? '',
      label,
      value,
      isGiven ? '手工填报' : '系统统计',
    ])
    return formXlsx({
      sheet: '年度报表',
      title,
      head: ['类别', '分组', '项目', '内容', '来源'],
      widths: [16, 16, 40, 44, 12],
      lines,
    })
  }
}

function paperOf({ figures, isDraft }: Drawn, title: string): OfficialDocument {
  const rows = linesOf(figures).map(rowOf)
  const notes: readonly Block[] = [
    {
      kind: 'paragraph',
      text: `“统计”的各项由系统记录得出，“填报”的各项由填报人填写。依据：${citationText(WEBSITE_REPORT_BASIS)}。`,
    },
  ]
  return {
    layout: 'report',
    title,
    blocks: [
      ...(isDraft
        ? [{ kind: 'paragraph', text: '（尚未公布，数字会随记录变化）', align: 'center' } as const]
        : []),
      ...notes,
      {
        kind: 'table',
        caption: title,
        columns: [2.6, 3, 6.6, 6.4, 1.6],
        headerRows: 1,
        rows: [
          [
            { text: '项目', header: 'column', align: 'center', colSpan: 3 },
            { text: '内容', header: 'column', align: 'center' },
            { text: '来源', header: 'column', align: 'center' },
          ],
          ...rows,
        ],
        size: 'body',
      },
    ],
  }
}

/** Block, group, figure: a heading spans its rows, a figure without a group also the column of the groups. */
function rowOf({ heads, group, groupHeads, label, value, isGiven }: ReportLine): readonly Cell[] {
  const cells: Cell[] = []
  if (heads !== null) cells.push({ text: heads.text, header: 'row', rowSpan: heads.rows, align: 'center' })
  if (groupHeads !== null) {
    cells.push({ text: groupHeads.text, header: 'row', rowSpan: groupHeads.rows, align: 'center' })
  }
  cells.push(group === null ? { text: label, colSpan: 2 } : { text: label })
  cells.push({ text: value, align: 'center' }, { text: isGiven ? '填报' : '统计', align: 'center' })
  return cells
}
