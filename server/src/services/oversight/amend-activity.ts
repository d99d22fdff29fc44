import { tx } from '../../db/transaction.ts'
import { Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import type { ActivityEntry } from './activity.ts'
import { entryColumns, lockActivity } from './activity-store.ts'
import { checkEntry } from './check-entry.ts'

export type AmendActivity = ActivityEntry &
  Readonly<{ agencyId: string; activityId: string; version: number }>

/** 更正记录, or write down what became of a problem; what stood before is kept in the audit trail. */
export async function amendActivity(ctx: Context, input: AmendActivity): Promise<void> {
  allow(ctx.actor, 'record-activity')
  checkEntry(ctx, input)
  const { agencyId, activityId, version } = input
  await tx(ctx, async (t) => {
    const before = await lockActivity(t, agencyId, activityId)
    if (before.version !== version) throw new Stale('这条记录')
    await t
      .updateTable('oversight_activity')
      .set({ ...entryColumns(input), version: version + 1 })
      .where('agency_id', '=', agencyId)
      .where('activity_id', '=', activityId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'amend-activity',
      objectKind: 'activity',
      objectId: activityId,
      detail: { before },
    })
  })
}
