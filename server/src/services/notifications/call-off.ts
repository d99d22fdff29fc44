import type { Tx } from '../../db/database.ts'
import type { StaffOccasion } from './occasions.ts'

/** 收回提醒: messages to somebody that still wait and have lost their cause. */
export async function callOff(
  t: Tx,
  { agencyId, staffId }: Readonly<{ agencyId: string; staffId: string }>,
  occasion: StaffOccasion,
  why: string,
): Promise<void> {
  await t
    .updateTable('notification')
    .set({ state: 'not-sent', error: why })
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .where('occasion', '=', occasion)
    .where('state', '=', 'waiting')
    .execute()
}
