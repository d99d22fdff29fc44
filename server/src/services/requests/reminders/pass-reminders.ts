import type { Tx } from '../../../db/database.ts'

type Pass = Readonly<{
  agencyId: string
  fromId: string
  toId: string
  requestIds: readonly string[]
  at: Date
}>

/** 移交提醒: what one had been told of these cases and not put aside is told to the other, and no longer to him. */
export async function passReminders(t: Tx, { agencyId, fromId, toId, requestIds, at }: Pass): Promise<void> {
  if (requestIds.length === 0) return
  const ofFrom = () =>
    t
      .updateTable('staff_reminder')
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', fromId)
      .where('request_id', 'in', [...requestIds])
      .where('read_at', 'is', null)
  await ofFrom()
    .set({ staff_id: toId })
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('staff_reminder as known')
            .select('known.reminder_id')
            .whereRef('known.agency_id', '=', 'staff_reminder.agency_id')
            .whereRef('known.request_id', '=', 'staff_reminder.request_id')
            .whereRef('known.code', '=', 'staff_reminder.code')
            .where('known.staff_id', '=', toId),
        ),
      ),
    )
    .execute()
  // Of the rest the other knows already.
  await ofFrom().set({ read_at: at }).execute()
}
