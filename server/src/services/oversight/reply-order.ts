import { tx } from '../../db/transaction.ts'
import { Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { actorName, type Context } from '../context.ts'
import { overWalls } from './below.ts'
import { lockOrder, requireStep } from './supervision-order-store.ts'
import { tellOrgan } from './tell-organ.ts'

export type ReplyOrder = Readonly<{ agencyId: string; orderId: string; version: number; reply: string }>

/** 回复督办: what was done; a reply that was sent back is written anew. Answers the new version. */
export async function replyOrder(
  ctx: Context,
  { agencyId, orderId, version, reply }: ReplyOrder,
): Promise<number> {
  allow(ctx.actor, 'answer-supervision')
  return tx(overWalls(ctx), async (t) => {
    const order = await lockOrder(t, 'to_agency_id', agencyId, orderId)
    if (order.version !== version) throw new Stale('这件督办')
    requireStep(order, 'reply', 'reply', reply)
    await t
      .updateTable('supervision_order')
      .set({
        reply,
        replied_on: ctx.today,
        replied_name: actorName(ctx.actor),
        settlement: null,
        version: version + 1,
      })
      .where('order_id', '=', orderId)
      .where('to_agency_id', '=', agencyId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'reply-order',
      objectKind: 'supervision-order',
      objectId: orderId,
      detail: { number: order.number },
    })
    await tellOrgan(t, ctx, order.agencyId, ['supervisor'], {
      occasion: 'order-replied',
      number: order.number,
      path: '/oversight/orders',
    })
    return version + 1
  })
}
