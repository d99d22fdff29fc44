import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'

const TWO_DAYS_MS = 2 * 86_400_000

/** 删除未确认的订阅: addresses that nobody confirmed within two days. */
export async function discardUnconfirmed(ctx: Context): Promise<void> {
  allow(ctx.actor, 'send-messages')
  await tx({ ...ctx, scope: 'all' }, (t) =>
    t
      .deleteFrom('subscription')
      .where('state', '=', 'waiting')
      .where('created_at', '<', new Date(ctx.now.getTime() - TWO_DAYS_MS))
      .execute(),
  )
}
