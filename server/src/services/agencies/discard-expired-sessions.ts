import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'

/** 清除过期会话: they let nobody in any more; their rows go. */
export async function discardExpiredSessions(ctx: Context): Promise<void> {
  allow(ctx.actor, 'manage-staff')
  await tx(ctx, (t) => t.deleteFrom('staff_session').where('expires_at', '<', ctx.now).execute())
}
