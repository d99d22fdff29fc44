import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'

/** 清除逾期草稿: what somebody typed and never filed is kept two days, not longer. */
export async function discardExpiredDrafts(ctx: Context): Promise<void> {
  allow(ctx.actor, 'handle-request')
  await tx(ctx, (t) => t.deleteFrom('filing_draft').where('expires_at', '<', ctx.now).execute())
}
