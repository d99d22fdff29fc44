import { tx } from '../../db/transaction.ts'
import { allow, type Role } from '../allow.ts'
import type { Context } from '../context.ts'
import { requireWithin } from './within.ts'

export type StaffMember = Readonly<{
  staffId: string
  login: string
  name: string
  roles: readonly Role[]
  departmentId: string | null
  departmentName: string | null
  lastSignInAt: Date | null
  locked: boolean
  disabled: boolean
  /** Disabled because nobody used it. */
  unused: boolean
  secondFactor: boolean
  /** Masked; `null` where none is on file. */
  mail: string | null
  mobile: string | null
}>

/** 工作人员名册 of one agency, by login. */
export function listStaff(ctx: Context, { agencyId }: { agencyId: string }): Promise<readonly StaffMember[]> {
  allow(ctx.actor, 'read-staff')
  // An agency below lies behind the wall between agencies; `requireWithin` is the door in it.
  return tx({ ...ctx, scope: 'all' }, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const rows = await t
      .selectFrom('staff')
      .leftJoin('department', (join) =>
        join
          .onRef('department.agency_id', '=', 'staff.agency_id')
          .onRef('department.department_id', '=', 'staff.department_id'),
      )
      .leftJoin('staff_contact', (join) =>
        join
          .onRef('staff_contact.agency_id', '=', 'staff.agency_id')
          .onRef('staff_contact.staff_id', '=', 'staff.staff_id'),
      )
      .select([
        'staff.staff_id',
        'staff.login',
        'staff.name',
        'staff.roles',
        'staff.department_id',
        'staff.last_sign_in_at',
        'staff.locked_until',
        'staff.disabled_at',
        'staff.disabled_because',
        'staff.second_factor_at',
        'department.name as department_name',
        'staff_contact.mail_masked',
        'staff_contact.mobile_masked',
      ])
      .where('staff.agency_id', '=', agencyId)
      .orderBy('staff.login')
      .execute()
    return rows.map((row) => ({
      staffId: row.staff_id,
      login: row.login,
      name: row.name,
      roles: row.roles as Role[],
      departmentId: row.department_id,
      departmentName: row.department_name,
      lastSignInAt: row.last_sign_in_at,
      locked: row.locked_until !== null && row.locked_until > ctx.now,
      disabled: row.disabled_at !== null,
      unused: row.disabled_because === 'unused',
      secondFactor: row.second_factor_at !== null,
      mail: row.mail_masked,
      mobile: row.mobile_masked,
    }))
  })
}
