import { tx } from '../../db/transaction.ts'
import { Forbidden, Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { hashPassword, requireStrong, verifyPassword } from './password.ts'
import { tokenHash } from './session.ts'

export type ChangePassword = Readonly<{ current: string; next: string; token: string }>

/** 修改密码: one's own, knowing the old one; every other session of the account ends. */
export async function changePassword(ctx: Context, { current, next, token }: ChangePassword): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Forbidden('只有登录的工作人员可以修改密码')
  const { login, password_hash } = await ctx.db
    .selectFrom('staff')
    .select(['login', 'password_hash'])
    .where('agency_id', '=', actor.agencyId)
    .where('staff_id', '=', actor.staffId)
    .executeTakeFirstOrThrow()
  if (!(await verifyPassword(password_hash, current))) {
    throw new Invalid('现在的密码不正确', { current: '现在的密码不正确' })
  }
  requireStrong(next, login)
  if (next === current)
    throw new Invalid('新密码不能与现在的密码相同', { next: '新密码不能与现在的密码相同' })
  const hashed = await hashPassword(next)
  await tx(ctx, async (t) => {
    await t
      .updateTable('staff')
      .set({ password_hash: hashed, must_change_password: false })
      .where('agency_id', '=', actor.agencyId)
      .where('staff_id', '=', actor.staffId)
      .execute()
    await t
      .deleteFrom('staff_session')
      .where('agency_id', '=', actor.agencyId)
      .where('staff_id', '=', actor.staffId)
      .where('token_hash', '!=', tokenHash(token))
      .execute()
    await recordAudit(t, ctx, {
      agencyId: actor.agencyId,
      action: 'change-password',
      objectKind: 'staff',
      objectId: actor.staffId,
    })
  })
}
