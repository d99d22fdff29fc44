import { renderPdf, type Table } from '@mingfu/documents'
import { citationText, plainDateText, REDACTION_GROUNDS } from '@mingfu/law'
import type { RedactionProof } from '@mingfu/screening'
import { actorName, type Context } from '../../context.ts'
import type { StoredRedaction } from './redaction-store.ts'

/** 遮盖内容对照表: where, what and why, for the file of the case; `null` when nothing was masked. */
export async function maskingTable(
  ctx: Context,
  { marks }: StoredRedaction,
  fileName: string,
  proof: RedactionProof,
): Promise<Uint8Array | null> {
  if (marks.length === 0) return null
  const ordered = [...marks].sort((a, b) => a.page - b.page || a.y - b.y || a.x - b.x)
  const table: Table = {
    kind: 'table',
    caption: '遮盖内容对照表',
    columns: [1, 2, 5, 8],
    headerRows: 1,
    size: 'body',
    rows: [
      ['序号', '页码', '遮盖的内容', '依据'].map((text) => ({ text, header: 'column' as const })),
      ...ordered.map(({ page, part, ground }, index) => [
        { text: String(index + 1), align: 'center' as const },
        { text: `第${page}页`, align: 'center' as const },
        { text: part },
        { text: `${REDACTION_GROUNDS[ground].label}，${citationText(REDACTION_GROUNDS[ground].basis)}` },
      ]),
    ],
  }
  return renderPdf(
    {
      layout: 'report',
      title: '遮盖内容对照表',
      writtenOn: ctx.today,
      blocks: [
        { kind: 'paragraph', text: `文件：${fileName}（共${proof.pages}页，遮盖${proof.marks}处）` },
        table,
        { kind: 'paragraph', text: `检验结果：${proof.checks.join('；')}。` },
        {
          kind: 'paragraph',
          text: `复核人：${actorName(ctx.actor)}　　${plainDateText(ctx.today)}`,
          align: 'end',
        },
      ],
    },
    { missing: 'mark' },
  )
}
