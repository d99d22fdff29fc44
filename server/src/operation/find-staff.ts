import { NotFound } from '../errors.ts'
import type { Context } from '../services/context.ts'

/** The account of a login name, whatever its agency: what the command line knows of a person. */
export async function getStaffByLogin(
  { db }: Context,
  login: string,
): Promise<Readonly<{ agencyId: string; staffId: string; name: string }>> {
  const row = await db
    .selectFrom('staff')
    .select(['agency_id', 'staff_id', 'name'])
    .where('login', '=', login)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`登录名 ${login}`)
  return { agencyId: row.agency_id, staffId: row.staff_id, name: row.name }
}
