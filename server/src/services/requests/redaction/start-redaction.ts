import { pdfPageSizes } from '@mingfu/screening'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { openCase } from '../reading/open-case.ts'
import { insertRedaction } from './redaction-store.ts'
import { orInvalid, readSourceFile } from './source-file.ts'

export type StartRedaction = Readonly<{ agencyId: string; requestId: string; fileId: string }>

/** 开始遮盖: opens a PDF of the case for drawing boxes; the original stays as it is. Answers the redaction's id. */
export async function startRedaction(ctx: Context, input: StartRedaction): Promise<string> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, requestId, fileId } = input
  const { bytes } = await tx(ctx, (t) => readSourceFile(t, ctx, input))
  const pages = await orInvalid(pdfPageSizes(bytes))
  return tx(ctx, async (t) => {
    const { number } = await openCase(t, ctx, { agencyId, requestId })
    const redactionId = newId()
    await insertRedaction(t, ctx, { agencyId, redactionId, requestId, sourceFileId: fileId, pages })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'start-redaction',
      objectKind: 'request',
      objectId: requestId,
      detail: { number, fileId, pages: pages.length },
    })
    return redactionId
  })
}
