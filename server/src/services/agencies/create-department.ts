import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { requireNewName } from './department.ts'
import { requireWithin } from './within.ts'

export type DepartmentInput = Readonly<{
  name: string
  contactName: string | null
  contactPhone: string | null
}>
export type CreateDepartment = DepartmentInput & Readonly<{ agencyId: string }>

/** 增加内设机构, at the end of the list; answers its id. */
export async function createDepartment(ctx: Context, input: CreateDepartment): Promise<string> {
  const { agencyId, name, contactName, contactPhone } = input
  allow(ctx.actor, 'manage-agency')
  const departmentId = newId()
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const { order } = await requireNewName(t, agencyId, name)
    await t
      .insertInto('department')
      .values({
        agency_id: agencyId,
        department_id: departmentId,
        name,
        contact_name: contactName,
        contact_phone: contactPhone,
        sort_order: order,
      })
      .execute()
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'create-department',
      objectKind: 'department',
      objectId: departmentId,
      detail: { name },
    })
  })
  return departmentId
}
