import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { requireWithin } from './within.ts'

/** 撤销内设机构: once nobody in use belongs to it any more. What it did stays under its name. */
export async function closeDepartment(
  ctx: Context,
  { agencyId, departmentId }: { agencyId: string; departmentId: string },
): Promise<void> {
  allow(ctx.actor, 'manage-agency')
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const closed = await t
      .updateTable('department')
      .set({ is_active: false })
      .where('agency_id', '=', agencyId)
      .where('department_id', '=', departmentId)
      .where('is_active', '=', true)
      .executeTakeFirst()
    if (closed.numUpdatedRows === 0n) throw new NotFound('这个内设机构')
    const member = await t
      .selectFrom('staff')
      .select('name')
      .where('agency_id', '=', agencyId)
      .where('department_id', '=', departmentId)
      .where('disabled_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (member !== undefined) {
      throw new Invalid(`还有工作人员（如${member.name}）属于这个内设机构，请先调整到其他内设机构`)
    }
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'close-department',
      objectKind: 'department',
      objectId: departmentId,
    })
  })
}
