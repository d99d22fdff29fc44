import type { Runtime } from '../runtime.ts'
import { createAgency } from '../services/agencies/create-agency.ts'
import { createStaff } from '../services/agencies/create-staff.ts'
import { DEMONSTRATION } from '../services/agencies/demonstration-left.ts'
import { setStaffContact } from '../services/agencies/staff-contact/set-staff-contact.ts'
import type { Role } from '../services/allow.ts'
import { saveSiteFooter } from '../services/disclosure/site.ts'
import { DEPARTMENTS, FOOTER, OFFICE, STAFF, SUBORDINATES } from './office.ts'
import type { Cast } from './stage.ts'

export type Login = Readonly<{ login: string; name: string; password: string; roles: readonly Role[] }>

/** Sets up the organ, its departments, its subordinates and one person a role. Passwords are made at random. */
export async function seedOffice(
  runtime: Runtime,
): Promise<{ agencyId: string; cast: Cast; logins: readonly Login[] }> {
  const ctx = runtime.contextFor({ kind: 'system', task: 'demonstration' }, 'all')
  const agencyId = await createAgency(ctx, { ...OFFICE, parentId: null, departments: DEPARTMENTS })
  for (const subordinate of SUBORDINATES) {
    await createAgency(ctx, {
      ...OFFICE,
      ...subordinate,
      creditCode: null,
      siteIdCode: null,
      siteDomain: null,
      reconsiderationOrgan: OFFICE.name,
      parentId: agencyId,
    })
  }
  await saveSiteFooter(ctx, FOOTER)
  // Known as invented from here on, so that it is not forgotten beside real work.
  await ctx.db
    .insertInto('setting')
    .values({ agency_id: agencyId, key: DEMONSTRATION, value: '{}' })
    .execute()
  const cast = new Map<string, { staffId: string; name: string; roles: readonly Role[] }>()
  const logins: Login[] = []
  for (const { login, name, roles } of STAFF) {
    const made = await createStaff(ctx, {
      agencyId,
      login,
      name,
      roles,
      departmentId: null,
      mayKeepPassword: true,
    })
    await setStaffContact(ctx, {
      agencyId,
      staffId: made.staffId,
      mail: `${login}@yahe.example.gov.cn`,
      mobile: null,
    })
    cast.set(login, { staffId: made.staffId, name, roles })
    logins.push({ login, name, password: made.password, roles })
  }
  return { agencyId, cast, logins }
}
