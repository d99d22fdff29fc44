import { cleanPicture, pictureKind } from '@mingfu/screening'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import { actorId, type Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import type { MarkType } from './agency-mark.ts'
import { type PictureSize, pictureSize } from './picture-size.ts'

export type SaveMark = Readonly<{ agencyId: string; alt: string; name: string; bytes: Uint8Array }>

/** It opens with every page, of which none weighs more than 100 KB. */
const AT_MOST_KB = 60
/** Below this it is blurred on the screens of today; it is shown 52 pixels high. */
const AT_LEAST = 48
const AT_MOST = 2000

/** 上传机关标识: PNG or JPEG, without what such a file tells about who made it. It takes the place of the one before. */
export async function saveMark(ctx: Context, input: SaveMark): Promise<void> {
  const { agencyId } = input
  allowWithin(ctx, 'manage-agency', agencyId)
  const alt = input.alt.trim()
  if (alt === '') throw new Invalid('请填写替代文字', { alt: '请填写替代文字，例如机关的名称' })
  const { bytes, mediaType, size } = pictureOf(input.bytes)
  // Before the transaction: its body may run more than once, and the same bytes are kept once anyway.
  const { sha256, sm3, sizeBytes } = await ctx.files.put(bytes)
  const fileId = newId()
  await tx(ctx, async (t) => {
    await t
      .insertInto('file')
      .values({
        agency_id: agencyId,
        file_id: fileId,
        name: input.name,
        media_type: mediaType,
        size_bytes: sizeBytes,
        sha256,
        sm3,
        created_at: ctx.now,
        created_by: actorId(ctx.actor),
      })
      .execute()
    const values = { file_id: fileId, alt, ...size, changed_at: ctx.now, changed_by: actorId(ctx.actor) }
    await t
      .insertInto('agency_mark')
      .values({ agency_id: agencyId, ...values })
      .onConflict((conflict) => conflict.column('agency_id').doUpdateSet(values))
      .execute()
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, { agencyId, action: 'save-agency-mark', detail: { alt, sha256 } })
  })
}

/** 撤下机关标识: pages show the product's own sign again. */
export async function removeMark(ctx: Context, { agencyId }: Readonly<{ agencyId: string }>): Promise<void> {
  allowWithin(ctx, 'manage-agency', agencyId)
  await tx(ctx, async (t) => {
    await t.deleteFrom('agency_mark').where('agency_id', '=', agencyId).execute()
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, { agencyId, action: 'remove-agency-mark', detail: {} })
  })
}

function pictureOf(
  given: Uint8Array,
): Readonly<{ bytes: Uint8Array; mediaType: MarkType; size: PictureSize }> {
  const kind = pictureKind(given)
  if (kind !== 'png' && kind !== 'jpeg') fault('标识请用 PNG 或者 JPEG 图片；矢量图请先另存为 PNG')
  const bytes = cleanPicture(given)
  const size = bytes && pictureSize(bytes, kind)
  if (bytes === undefined || size === undefined) fault('图片不完整，请重新导出后上传')
  if (bytes.length > AT_MOST_KB * 1024)
    fault(`图片超过${AT_MOST_KB}KB，每一页都要下载它，请缩小后上传；高度100至200像素就够清晰`)
  if (Math.min(size.width, size.height) < AT_LEAST) fault(`图片太小，宽和高至少${AT_LEAST}像素`)
  if (Math.max(size.width, size.height) > AT_MOST) fault(`图片太大，宽和高最多${AT_MOST}像素`)
  return { bytes, mediaType: `image/${kind}`, size }
}

function fault(sentence: string): never {
  throw new Invalid(sentence, { file: sentence })
}
