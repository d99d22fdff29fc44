import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import type { DepartmentInput } from './create-department.ts'
import { requireNewName } from './department.ts'
import { requireWithin } from './within.ts'

export type UpdateDepartment = DepartmentInput & Readonly<{ agencyId: string; departmentId: string }>

/** 修改内设机构: its name and its 政府信息公开联系人, which the portal shows. */
export async function updateDepartment(ctx: Context, input: UpdateDepartment): Promise<void> {
  const { agencyId, departmentId, name, contactName, contactPhone } = input
  allow(ctx.actor, 'manage-agency')
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    await requireNewName(t, agencyId, name, departmentId)
    const changed = await t
      .updateTable('department')
      .set({ name, contact_name: contactName, contact_phone: contactPhone })
      .where('agency_id', '=', agencyId)
      .where('department_id', '=', departmentId)
      .where('is_active', '=', true)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new NotFound('这个内设机构')
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'update-department',
      objectKind: 'department',
      objectId: departmentId,
      detail: { name, contactName, contactPhone },
    })
  })
}
