import { type Cell, renderDocx, renderPdf } from '@mingfu/documents'
import { plainDateText } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { NotFound } from '../../../errors.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { readTransfers } from './transfer-list.ts'

const HEADS = ['序号', '索引号', '标题', '发文字号', '发布日期'] as const

/** 移送清单 as Word or PDF, with its digest and room for the receiver's receipt. */
export async function transferFile(
  ctx: Context,
  what: Readonly<{ agencyId: string; transferId: string; type: 'docx' | 'pdf' }>,
): Promise<Readonly<{ bytes: Uint8Array; name: string }>> {
  allowWithin(ctx, 'read-documents', what.agencyId)
  const { list, agency } = await tx(ctx, async (t) => ({
    list: (await readTransfers(t, what.agencyId, { transferId: what.transferId }))[0],
    agency: (await getAgency(t, what.agencyId)).name,
  }))
  if (list === undefined) throw new NotFound('这份移送清单')
  const [year = '', month = ''] = list.month.split('-')
  const heads: Cell[] = HEADS.map((text) => ({ text, header: 'column' }))
  const document = {
    layout: 'report',
    title: `${agency}${year}年${Number(month)}月主动公开政府信息移送清单`,
    writtenOn: list.madeOn,
    blocks: [
      { kind: 'paragraph', text: `${list.recipientName}：`, indent: false },
      {
        kind: 'paragraph',
        text: `根据《中华人民共和国政府信息公开条例》第二十五条，现将${year}年${Number(month)}月主动公开的政府信息${list.documents.length}件移送你单位，供公众查阅。`,
      },
      {
        kind: 'table',
        caption: '移送的政府信息',
        columns: [1.2, 5, 8, 3.6, 3],
        headerRows: 1,
        size: 'compact',
        rows: [
          heads,
          ...list.documents.map(({ indexNumber, title, documentNumber, publishedOn }, index): Cell[] => [
            { text: String(index + 1), align: 'center' },
            { text: indexNumber },
            { text: title },
            { text: documentNumber ?? '' },
            { text: publishedOn, align: 'center' },
          ]),
        ],
      },
      { kind: 'paragraph', text: `清单摘要（SHA-256）：${list.listDigest}`, indent: false },
      { kind: 'signature', agencies: [agency], on: list.madeOn, sealed: true },
      {
        kind: 'table',
        caption: '回执',
        captionShown: true,
        columns: [1, 2, 1, 2],
        headerRows: 0,
        size: 'body',
        rows: receiptRows(list.receiptNumber, list.receivedBy, list.receivedOn),
      },
    ],
  } as const
  const bytes =
    what.type === 'docx' ? await renderDocx(document) : await renderPdf(document, { missing: 'mark' })
  return { bytes, name: `${document.title}.${what.type}` }
}

function receiptRows(number: string | null, by: string | null, on: string | null): Cell[][] {
  return [
    [
      { text: '回执编号', header: 'row' },
      { text: number ?? '' },
      { text: '接收人', header: 'row' },
      { text: by ?? '' },
    ],
    [
      { text: '接收日期', header: 'row' },
      {
        text:
          on === null ? '　　年　　月　　日' : plainDateText(on as `${number}-${number}-${number}` as never),
        colSpan: 3,
      },
    ],
  ]
}
