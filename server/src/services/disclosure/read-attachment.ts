import { NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import type { Attachment } from './document.ts'
import { listAttachments } from './document-store.ts'
import { allowWithin } from './own-agency.ts'

/** An attachment in any state of its document, for those who work on it. */
export async function readAttachment(
  ctx: Context,
  what: Readonly<{ agencyId: string; documentId: string; fileId: string }>,
): Promise<Readonly<{ attachment: Attachment; bytes: Uint8Array }>> {
  allowWithin(ctx, 'read-documents', what.agencyId)
  const attachments = await listAttachments(ctx.db, what)
  const attachment = attachments.find(({ fileId }) => fileId === what.fileId)
  const bytes = attachment && (await ctx.files.find(attachment.sha256))
  if (attachment === undefined || bytes === undefined) throw new NotFound('这个附件')
  return { attachment, bytes }
}
