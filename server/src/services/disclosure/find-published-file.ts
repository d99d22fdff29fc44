import type { Context } from '../context.ts'
import type { Attachment } from './document.ts'
import { listAttachments } from './document-store.ts'
import { findPublishedDocument, type PublishedDocument } from './find-published-document.ts'

/** 下载: an attachment of a published document; of no other, whatever its address. */
export async function findPublishedFile(
  ctx: Pick<Context, 'db' | 'today' | 'files'>,
  what: Readonly<{ agencyId: string; documentId: string; fileId: string }>,
): Promise<Readonly<{ document: PublishedDocument; attachment: Attachment; bytes: Uint8Array }> | undefined> {
  const document = await findPublishedDocument(ctx, what)
  if (document?.state !== 'published') return undefined
  const attachments = await listAttachments(ctx.db, what)
  const attachment = attachments.find(({ fileId }) => fileId === what.fileId)
  if (attachment === undefined) return undefined
  const bytes = await ctx.files.find(attachment.sha256)
  return bytes && { document, attachment, bytes }
}
