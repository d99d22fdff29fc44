import type { Context } from '../context.ts'
import type { Attachment } from './document.ts'
import { findPublishedDocument, type PublishedDocument } from './find-published-document.ts'

type Which = Readonly<{ agencyId: string; documentId: string; fileId: string }>
type PublishedAttachment = Readonly<{ document: PublishedDocument; attachment: Attachment }>

/** An attachment of a published document; of no other, whatever its address. */
export async function findPublishedAttachment(
  ctx: Pick<Context, 'db' | 'today'>,
  what: Which,
): Promise<PublishedAttachment | undefined> {
  const document = await findPublishedDocument(ctx, what)
  if (document?.state !== 'published') return undefined
  const attachment = document.attachments.find(({ fileId }) => fileId === what.fileId)
  return attachment && { document, attachment }
}

/** 下载: such an attachment with its bytes. */
export async function findPublishedFile(
  ctx: Pick<Context, 'db' | 'today' | 'files'>,
  what: Which,
): Promise<(PublishedAttachment & Readonly<{ bytes: Uint8Array }>) | undefined> {
  const found = await findPublishedAttachment(ctx, what)
  const bytes = found && (await ctx.files.find(found.attachment.sha256))
  return found && bytes && { ...found, bytes }
}
