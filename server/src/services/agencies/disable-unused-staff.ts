import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { endSessions } from './session.ts'

const DAY = 86_400_000

type Account = Readonly<{
  agencyId: string
  staffId: string
  login: string
  path: string
  isSystemAdmin: boolean
  unused: boolean
}>

/**
 * 停用久不使用的账户: whoever has not signed in for the days that the operator has set, counted from the last sign-in,
 * from when the account was made or from when it was last enabled again. A last system administrator stays, for nobody
 * could let the others in again. Answers how many were disabled; running it again adds nothing.
 */
export async function disableUnusedStaff(ctx: Context): Promise<number> {
  allow(ctx.actor, 'manage-staff')
  const { unusedAfterDays } = ctx.signIn
  if (unusedAfterDays === null) return 0
  return tx({ ...ctx, scope: 'all' }, async (t) => {
    const since = new Date(ctx.now.getTime() - unusedAfterDays * DAY)
    const rows = await t
      .selectFrom('staff')
      .innerJoin('agency', 'agency.agency_id', 'staff.agency_id')
      .select([
        'staff.agency_id',
        'staff.staff_id',
        'staff.login',
        'staff.roles',
        'agency.path',
        sql<boolean>`greatest(staff.last_sign_in_at, staff.enabled_at, staff.created_at) < ${since}`.as(
          'unused',
        ),
      ])
      .where('staff.disabled_at', 'is', null)
      .orderBy('agency.path')
      .orderBy('staff.login')
      .forUpdate('staff')
      .execute()
    const accounts = rows.map((row) => ({
      agencyId: row.agency_id,
      staffId: row.staff_id,
      login: row.login,
      path: row.path,
      isSystemAdmin: row.roles.includes('system-admin'),
      unused: row.unused,
    }))
    const going = accounts.filter((account) => account.unused && !isLastAdministrator(account, accounts))
    for (const { agencyId, staffId, login } of going) {
      await t
        .updateTable('staff')
        .set({ disabled_at: ctx.now, disabled_because: 'unused' })
        .where('agency_id', '=', agencyId)
        .where('staff_id', '=', staffId)
        .execute()
      await endSessions(t, { agencyId, staffId })
      await recordAudit(t, ctx, {
        agencyId,
        action: 'disable-unused-staff',
        objectKind: 'staff',
        objectId: staffId,
        detail: { login, unusedAfterDays },
      })
    }
    return going.length
  })
}

/** Whether nobody who is in use could enable this system administrator again, here or in an agency above. */
function isLastAdministrator(account: Account, all: readonly Account[]): boolean {
  if (!account.isSystemAdmin) return false
  const others = all.filter(
    (other) =>
      other.isSystemAdmin && other.staffId !== account.staffId && account.path.startsWith(other.path),
  )
  if (others.some(({ unused }) => !unused)) return false
  // Of several that are unused, one stays: the first by agency and login.
  return others.every((other) => other.path === account.path && other.login > account.login)
}
