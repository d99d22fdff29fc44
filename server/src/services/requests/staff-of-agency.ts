import type { Tx } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import type { Role } from '../allow.ts'

export type Colleague = Readonly<{ staffId: string; name: string; roles: readonly Role[] }>

/** Somebody who works here and may still sign in. */
export async function getStaffMember(tx: Tx, agencyId: string, staffId: string): Promise<Colleague> {
  const colleague = (await colleaguesOf(tx, agencyId)).find((one) => one.staffId === staffId)
  if (colleague === undefined) throw new NotFound('这位工作人员')
  return colleague
}

export async function colleaguesOf(tx: Tx, agencyId: string): Promise<readonly Colleague[]> {
  const rows = await tx
    .selectFrom('staff')
    .select(['staff_id', 'name', 'roles'])
    .where('agency_id', '=', agencyId)
    .where('disabled_at', 'is', null)
    .orderBy('login')
    .execute()
  return rows.map(({ staff_id, name, roles }) => ({ staffId: staff_id, name, roles: roles as Role[] }))
}
