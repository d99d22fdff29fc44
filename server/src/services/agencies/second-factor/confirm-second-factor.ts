import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { oneself } from '../oneself.ts'
import { endSessions } from '../session.ts'
import { confirmSecret, makeRecoveryCodes, useCode } from './second-factor-store.ts'

/** 启用动态口令 with its first code. Answers the recovery codes, which are shown this once; other sessions end. */
export async function confirmSecondFactor(
  ctx: Context,
  { code, token }: { code: string; token: string },
): Promise<readonly string[]> {
  const actor = oneself(ctx)
  return tx(ctx, async (t) => {
    const staff = await t
      .selectFrom('staff')
      .select('second_factor_at')
      .where('agency_id', '=', actor.agencyId)
      .where('staff_id', '=', actor.staffId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (staff.second_factor_at !== null) throw new Invalid('动态口令已经启用')
    if (!(await useCode(t, ctx, actor, code))) {
      throw new Invalid('口令不正确，请核对手机时间，输入应用中正在显示的6位数字', {
        code: '口令不正确，请核对手机时间，输入应用中正在显示的6位数字',
      })
    }
    await confirmSecret(t, ctx, actor)
    const codes = await makeRecoveryCodes(t, ctx, actor)
    await endSessions(t, actor, token)
    await recordAudit(t, ctx, {
      agencyId: actor.agencyId,
      action: 'second-factor-on',
      objectKind: 'staff',
      objectId: actor.staffId,
    })
    return codes
  })
}
