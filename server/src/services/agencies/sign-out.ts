import { tx } from '../../db/transaction.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { tokenHash } from './session.ts'

/**
 * 退出登录: the token opens nothing from now on. Answers where the browser signs out of 统一身份认证 too, when the
 * session came through it.
 */
export async function signOut(ctx: Context, token: string): Promise<string | null> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return null
  const sealed = await tx(ctx, async (t) => {
    const ended = await t
      .deleteFrom('staff_session')
      .where('agency_id', '=', actor.agencyId)
      .where('token_hash', '=', tokenHash(token))
      .returning('id_token_sealed')
      .executeTakeFirst()
    await recordAudit(t, ctx, {
      agencyId: actor.agencyId,
      action: 'sign-out',
      objectKind: 'staff',
      objectId: actor.staffId,
    })
    return ended?.id_token_sealed ?? null
  })
  if (sealed === null || ctx.identityProvider === null) return null
  return ctx.identityProvider.signOutUrl(ctx.seal.open(sealed))
}
