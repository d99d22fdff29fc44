import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { requireDepartment } from './department.ts'
import { requireWithin } from './within.ts'

export type UpdateStaff = Readonly<{
  agencyId: string
  staffId: string
  name: string
  departmentId: string | null
}>

/** 修改工作人员: name and department; the login stays, for the audit trail speaks of it. */
export async function updateStaff(ctx: Context, input: UpdateStaff): Promise<void> {
  const { agencyId, staffId, name, departmentId } = input
  allow(ctx.actor, 'manage-staff')
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    await requireDepartment(t, agencyId, departmentId)
    const changed = await t
      .updateTable('staff')
      .set({ name, department_id: departmentId })
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new NotFound('这位工作人员')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'update-staff',
      objectKind: 'staff',
      objectId: staffId,
      detail: { name, departmentId },
    })
  })
}
