import { NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import { type FilePreview, filePreview } from '../preview/file-preview.ts'
import { previewOfFile } from '../preview/preview-of-file.ts'
import { listAttachments } from './document-store.ts'
import { allowWithin } from './own-agency.ts'

/** 预览附件 in any state of its document, for those who may read it: before release most of all. */
export async function previewAttachment(
  ctx: Context,
  what: Readonly<{ agencyId: string; documentId: string; fileId: string }>,
): Promise<FilePreview> {
  allowWithin(ctx, 'read-documents', what.agencyId)
  const attachments = await listAttachments(ctx.db, what)
  const attachment = attachments.find(({ fileId }) => fileId === what.fileId)
  if (attachment === undefined) throw new NotFound('这个附件')
  return filePreview(attachment.name, (reader) =>
    previewOfFile(ctx, { agencyId: what.agencyId, ...attachment, reader }),
  )
}
