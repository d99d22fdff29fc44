import type { Tx } from '../../db/database.ts'
import type { Role } from '../allow.ts'
import type { Context } from '../context.ts'
import { notifyStaff } from '../notifications/notify-staff.ts'
import type { StaffOccasion } from '../notifications/occasions.ts'

type News = Readonly<{
  occasion: StaffOccasion
  /** Of the order; a record of supervision has none. */
  number: string | null
  path: string
}>

/**
 * Tells the people of an organ of what supervision wants of it: those of the first of these roles that somebody has.
 * Called in a transaction that sees over the walls between agencies.
 */
export async function tellOrgan(
  t: Tx,
  ctx: Context,
  agencyId: string,
  roles: readonly Role[],
  { occasion, number, path }: News,
): Promise<void> {
  const staff = await t
    .selectFrom('staff')
    .select(['staff_id', 'roles'])
    .where('agency_id', '=', agencyId)
    .where('disabled_at', 'is', null)
    .execute()
  const role = roles.find((one) => staff.some((member) => member.roles.includes(one)))
  if (role === undefined) return
  for (const { staff_id: staffId } of staff.filter((member) => member.roles.includes(role))) {
    await notifyStaff(
      t,
      ctx,
      { agencyId, staffId },
      {
        occasion,
        matters: [{ level: 'urgent', number }],
        path,
      },
    )
  }
}

/** Who answers for an organ towards those above it. */
export const WHO_ANSWERS: readonly Role[] = ['office-head', 'clerk']
