import { cleanPicture, pictureKind } from '@mingfu/screening'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import { actorId, type Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { PICTURE_TYPES, pictureFault, readPictures, type TextPicture } from './text-picture.ts'

type NewPicture = Readonly<{ agencyId: string; name: string; bytes: Uint8Array }>

/**
 * 插入图片: kept without place, camera and remarks, under a type that its bytes prove. It is nobody's yet; a document takes
 * it up when its text is saved. Answers its id.
 */
export async function keepPicture(ctx: Context, { agencyId, name, bytes }: NewPicture): Promise<string> {
  allowWithin(ctx, 'draft-document', agencyId)
  const kind = pictureKind(bytes)
  const clean = cleanPicture(bytes)
  const fault = pictureFault(bytes)
  if (fault !== undefined || kind === undefined || clean === undefined)
    throw new Invalid(fault ?? '图片不能插入', { file: fault ?? '图片不能插入' })
  const { sha256, sm3, sizeBytes } = await ctx.files.put(clean)
  const { mediaType, extension } = PICTURE_TYPES[kind]
  const fileId = newId()
  const bare = name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .trim()
    .slice(0, 80)
  await tx(ctx, async (t) => {
    await t
      .insertInto('file')
      .values({
        agency_id: agencyId,
        file_id: fileId,
        name: `${bare || '图片'}.${extension}`,
        media_type: mediaType,
        size_bytes: sizeBytes,
        sha256,
        sm3,
        created_at: ctx.now,
        created_by: actorId(ctx.actor),
      })
      .execute()
    await t
      .insertInto('text_picture')
      .values({ agency_id: agencyId, file_id: fileId, uploaded_at: ctx.now })
      .execute()
  })
  return fileId
}

/** A picture of a text for those who work on it, published or not. */
export async function readTextPicture(
  ctx: Context,
  { agencyId, fileId }: Readonly<{ agencyId: string; fileId: string }>,
): Promise<Readonly<{ picture: TextPicture; bytes: Uint8Array }>> {
  allowWithin(ctx, 'read-documents', agencyId)
  const [picture] = await readPictures(ctx.db, agencyId, [fileId])
  const bytes = picture && (await ctx.files.find(picture.sha256))
  if (picture === undefined || bytes === undefined) throw new NotFound('这幅图片')
  return { picture, bytes }
}
