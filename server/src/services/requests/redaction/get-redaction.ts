import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { openCase } from '../reading/open-case.ts'
import { readRequestFiles } from '../request-file-store.ts'
import { type OnRedaction, readRedaction, type StoredRedaction } from './redaction-store.ts'

export type RedactionCase = Readonly<{ redaction: StoredRedaction; number: string; fileName: string }>

/** 遮盖标注, to draw on or to check. Whoever opens it sees the original, so the look is logged. */
export async function getRedaction(ctx: Context, on: OnRedaction): Promise<RedactionCase> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    const redaction = await readRedaction(t, on)
    const { number } = await openCase(t, ctx, { agencyId: on.agencyId, requestId: redaction.requestId })
    const files = await readRequestFiles(t, ctx, redaction)
    await recordAudit(t, ctx, {
      agencyId: on.agencyId,
      action: 'open-redaction',
      objectKind: 'request',
      objectId: redaction.requestId,
      detail: { number, redactionId: on.redactionId },
    })
    const source = files.find(({ fileId }) => fileId === redaction.sourceFileId)
    return { redaction, number, fileName: source?.name ?? '' }
  })
}
