import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import { actorId, type Context } from '../../context.ts'
import { readable } from '../reading/readable-cases.ts'

/** 提醒 to a person that he has not put aside. */
export type StaffReminder = Readonly<{
  reminderId: string
  requestId: string
  number: string
  level: 'overdue' | 'urgent' | 'soon' | 'note'
  text: string
  basis: string
  madeAt: Date
}>

const SHOWN = 50

/** 我的提醒, the most pressing first, of cases that are still open. */
export async function myReminders(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly StaffReminder[]> {
  allow(ctx.actor, 'read-requests')
  const me = actorId(ctx.actor)
  if (me === null) return []
  return tx(ctx, async (t) => {
    const rows = await t
      .selectFrom('staff_reminder')
      .innerJoin('request', (join) =>
        join
          .onRef('request.agency_id', '=', 'staff_reminder.agency_id')
          .onRef('request.request_id', '=', 'staff_reminder.request_id'),
      )
      .select([
        'staff_reminder.reminder_id',
        'staff_reminder.request_id',
        'request.number',
        'staff_reminder.level',
        'staff_reminder.text',
        'staff_reminder.basis',
        'staff_reminder.made_at',
      ])
      .where('staff_reminder.agency_id', '=', agencyId)
      .where('staff_reminder.staff_id', '=', me)
      .where('staff_reminder.read_at', 'is', null)
      .where('request.concluded_on', 'is', null)
      .where('request.set_aside_at', 'is', null)
      .where(readable(ctx))
      .orderBy('staff_reminder.made_at', 'desc')
      .limit(SHOWN)
      .execute()
    return rows.map((row) => ({
      reminderId: row.reminder_id,
      requestId: row.request_id,
      number: row.number,
      level: row.level as StaffReminder['level'],
      text: row.text,
      basis: row.basis,
      madeAt: row.made_at,
    }))
  })
}

/** 知道了: puts reminders aside; what the cases need does not change by it. */
export async function putRemindersAside(
  ctx: Context,
  { agencyId, reminderIds }: Readonly<{ agencyId: string; reminderIds: readonly string[] }>,
): Promise<void> {
  allow(ctx.actor, 'read-requests')
  await tx(ctx, async (t) => {
    await t
      .updateTable('staff_reminder')
      .set({ read_at: ctx.now })
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', actorId(ctx.actor) ?? '')
      .where('reminder_id', 'in', [...reminderIds])
      .execute()
  })
}
