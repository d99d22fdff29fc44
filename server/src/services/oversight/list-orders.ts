import { tx } from '../../db/transaction.ts'
import { allow, may } from '../allow.ts'
import type { Context } from '../context.ts'
import { readOrders, type StoredOrder } from './supervision-order-store.ts'

export type OrderLine = StoredOrder &
  Readonly<{
    /** Whether this agency issued it or has to answer it. */
    side: 'issued' | 'received'
    /** Past its day without a reply. */
    overdue: boolean
  }>

/** 督办单: those that were issued from here, and those that have to be answered here. */
export async function listOrders(
  ctx: Context,
  { agencyId }: { agencyId: string },
): Promise<readonly OrderLine[]> {
  allow(ctx.actor, may(ctx.actor, 'supervise') ? 'supervise' : 'answer-supervision')
  const orders = await tx(ctx, (t) => readOrders(t, agencyId))
  return orders.map((order) => ({
    ...order,
    side: order.agencyId === agencyId ? ('issued' as const) : ('received' as const),
    overdue:
      order.settledOn === null &&
      (order.repliedOn === null || order.settlement === 'returned') &&
      order.replyBy < ctx.today,
  }))
}
