import { imageAsPdf, RedactionFault } from '@mingfu/screening'
import type { Tx } from '../../../db/database.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import type { Context } from '../../context.ts'
import { openSealed } from '../keep-attachment.ts'
import { type RequestFile, readRequestFiles } from '../request-file-store.ts'

type Which = Readonly<{ agencyId: string; requestId: string; fileId: string }>

/** The file that is worked on, as a PDF; a picture is one of one page. Throws `Invalid` for any other kind of file. */
export async function readSourceFile(
  t: Tx,
  ctx: Context,
  { agencyId, requestId, fileId }: Which,
): Promise<Readonly<{ file: RequestFile; bytes: Uint8Array }>> {
  const file = (await readRequestFiles(t, ctx, { agencyId, requestId })).find((one) => one.fileId === fileId)
  if (file === undefined) throw new NotFound('这个文件')
  if (!(file.mediaType in READ_AS))
    throw new Invalid('只有 PDF 和 JPG、PNG 图片可以遮盖，请把文件另存为 PDF 后再添加到案卷')
  const bytes = await openSealed(ctx, file.sha256)
  if (bytes === undefined) throw new NotFound('这个文件的内容')
  const plain = new Uint8Array(bytes)
  const kind = READ_AS[file.mediaType as keyof typeof READ_AS]
  return { file, bytes: kind === 'pdf' ? plain : await orInvalid(imageAsPdf(plain, kind)) }
}

const READ_AS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpeg', 'image/png': 'png' } as const

/** A fault of the file is told to the clerk as it is worded. */
export async function orInvalid<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof RedactionFault) throw new Invalid(error.message)
    throw error
  }
}
