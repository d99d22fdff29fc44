import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import type { Context } from '../../context.ts'
import { getAgency } from '../find-agency.ts'
import { oneself, requirePassword } from '../oneself.ts'
import { writeSecret } from './second-factor-store.ts'
import { makeSecret, secretUri } from './totp.ts'

/** 设置动态口令: a secret for the authenticator app. Nothing is asked for until a first code has confirmed it. */
export async function setUpSecondFactor(
  ctx: Context,
  { password }: { password: string },
): Promise<{ secret: string; uri: string }> {
  const { agencyId, staffId } = oneself(ctx)
  if (ctx.signIn.secondFactor === 'off') throw new Invalid('本系统没有启用动态口令')
  await requirePassword(ctx, password)
  return tx(ctx, async (t) => {
    const staff = await t
      .selectFrom('staff')
      .select(['login', 'second_factor_at'])
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (staff.second_factor_at !== null) throw new Invalid('动态口令已经启用；更换手机的，请先停用再设置')
    const { shortName } = await getAgency(t, agencyId)
    const secret = makeSecret()
    await writeSecret(t, ctx, { agencyId, staffId }, secret)
    return { secret, uri: secretUri(secret, { login: staff.login, issuer: `明府 ${shortName}` }) }
  })
}
