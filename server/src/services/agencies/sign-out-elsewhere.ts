import { tx } from '../../db/transaction.ts'
import { Forbidden } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { endSessions } from './session.ts'

/** 使其他登录失效: only the session that asks goes on. Answers how many ended. */
export async function signOutElsewhere(ctx: Context, { token }: { token: string }): Promise<number> {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Forbidden('只有登录的工作人员可以办理')
  return tx(ctx, async (t) => {
    const ended = await endSessions(t, actor, token)
    await recordAudit(t, ctx, {
      agencyId: actor.agencyId,
      action: 'sign-out-elsewhere',
      objectKind: 'staff',
      objectId: actor.staffId,
      detail: { ended },
    })
    return ended
  })
}
