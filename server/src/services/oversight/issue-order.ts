import { type PlainDate, yearOf } from '@mingfu/law'
import { nextNumber } from '../../db/counter.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { overWalls, supervisedAgency } from './below.ts'
import { type OrderGround, requireStep } from './supervision-order-store.ts'
import { tellOrgan, WHO_ANSWERS } from './tell-organ.ts'

export type IssueOrder = Readonly<{
  agencyId: string
  toAgencyId: string
  ground: OrderGround
  subject: string
  /** 要求: what has to be done and reported. */
  demand: string
  requestNumber: string
  replyBy: PlainDate
}>

/** 发出督办单 to an agency below, with the day to reply by; answers its number. */
export async function issueOrder(
  ctx: Context,
  input: IssueOrder,
): Promise<Readonly<{ orderId: string; number: string }>> {
  allow(ctx.actor, 'supervise')
  return tx(overWalls(ctx), (t) => writeOrder(t, ctx, input))
}

/** The order within the transaction of its cause, which has to see over the walls. */
export async function writeOrder(
  t: Tx,
  ctx: Context,
  input: IssueOrder,
): Promise<Readonly<{ orderId: string; number: string }>> {
  const { agencyId, toAgencyId, replyBy } = input
  if (replyBy <= ctx.today)
    throw new Invalid('回复期限应当晚于今天，请核对', { replyBy: '回复期限应当晚于今天，请核对' })
  requireStep(null, 'order', 'demand', input.demand)
  await supervisedAgency(t, agencyId, toAgencyId)
  const year = yearOf(ctx.today)
  const number = `督办〔${year}〕${await nextNumber(t, agencyId, year, 'supervision-order')}号`
  const orderId = newId()
  await t
    .insertInto('supervision_order')
    .values({
      agency_id: agencyId,
      order_id: orderId,
      to_agency_id: toAgencyId,
      number,
      ground: input.ground,
      subject: input.subject,
      demand: input.demand,
      request_number: input.requestNumber || null,
      issued_on: ctx.today,
      reply_by: replyBy,
      issued_by: actorId(ctx.actor),
      issued_name: actorName(ctx.actor),
    })
    .execute()
  await recordAudit(t, ctx, {
    agencyId,
    action: 'issue-order',
    objectKind: 'supervision-order',
    objectId: orderId,
    detail: { number, toAgencyId },
  })
  await tellOrgan(t, ctx, toAgencyId, WHO_ANSWERS, {
    occasion: 'order-issued',
    number,
    path: '/oversight/orders',
  })
  return { orderId, number }
}
