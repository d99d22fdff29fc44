import { fontDirectories } from '@mingfu/documents'
import { pdfPagePicture } from '@mingfu/screening'
import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { allowToRead } from '../reading/open-case.ts'
import { type OnRedaction, readRedaction } from './redaction-store.ts'
import { orInvalid, readSourceFile } from './source-file.ts'

const DOTS_PER_INCH = 110

/** A page of the original as a picture, drawn as the boxes will be burned into it. */
export async function redactionPage(
  ctx: Context,
  on: OnRedaction & Readonly<{ page: number }>,
): Promise<Uint8Array> {
  allow(ctx.actor, 'read-requests')
  const { bytes } = await tx(ctx, async (t) => {
    const { agencyId, requestId, sourceFileId } = await readRedaction(t, on)
    await allowToRead(t, ctx, { agencyId, requestId })
    return readSourceFile(t, ctx, { agencyId, requestId, fileId: sourceFileId })
  })
  return orInvalid(pdfPagePicture(bytes, on.page, DOTS_PER_INCH, { fontDirectories: fontDirectories() }))
}
