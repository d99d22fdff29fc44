import { type Block, type Cell, type OfficialDocument, renderDocx, renderPdf } from '@mingfu/documents'
import {
  citationText,
  WEBSITE_FIGURE_IDS,
  WEBSITE_FIGURES,
  WEBSITE_REPORT_BASIS,
  WEBSITE_REPORT_BLOCKS,
  type WebsiteFigures,
} from '@mingfu/law'
import { formXlsx } from '@mingfu/report'
import type { Context } from '../../context.ts'
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
    const lines = linesOf(report.figures).map(({ block, label, value, isGiven }) => [
      block,
      label,
      value,
      isGiven ? '手工填报' : '系统统计',
    ])
    return formXlsx({
      sheet: '年度报表',
      title,
      head: ['类别', '项目', '内容', '来源'],
      widths: [18, 34, 40, 12],
      lines,
    })
  }
}

/** Every line of the report in order, with its unit. */
export function linesOf(figures: WebsiteFigures) {
  return WEBSITE_FIGURE_IDS.map((id) => {
    const { block, label, unit, computed } = WEBSITE_FIGURES[id]
    const value = figures[id] ?? ''
    return {
      id,
      block: WEBSITE_REPORT_BLOCKS[block],
      label: unit === '' ? label : `${label}（${unit}）`,
      value: value === '' ? '—' : value,
      isGiven: !computed,
    }
  })
}

function paperOf({ figures, isDraft }: Drawn, title: string): OfficialDocument {
  const blocks = Map.groupBy(linesOf(figures), ({ block }) => block)
  const rows: (readonly Cell[])[] = [
    ['类别', '项目', '内容', '来源'].map((text): Cell => ({ text, header: 'column', align: 'center' })),
  ]
  for (const [block, lines] of blocks) {
    for (const [index, { label, value, isGiven }] of lines.entries()) {
      const cells: Cell[] = [
        { text: label },
        { text: value, align: 'center' },
        { text: isGiven ? '填报' : '统计', align: 'center' },
      ]
      if (index === 0) cells.unshift({ text: block, header: 'row', rowSpan: lines.length, align: 'center' })
      rows.push(cells)
    }
  }
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
      {
        kind: 'table',
        caption: title,
        columns: [4, 7, 7, 2],
        headerRows: 1,
        rows,
        size: 'body',
      },
      ...notes,
    ],
  }
}
