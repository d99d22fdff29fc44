import { Forbidden, Invalid } from '../../errors.ts'
import type { Context, StaffActor } from '../context.ts'
import { verifyPassword } from './password.ts'

/** The member of staff who acts for himself: on his own account nobody needs a role, and nobody else may. */
export function oneself({ actor }: Context): StaffActor {
  if (actor.kind !== 'staff') throw new Forbidden('只有登录的工作人员可以办理')
  return actor
}

/** Asked again before the account itself changes: a desk left unlocked is not the person. */
export async function requirePassword(ctx: Context, password: string): Promise<void> {
  const { agencyId, staffId } = oneself(ctx)
  const row = await ctx.db
    .selectFrom('staff')
    .select('password_hash')
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  if (await verifyPassword(row?.password_hash, password)) return
  throw new Invalid('密码不正确', { password: '密码不正确' })
}
