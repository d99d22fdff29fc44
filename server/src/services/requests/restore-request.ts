import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import { Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { allowToRead } from './reading/open-case.ts'
import { lockRequest } from './request-store.ts'

export type RestoreRequest = Readonly<{ agencyId: string; requestId: string }>

/** 恢复: takes a request out of the spam box; its days run from its receipt, as if it had never been there. */
export async function restoreRequest(ctx: Context, { agencyId, requestId }: RestoreRequest): Promise<void> {
  allow(ctx.actor, 'handle-request')
  await tx(ctx, async (t) => {
    await allowToRead(t, ctx, { agencyId, requestId })
    const request = await lockRequest(t, agencyId, requestId)
    const { numUpdatedRows } = await t
      .updateTable('request')
      .set({
        set_aside_at: null,
        set_aside_by: null,
        set_aside_reason: null,
        version: sql`version + 1`,
      })
      .where('agency_id', '=', agencyId)
      .where('request_id', '=', requestId)
      .where('set_aside_at', 'is not', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new Stale(`申请${request.number}`)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'restore-request',
      objectKind: 'request',
      objectId: requestId,
      detail: { number: request.number },
    })
  })
}
