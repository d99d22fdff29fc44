import { tx } from '../../db/transaction.ts'
import { Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { overWalls } from './below.ts'
import { lockOrder, requireStep } from './supervision-order-store.ts'
import { tellOrgan, WHO_ANSWERS } from './tell-organ.ts'

export type SettleOrder = Readonly<{
  agencyId: string
  orderId: string
  version: number
  settlement: 'accepted' | 'returned'
  remark: string
}>

/** 办结或者退回督办: accepts the reply, or sends it back with a reason. Answers the new version. */
export async function settleOrder(ctx: Context, input: SettleOrder): Promise<number> {
  allow(ctx.actor, 'supervise')
  const { agencyId, orderId, version, settlement, remark } = input
  return tx(overWalls(ctx), async (t) => {
    const order = await lockOrder(t, 'agency_id', agencyId, orderId)
    if (order.version !== version) throw new Stale('这件督办')
    requireStep(order, settlement === 'accepted' ? 'verify' : 'reject', 'remark', remark)
    await t
      .updateTable('supervision_order')
      .set({
        settlement,
        remark: remark || null,
        settled_on: settlement === 'accepted' ? ctx.today : null,
        version: version + 1,
      })
      .where('order_id', '=', orderId)
      .where('agency_id', '=', agencyId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'settle-order',
      objectKind: 'supervision-order',
      objectId: orderId,
      detail: { number: order.number, settlement },
    })
    if (settlement === 'returned')
      await tellOrgan(t, ctx, order.toAgencyId, WHO_ANSWERS, {
        occasion: 'order-returned',
        number: order.number,
        path: '/oversight/orders',
      })
    return version + 1
  })
}
