import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { endSessions } from './session.ts'
import { requireWithin } from './within.ts'

/** 停用工作人员: nothing of what they did is lost; they can no longer sign in. */
export async function disableStaff(
  ctx: Context,
  { agencyId, staffId }: { agencyId: string; staffId: string },
): Promise<void> {
  allow(ctx.actor, 'manage-staff')
  if (ctx.actor.kind === 'staff' && ctx.actor.staffId === staffId) throw new Invalid('不能停用自己的账户')
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const changed = await t
      .updateTable('staff')
      .set({ disabled_at: ctx.now, disabled_because: 'by-hand' })
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new NotFound('这位在用的工作人员')
    await endSessions(t, { agencyId, staffId })
    await recordAudit(t, ctx, { agencyId, action: 'disable-staff', objectKind: 'staff', objectId: staffId })
  })
}
