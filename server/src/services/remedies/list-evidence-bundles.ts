import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { getStoredDispute } from './dispute-store.ts'
import { readBundles, type StoredBundle } from './evidence-bundle-store.ts'

/** 已生成的举证材料 of a dispute, newest first. */
export function listEvidenceBundles(
  ctx: Context,
  { agencyId, disputeId }: Readonly<{ agencyId: string; disputeId: string }>,
): Promise<readonly StoredBundle[]> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    await getStoredDispute(t, ctx, agencyId, disputeId)
    return readBundles(t, agencyId, disputeId)
  })
}
