import type { Context } from '../../context.ts'
import type { TextPicture } from './text-picture.ts'

/** 正文图片 on the portal: one that a published document shows; no other, whatever its address. */
export async function findPublishedPicture(
  ctx: Pick<Context, 'db' | 'files'>,
  fileId: string,
): Promise<Readonly<{ picture: TextPicture; bytes: Uint8Array }> | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(fileId)) return undefined
  const row = await ctx.db
    .selectFrom('document_picture')
    .innerJoin('document', (join) =>
      join
        .onRef('document.agency_id', '=', 'document_picture.agency_id')
        .onRef('document.document_id', '=', 'document_picture.document_id'),
    )
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'document_picture.agency_id')
        .onRef('file.file_id', '=', 'document_picture.file_id'),
    )
    .select(['file.file_id', 'file.name', 'file.media_type', 'file.size_bytes', 'file.sha256'])
    .where('document_picture.file_id', '=', fileId)
    .where('document.state', '=', 'published')
    .where('document.published_at', 'is not', null)
    .where('document.withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const bytes = row && (await ctx.files.find(row.sha256))
  if (row === undefined || bytes === undefined) return undefined
  const { file_id, name, media_type: mediaType, size_bytes: sizeBytes, sha256 } = row
  return { picture: { fileId: file_id, name, mediaType, sizeBytes, sha256 }, bytes }
}
