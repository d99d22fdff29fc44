import type { PlainDate, PublishingChannel } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'

/** 渠道回执: where a document was shown besides the site, when, who says so, and whether it hangs there still. */
export type ChannelReceipt = Readonly<{
  receiptId: string
  documentId: string
  /** Title of the document, for lists across documents. */
  title: string
  channel: PublishingChannel
  place: string
  shownOn: PlainDate
  link: string | null
  note: string | null
  hasPhoto: boolean
  recordedAt: Date
  recordedBy: string
  takenDownOn: PlainDate | null
  takenDownBy: string | null
}>

export async function readReceipts(
  t: Tx,
  agencyId: string,
  which: Readonly<{ documentId: string }> | 'outstanding' | 'outdated',
): Promise<readonly ChannelReceipt[]> {
  let query = t
    .selectFrom('channel_receipt as r')
    .innerJoin('document as d', (join) =>
      join.onRef('d.agency_id', '=', 'r.agency_id').onRef('d.document_id', '=', 'r.document_id'),
    )
    .select(['r.receipt_id', 'r.document_id', 'd.title', 'r.channel', 'r.place', 'r.shown_on', 'r.link'])
    .select(['r.note', 'r.photo_file_id', 'r.recorded_at', 'r.recorded_by'])
    .select(['r.taken_down_on', 'r.taken_down_by'])
    .where('r.agency_id', '=', agencyId)
  if (which === 'outstanding')
    query = query.where('r.taken_down_on', 'is', null).where('d.withdrawn_at', 'is not', null)
  // Put up again at the same place since, it is the corrected text that hangs there.
  else if (which === 'outdated')
    query = query
      .where('r.taken_down_on', 'is', null)
      .where('d.state', '=', 'published')
      .whereRef('r.recorded_at', '<', 'd.corrected_at')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('channel_receipt as since')
              .select('since.receipt_id')
              .whereRef('since.agency_id', '=', 'r.agency_id')
              .whereRef('since.document_id', '=', 'r.document_id')
              .whereRef('since.channel', '=', 'r.channel')
              .whereRef('since.place', '=', 'r.place')
              .whereRef('since.recorded_at', '>=', 'd.corrected_at'),
          ),
        ),
      )
  else query = query.where('r.document_id', '=', which.documentId)
  const rows = await query.orderBy('r.shown_on', 'desc').orderBy('r.receipt_id', 'desc').limit(200).execute()
  return rows.map((row) => ({
    receiptId: row.receipt_id,
    documentId: row.document_id,
    title: row.title,
    channel: row.channel as PublishingChannel,
    place: row.place,
    shownOn: row.shown_on as PlainDate,
    link: row.link,
    note: row.note,
    hasPhoto: row.photo_file_id !== null,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    takenDownOn: row.taken_down_on as PlainDate | null,
    takenDownBy: row.taken_down_by,
  }))
}
