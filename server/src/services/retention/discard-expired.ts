import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type RemovedKey, removeDue } from './removals.ts'

/** What nobody can use any more within hours, not by the day: it goes without an entry of its own on the trail. */
const BY_THE_HOUR: readonly RemovedKey[] = ['sessions', 'drafts', 'subscriptions']

/** 清除过期的会话、草稿和没有确认的订阅. */
export async function discardExpired(ctx: Context): Promise<void> {
  allow(ctx.actor, 'apply-retention')
  await tx({ ...ctx, scope: 'all' }, async (t) => {
    for (const key of BY_THE_HOUR) await removeDue(t, key, { agencyId: 'all', now: ctx.now })
  })
}
