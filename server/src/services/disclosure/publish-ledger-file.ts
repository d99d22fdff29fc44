import { formXlsx } from '@mingfu/report'
import { tx } from '../../db/transaction.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { publishLedger } from './publish-ledger.ts'

const HEAD = [
  '序号',
  '标题',
  '索引号',
  '发文字号',
  '成文日期',
  '公开时限',
  '发布时间',
  '拟稿人',
  '审核人',
  '审查记录号',
  '签发人',
  '发布人',
  '备注',
]
const WIDTHS = [6, 48, 30, 22, 12, 12, 18, 10, 10, 18, 10, 10, 24]

/** 导出发布台账: a year as a workbook with the columns that inspections ask for; who took it is audited. */
export async function publishLedgerFile(
  ctx: Context,
  which: Readonly<{ agencyId: string; year: number }>,
): Promise<Readonly<{ bytes: Uint8Array; name: string }>> {
  const rows = await publishLedger(ctx, which)
  const title = `政府信息发布台账（${which.year}年）`
  const bytes = await formXlsx({
    sheet: '发布台账',
    title,
    head: HEAD,
    widths: WIDTHS,
    lines: rows.map((row, index) => [
      String(index + 1),
      row.title,
      row.indexNumber,
      row.documentNumber ?? '',
      row.writtenOn,
      row.publishDueOn ?? '',
      momentInChina(row.publishedAt),
      row.drafter,
      row.reviewer,
      row.reviewForm,
      row.approver,
      row.publisher,
      row.withdrawnAt === null ? '' : `${momentInChina(row.withdrawnAt)}撤下`,
    ]),
  })
  await tx(ctx, (t) =>
    recordAudit(t, ctx, {
      agencyId: which.agencyId,
      action: 'export-publish-ledger',
      objectKind: 'agency',
      objectId: which.agencyId,
      detail: { year: which.year, rows: rows.length },
    }),
  )
  return { bytes, name: `${title}.xlsx` }
}

const CHINA_MS = 8 * 3_600_000

/** `2026-06-15 12:00`. */
function momentInChina(at: Date): string {
  return new Date(at.getTime() + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ')
}
