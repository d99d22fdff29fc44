import type { Context } from '../../context.ts'

/** The name of the department in which whoever asks works; null for who belongs to none. */
export async function ownDepartment({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<string | null> {
  if (actor.kind !== 'staff' || actor.departmentId === null) return null
  const row = await db
    .selectFrom('department')
    .select('name')
    .where('agency_id', '=', actor.agencyId)
    .where('department_id', '=', actor.departmentId)
    .executeTakeFirst()
  return row?.name ?? null
}
