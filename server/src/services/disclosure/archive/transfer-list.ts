import type { DepositRecipient, PlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'

/** One document of a list, as it stood when the list was made. */
export type TransferredDocument = Readonly<{
  documentId: string
  indexNumber: string
  title: string
  documentNumber: string | null
  publishedOn: PlainDate
  contentDigest: string
}>

export type TransferList = Readonly<{
  transferId: string
  month: string
  recipient: DepositRecipient
  recipientName: string
  documents: readonly TransferredDocument[]
  listDigest: string
  madeOn: PlainDate
  madeBy: string
  receiptNumber: string | null
  receivedOn: PlainDate | null
  receivedBy: string | null
  receiptNote: string
  version: number
}>

export async function readTransfers(
  t: Tx,
  agencyId: string,
  where: Readonly<{ year?: number; transferId?: string }>,
): Promise<readonly TransferList[]> {
  let query = t.selectFrom('transfer_list').selectAll().where('agency_id', '=', agencyId)
  if (where.year !== undefined) query = query.where('month', 'like', `${where.year}-%`)
  if (where.transferId !== undefined) query = query.where('transfer_id', '=', where.transferId)
  const rows = await query.orderBy('month').orderBy('recipient').execute()
  return rows.map((row) => ({
    transferId: row.transfer_id,
    month: row.month,
    recipient: row.recipient as DepositRecipient,
    recipientName: row.recipient_name,
    documents: row.documents as TransferredDocument[],
    listDigest: row.list_digest,
    madeOn: row.made_on as PlainDate,
    madeBy: row.made_by,
    receiptNumber: row.receipt_number,
    receivedOn: row.received_on as PlainDate | null,
    receivedBy: row.received_by,
    receiptNote: row.receipt_note,
    version: row.version,
  }))
}

/** 主动公开信息 of a month that are public now: what was taken down is not handed on. */
export async function publishedInMonth(
  t: Tx,
  agencyId: string,
  month: string,
): Promise<readonly TransferredDocument[]> {
  const on = sql<string>`(published_at at time zone 'Asia/Shanghai')::date::text`
  const rows = await t
    .selectFrom('document')
    .select([
      'document_id',
      'index_number',
      'title',
      'document_number',
      'content_digest',
      on.as('published_on'),
    ])
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .where(on, 'like', `${month}-%`)
    .orderBy('published_at')
    .orderBy('document_id')
    .execute()
  return rows.map((row) => ({
    documentId: row.document_id,
    indexNumber: row.index_number ?? '',
    title: row.title,
    documentNumber: row.document_number,
    publishedOn: row.published_on as PlainDate,
    contentDigest: row.content_digest,
  }))
}
