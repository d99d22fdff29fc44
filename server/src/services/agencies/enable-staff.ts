import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { requireWithin } from './within.ts'

/** 恢复工作人员: the same account, with the roles it had. */
export async function enableStaff(
  ctx: Context,
  { agencyId, staffId }: { agencyId: string; staffId: string },
): Promise<void> {
  allow(ctx.actor, 'manage-staff')
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const changed = await t
      .updateTable('staff')
      .set({ disabled_at: null, disabled_because: null, enabled_at: ctx.now })
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .where('disabled_at', 'is not', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new NotFound('这位停用的工作人员')
    await recordAudit(t, ctx, { agencyId, action: 'enable-staff', objectKind: 'staff', objectId: staffId })
  })
}
