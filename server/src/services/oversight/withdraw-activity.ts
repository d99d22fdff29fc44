import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { lockActivity } from './activity-store.ts'

export type WithdrawActivity = Readonly<{ agencyId: string; activityId: string; reason: string }>

/** 撤销登记错误的记录: it no longer counts anywhere; the row and the reason are kept. */
export async function withdrawActivity(ctx: Context, input: WithdrawActivity): Promise<void> {
  allow(ctx.actor, 'record-activity')
  const { agencyId, activityId, reason } = input
  await tx(ctx, async (t) => {
    const before = await lockActivity(t, agencyId, activityId)
    await t
      .updateTable('oversight_activity')
      .set({ withdrawn_at: ctx.now, version: before.version + 1 })
      .where('agency_id', '=', agencyId)
      .where('activity_id', '=', activityId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'withdraw-activity',
      objectKind: 'activity',
      objectId: activityId,
      detail: { reason, before },
    })
  })
}
