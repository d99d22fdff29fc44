import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { oneself, requirePassword } from '../oneself.ts'
import { makeRecoveryCodes } from './second-factor-store.ts'

/** 更换恢复码: the older ones open nothing any more. */
export async function renewRecoveryCodes(
  ctx: Context,
  { password }: { password: string },
): Promise<readonly string[]> {
  const actor = oneself(ctx)
  await requirePassword(ctx, password)
  return tx(ctx, async (t) => {
    const staff = await t
      .selectFrom('staff')
      .select('second_factor_at')
      .where('agency_id', '=', actor.agencyId)
      .where('staff_id', '=', actor.staffId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (staff.second_factor_at === null) throw new Invalid('还没有启用动态口令，没有恢复码可以更换')
    const codes = await makeRecoveryCodes(t, ctx, actor)
    await recordAudit(t, ctx, {
      agencyId: actor.agencyId,
      action: 'renew-recovery-codes',
      objectKind: 'staff',
      objectId: actor.staffId,
    })
    return codes
  })
}
