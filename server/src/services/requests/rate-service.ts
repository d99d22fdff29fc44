import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Claim, lockClaimed } from './claim.ts'

export type RateService = Claim & Readonly<{ score: number; comment: string }>

/** 服务评价, from 1 (很不满意) to 5 (很满意); a later one takes the place of the first. It changes nothing in the case. */
export async function rateService(ctx: Context, { score, comment, ...claim }: RateService): Promise<void> {
  allow(ctx.actor, 'file-request')
  if (!Number.isInteger(score) || score < 1 || score > 5) {
    throw new Invalid('请选择满意程度', { score: '请选择满意程度' })
  }
  if (comment.length > 500) throw new Invalid('意见不超过500个字', { comment: '意见不超过500个字' })
  await tx(ctx, async (t) => {
    const { request, fold } = await lockClaimed(t, ctx, claim)
    if (fold.outcome === null) throw new Invalid('申请还在办理，请在办结以后评价')
    const values = {
      score,
      comment_sealed: comment.trim() === '' ? null : ctx.seal.seal(comment.trim()),
      rated_at: ctx.now,
    }
    await t
      .insertInto('service_rating')
      .values({ agency_id: request.agencyId, request_id: request.requestId, ...values })
      .onConflict((conflict) => conflict.columns(['agency_id', 'request_id']).doUpdateSet(values))
      .execute()
  })
}
