import { tx } from '../../db/transaction.ts'
import { Forbidden, Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { hashPassword, requireStrong, verifyPassword } from './password.ts'
import { endSessions } from './session.ts'

export type ChangePassword = Readonly<{ current: string; next: string; token: string }>

/** 修改密码: one's own, knowing the old one; every other session of the account ends. */
export async function changePassword(ctx: Context, { current, next, token }: ChangePassword): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Forbidden('只有登录的工作人员可以修改密码')
  const before = await ctx.db
    .selectFrom('staff')
    .select(['login', 'password_hash'])
    .where('agency_id', '=', actor.agencyId)
    .where('staff_id', '=', actor.staffId)
    .executeTakeFirstOrThrow()
  if (!(await verifyPassword(before.password_hash, current))) {
    throw new Invalid('现在的密码不正确', { current: '现在的密码不正确' })
  }
  requireStrong(next, before.login)
  if (next === current) {
    throw new Invalid('新密码不能与现在的密码相同', { next: '新密码不能与现在的密码相同' })
  }
  const hashed = await hashPassword(next)
  await tx(ctx, async (t) => {
    const changed = await t
      .updateTable('staff')
      .set({ password_hash: hashed, must_change_password: false, password_changed_at: ctx.now })
      .where('agency_id', '=', actor.agencyId)
      .where('staff_id', '=', actor.staffId)
      // Two changes at once: the second one knew a password that is no longer the current one.
      .where('password_hash', '=', before.password_hash)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) {
      throw new Invalid('密码刚刚被修改过，请用新的密码重新登录', { current: '密码刚刚被修改过' })
    }
    await endSessions(t, actor, token)
    await recordAudit(t, ctx, {
      agencyId: actor.agencyId,
      action: 'change-password',
      objectKind: 'staff',
      objectId: actor.staffId,
    })
  })
}
