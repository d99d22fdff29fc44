import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { actorId, type Context } from '../context.ts'
import { attachmentFault, mediaTypeOf } from '../disclosure/attachment-type.ts'
import { type FilePreview, filePreview } from '../preview/file-preview.ts'
import { previewOfFile } from '../preview/preview-of-file.ts'
import { refuseSecretFile } from '../screening/refuse-secret-file.ts'
import { allowBriefing, allowUnit, moveBriefing } from './briefing-access.ts'
import { changeItem, findItem, lockItem, type OnItem } from './briefing-store.ts'

/** A file that hangs on an item. */
export type ItemFile = Readonly<{
  fileId: string
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
}>

type Which = Readonly<{ agencyId: string; itemId: string; fileId: string }>

const MOST_FILES = 10

/** 添加附件 to an item that is still to be handed in, by its unit. A file with a mark of secrecy is not kept. */
export async function attachItemFile(
  ctx: Context,
  input: OnItem & Readonly<{ name: string; bytes: Uint8Array }>,
): Promise<{ version: number; fileId: string }> {
  allowBriefing(ctx, 'submit-briefing', input.agencyId)
  const name = input.name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .trim()
  const fault = attachmentFault(name, input.bytes)
  if (fault !== undefined) throw new Invalid(fault, { file: fault })
  await refuseSecretFile(input.bytes, name)
  const { sha256, sm3, sizeBytes } = await ctx.files.put(input.bytes)
  const fileId = newId()
  return tx(ctx, async (t) => {
    const item = await lockToWrite(t, ctx, input)
    const { agencyId, itemId } = item
    if ((await listItemFiles(t, item)).length >= MOST_FILES)
      throw new Invalid(`一条政务信息的附件不超过${MOST_FILES}个`, { file: `附件不超过${MOST_FILES}个` })
    await t
      .insertInto('file')
      .values({
        agency_id: agencyId,
        file_id: fileId,
        name,
        media_type: mediaTypeOf(name),
        size_bytes: sizeBytes,
        sha256,
        sm3,
        created_at: ctx.now,
        created_by: actorId(ctx.actor),
      })
      .execute()
    await t
      .insertInto('briefing_file')
      .values({ agency_id: agencyId, item_id: itemId, file_id: fileId, added_at: ctx.now })
      .execute()
    const version = await changeItem(t, ctx, item, {}, { kind: 'written', facts: { attached: name } })
    return { version, fileId }
  })
}

/** 移除附件 before it is handed in. The bytes stay on record; the item no longer shows them. */
export async function removeItemFile(
  ctx: Context,
  input: OnItem & Readonly<{ fileId: string }>,
): Promise<{ version: number }> {
  allowBriefing(ctx, 'submit-briefing', input.agencyId)
  return tx(ctx, async (t) => {
    const item = await lockToWrite(t, ctx, input)
    const removed = (await listItemFiles(t, item)).find(({ fileId }) => fileId === input.fileId)
    if (removed === undefined) throw new Invalid('没有这个附件，请刷新页面')
    await t
      .deleteFrom('briefing_file')
      .where('agency_id', '=', item.agencyId)
      .where('item_id', '=', item.itemId)
      .where('file_id', '=', input.fileId)
      .execute()
    const event = { kind: 'written', facts: { removed: removed.name } } as const
    return { version: await changeItem(t, ctx, item, {}, event) }
  })
}

/** 下载附件, for who may read the item. */
export async function readItemFile(
  ctx: Context,
  what: Which,
): Promise<Readonly<{ file: ItemFile; bytes: Uint8Array }>> {
  const file = await readableFile(ctx, what)
  const bytes = await ctx.files.find(file.sha256)
  if (bytes === undefined) throw new NotFound('这个附件')
  return { file, bytes }
}

/** 预览附件, for who may read the item. */
export async function previewItemFile(ctx: Context, what: Which): Promise<FilePreview> {
  const file = await readableFile(ctx, what)
  return filePreview(file.name, (reader) => previewOfFile(ctx, { agencyId: what.agencyId, ...file, reader }))
}

export async function listItemFiles(
  t: Tx,
  { agencyId, itemId }: Readonly<{ agencyId: string; itemId: string }>,
): Promise<readonly ItemFile[]> {
  const rows = await t
    .selectFrom('briefing_file')
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'briefing_file.agency_id')
        .onRef('file.file_id', '=', 'briefing_file.file_id'),
    )
    .select(['file.file_id', 'file.name', 'file.media_type', 'file.size_bytes', 'file.sha256'])
    .where('briefing_file.agency_id', '=', agencyId)
    .where('briefing_file.item_id', '=', itemId)
    .orderBy('briefing_file.added_at')
    .orderBy('file.file_id')
    .execute()
  return rows.map((row) => ({
    fileId: row.file_id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
  }))
}

async function lockToWrite(t: Tx, ctx: Context, input: OnItem) {
  const item = await lockItem(t, input)
  allowUnit(ctx.actor, item.unitId)
  moveBriefing(item.state, 'write')
  return item
}

async function readableFile(ctx: Context, what: Which): Promise<ItemFile> {
  allowBriefing(ctx, 'read-briefings', what.agencyId)
  return tx(ctx, async (t) => {
    const item = await findItem(t, what)
    if (item === undefined) throw new NotFound('这条政务信息')
    allowUnit(ctx.actor, item.unitId)
    const file = (await listItemFiles(t, what)).find(({ fileId }) => fileId === what.fileId)
    if (file === undefined) throw new NotFound('这个附件')
    return file
  })
}
