import { isPlainDate, PUBLISHING_CHANNELS, type PublishingChannel } from '@mingfu/law'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { mediaTypeOf } from '../disclosure/attachment-type.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import { type ChannelReceipt, readReceipts } from './channel-receipt.ts'

export type RecordReceipt = Readonly<{
  agencyId: string
  documentId: string
  channel: PublishingChannel
  place: string
  shownOn: string
  link: string
  note: string
  photo: Readonly<{ name: string; bytes: Uint8Array }> | null
}>

/** 登记回执: a published document was also shown on a channel that no program reaches. */
export async function recordReceipt(ctx: Context, input: RecordReceipt): Promise<{ receiptId: string }> {
  const { agencyId, documentId, channel, photo } = input
  allowWithin(ctx, 'publish-document', agencyId)
  const place = input.place.trim()
  if (!(channel in PUBLISHING_CHANNELS) || channel === 'website') {
    throw new Invalid('请选择网站以外的渠道', { channel: '请选择网站以外的渠道' })
  }
  if (place === '') throw new Invalid('请填写地点或者载体', { place: '请填写张贴的地点或者刊播的载体' })
  if (!isPlainDate(input.shownOn) || input.shownOn > ctx.today) {
    throw new Invalid('请填写公开的日期', { shownOn: '请填写公开的日期，不能晚于今天' })
  }
  const shownOn = input.shownOn
  // Before the transaction: its body may run more than once, and the same bytes are kept once anyway.
  const kept = photo === null ? null : await ctx.files.put(photo.bytes)
  const receiptId = newId()
  return tx(ctx, async (t) => {
    const document = await t
      .selectFrom('document')
      .select(['published_at', 'withdrawn_at'])
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .forShare()
      .executeTakeFirst()
    if (document === undefined) throw new NotFound('这条政府信息')
    if (document.published_at === null || document.withdrawn_at !== null) {
      throw new Invalid('先在网站发布，才能登记其他渠道的公开')
    }
    let photoFileId: string | null = null
    if (photo !== null && kept !== null) {
      photoFileId = newId()
      await t
        .insertInto('file')
        .values({
          agency_id: agencyId,
          file_id: photoFileId,
          name: photo.name,
          media_type: mediaTypeOf(photo.name),
          size_bytes: kept.sizeBytes,
          sha256: kept.sha256,
          sm3: kept.sm3,
          created_at: ctx.now,
          created_by: actorId(ctx.actor),
        })
        .execute()
    }
    await t
      .insertInto('channel_receipt')
      .values({
        agency_id: agencyId,
        receipt_id: receiptId,
        document_id: documentId,
        channel,
        place,
        shown_on: shownOn,
        link: input.link.trim() || null,
        note: input.note.trim() || null,
        photo_file_id: photoFileId,
        recorded_at: ctx.now,
        recorded_by: actorName(ctx.actor),
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-channel-receipt',
      objectKind: 'document',
      objectId: documentId,
      detail: { channel, place, shownOn },
    })
    return { receiptId }
  })
}

/** 登记撤下: what hung there hangs there no more. */
export async function recordTakenDown(
  ctx: Context,
  { agencyId, receiptId }: Readonly<{ agencyId: string; receiptId: string }>,
): Promise<void> {
  allowWithin(ctx, 'publish-document', agencyId)
  await tx(ctx, async (t) => {
    const row = await t
      .updateTable('channel_receipt')
      .set({ taken_down_on: ctx.today, taken_down_by: actorName(ctx.actor) })
      .where('agency_id', '=', agencyId)
      .where('receipt_id', '=', receiptId)
      .where('taken_down_on', 'is', null)
      .returning('document_id')
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('这条回执，或者已经登记撤下')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-taken-down',
      objectKind: 'document',
      objectId: row.document_id,
      detail: { receiptId },
    })
  })
}

/** 一条信息的回执, newest first. */
export async function listReceipts(
  ctx: Context,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly ChannelReceipt[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  return tx(ctx, (t) => readReceipts(t, agencyId, { documentId }))
}

/** 回执的照片. */
export async function readReceiptPhoto(
  ctx: Context,
  { agencyId, receiptId }: Readonly<{ agencyId: string; receiptId: string }>,
): Promise<Readonly<{ bytes: Uint8Array; name: string; mediaType: string }>> {
  allowWithin(ctx, 'read-documents', agencyId)
  const file = await tx(ctx, (t) =>
    t
      .selectFrom('channel_receipt')
      .innerJoin('file', (join) =>
        join
          .onRef('file.agency_id', '=', 'channel_receipt.agency_id')
          .onRef('file.file_id', '=', 'channel_receipt.photo_file_id'),
      )
      .select(['file.name', 'file.media_type', 'file.sha256'])
      .where('channel_receipt.agency_id', '=', agencyId)
      .where('channel_receipt.receipt_id', '=', receiptId)
      .executeTakeFirst(),
  )
  const bytes = file && (await ctx.files.find(file.sha256))
  if (file === undefined || bytes === undefined) throw new NotFound('这张照片')
  return { bytes, name: file.name, mediaType: file.media_type }
}
