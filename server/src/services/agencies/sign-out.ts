import { tx } from '../../db/transaction.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { tokenHash } from './session.ts'

/** 退出登录: the token opens nothing from now on. */
export async function signOut(ctx: Context, token: string): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return
  await tx(ctx, async (t) => {
    await t
      .deleteFrom('staff_session')
      .where('agency_id', '=', actor.agencyId)
      .where('token_hash', '=', tokenHash(token))
      .execute()
    await recordAudit(t, ctx, {
      agencyId: actor.agencyId,
      action: 'sign-out',
      objectKind: 'staff',
      objectId: actor.staffId,
    })
  })
}
