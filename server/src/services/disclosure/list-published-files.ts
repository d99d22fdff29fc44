import type { Context } from '../context.ts'

export type PublishedFile = Readonly<{
  documentId: string
  fileId: string
  title: string
  mediaType: string
  sizeBytes: number
}>

/** Attachments of published documents, for feeds; of what is not published there are none. */
export async function listPublishedFiles(
  ctx: Pick<Context, 'db'>,
  documentIds: readonly string[],
): Promise<readonly PublishedFile[]> {
  if (documentIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('document_file')
    .innerJoin('document', (join) =>
      join
        .onRef('document.agency_id', '=', 'document_file.agency_id')
        .onRef('document.document_id', '=', 'document_file.document_id'),
    )
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'document_file.agency_id')
        .onRef('file.file_id', '=', 'document_file.file_id'),
    )
    .select(['document.document_id', 'file.file_id', 'document_file.title', 'media_type', 'size_bytes'])
    .where('document.document_id', 'in', documentIds)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('document_file.sort_order')
    .orderBy('file.file_id')
    .execute()
  return rows.map((row) => ({
    documentId: row.document_id,
    fileId: row.file_id,
    title: row.title,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
  }))
}
