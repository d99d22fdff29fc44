import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import type { ActivityEntry } from './activity.ts'
import { entryColumns } from './activity-store.ts'
import { checkEntry } from './check-entry.ts'

export type RecordActivity = ActivityEntry & Readonly<{ agencyId: string }>

/** 登记监督保障记录: a training, an inspection, a problem found; answers its id. */
export async function recordActivity(ctx: Context, input: RecordActivity): Promise<string> {
  allow(ctx.actor, 'record-activity')
  return tx(ctx, (t) => writeActivity(t, ctx, input))
}

/** The record within the transaction of its cause. */
export async function writeActivity(t: Tx, ctx: Context, input: RecordActivity): Promise<string> {
  checkEntry(ctx, input)
  const { agencyId, kind, title } = input
  const activityId = newId()
  await t
    .insertInto('oversight_activity')
    .values({
      agency_id: agencyId,
      activity_id: activityId,
      created_by: actorId(ctx.actor),
      created_at: ctx.now,
      ...entryColumns(input),
    })
    .execute()
  await recordAudit(t, ctx, {
    agencyId,
    action: 'record-activity',
    objectKind: 'activity',
    objectId: activityId,
    detail: { kind, title },
  })
  return activityId
}
