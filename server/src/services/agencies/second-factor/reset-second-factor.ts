import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { endSessions } from '../session.ts'
import { requireWithin } from '../within.ts'
import { dropSecondFactor } from './second-factor-store.ts'

/** 重置动态口令 of somebody who lost telephone and recovery codes; every session of the account ends. */
export async function resetSecondFactor(
  ctx: Context,
  { agencyId, staffId }: { agencyId: string; staffId: string },
): Promise<void> {
  allow(ctx.actor, 'assign-roles')
  if (ctx.actor.kind === 'staff' && ctx.actor.staffId === staffId)
    throw new Invalid('不能重置自己的动态口令，请由其他安全管理员办理')
  // An agency below lies behind the wall between agencies; `requireWithin` is the door in it.
  await tx({ ...ctx, scope: 'all' }, async (t) => {
    await requireWithin(t, ctx, agencyId)
    if (!(await dropSecondFactor(t, { agencyId, staffId })))
      throw new NotFound('这位启用了动态口令的工作人员')
    await endSessions(t, { agencyId, staffId })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'reset-second-factor',
      objectKind: 'staff',
      objectId: staffId,
    })
  })
}
