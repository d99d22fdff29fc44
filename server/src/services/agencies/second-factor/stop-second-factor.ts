import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { oneself, requirePassword } from '../oneself.ts'
import { dropSecondFactor, useCode, useRecoveryCode } from './second-factor-store.ts'

const WRONG = '口令不正确，或者已经用过，请输入应用中正在显示的6位数字，或者一个没有用过的恢复码'

/** 停用动态口令, one's own, knowing password and code: to set it up anew on another telephone. */
export async function stopSecondFactor(
  ctx: Context,
  { password, code }: { password: string; code: string },
): Promise<void> {
  const actor = oneself(ctx)
  await requirePassword(ctx, password)
  await tx(ctx, async (t) => {
    const known = (await useCode(t, ctx, actor, code)) || (await useRecoveryCode(t, ctx, actor, code))
    if (!known) throw new Invalid(WRONG, { code: WRONG })
    if (!(await dropSecondFactor(t, actor))) throw new Invalid('还没有启用动态口令')
    await recordAudit(t, ctx, {
      agencyId: actor.agencyId,
      action: 'second-factor-off',
      objectKind: 'staff',
      objectId: actor.staffId,
    })
  })
}
