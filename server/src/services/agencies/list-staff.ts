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
  secondFactor: boolean
}>

/** 工作人员名册 of one agency, by login. */
export function listStaff(ctx: Context, { agencyId }: { agencyId: string }): Promise<readonly StaffMember[]> {
  allow(ctx.actor, 'read-staff')
  return tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const rows = await t
      .selectFrom('staff')
      .leftJoin('department', (join) =>
        join
          .onRef('department.agency_id', '=', 'staff.agency_id')
          .onRef('department.department_id', '=', 'staff.department_id'),
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
        'staff.second_factor_at',
        'department.name as department_name',
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
      secondFactor: row.second_factor_at !== null,
    }))
  })
}
