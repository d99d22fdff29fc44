import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { convertInWorker } from '../preview/convert-in-worker.ts'
import { type FilePreview, filePreview } from '../preview/file-preview.ts'
import type { OutgoingFile } from './draw-letter.ts'
import { openSealed } from './keep-attachment.ts'
import { allowToRead } from './reading/open-case.ts'
import { type RequestFile, readRequestFiles } from './request-file-store.ts'

export type OpenRequestFile = Readonly<{ agencyId: string; requestId: string; fileId: string }>

/** 查看案卷文件: opens a sealed file; a proof of identity only for who may see identities, and every look is logged. */
export async function openRequestFile(ctx: Context, input: OpenRequestFile): Promise<OutgoingFile> {
  allow(ctx.actor, 'read-requests')
  const { agencyId, requestId, fileId } = input
  return tx(ctx, async (t) => {
    const file = await readableFile(t, ctx, input)
    const bytes = await openSealed(ctx, file.sha256)
    if (bytes === undefined) throw new NotFound('这个文件的内容')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'open-request-file',
      objectKind: 'request',
      objectId: requestId,
      detail: { fileId, purpose: file.purpose },
    })
    return { name: file.name, mediaType: file.mediaType, bytes }
  })
}

/** 预览案卷文件: under the same conditions and logged like a look at it; nothing of it is kept, for the file is sealed. */
export async function previewRequestFile(ctx: Context, input: OpenRequestFile): Promise<FilePreview> {
  allow(ctx.actor, 'read-requests')
  const { name } = await tx(ctx, (t) => readableFile(t, ctx, input))
  return filePreview(name, async (reader) => {
    const { bytes } = await openRequestFile(ctx, input)
    return convertInWorker(bytes, name, reader)
  })
}

async function readableFile(
  t: Tx,
  ctx: Context,
  { agencyId, requestId, fileId }: OpenRequestFile,
): Promise<RequestFile> {
  await allowToRead(t, ctx, { agencyId, requestId })
  const files = await readRequestFiles(t, ctx, { agencyId, requestId })
  const file = files.find((one) => one.fileId === fileId)
  if (file === undefined) throw new NotFound('这个文件')
  if (file.purpose === 'identity-proof' || file.purpose === 'attachment')
    await allowToRead(t, ctx, { agencyId, requestId }, 'identity')
  return file
}
