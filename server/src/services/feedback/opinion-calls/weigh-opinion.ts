import { OPINION_OUTCOMES, type OpinionOutcome } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound, Stale } from '../../../errors.ts'
import { actorName, type Context } from '../../context.ts'
import { allowFor } from '../feedback.ts'
import { requireCleanTexts } from '../require-clean.ts'
import { readCall } from './opinion-call.ts'

export type WeighOpinion = Readonly<{
  agencyId: string
  opinionId: string
  version: number
  /** 针对的条款 as it is published; empty for the whole. */
  clause: string
  /** 要点 in words that may be published. */
  gist: string
  outcome: OpinionOutcome
  reason: string
}>

/** 研究采纳: what the opinion comes to, whether it is taken up, and why not; published with the result. */
export async function weighOpinion(ctx: Context, input: WeighOpinion): Promise<{ version: number }> {
  const { agencyId, opinionId, outcome } = input
  allowFor(ctx, 'answer-feedback', agencyId)
  const [clause, gist, reason] = [input.clause.trim(), input.gist.trim(), input.reason.trim()]
  const { label, needsReason } = OPINION_OUTCOMES[outcome]
  if (gist === '') throw new Invalid('请写明意见的要点', { gist: '请写明意见的要点' })
  if (needsReason && reason === '') {
    throw new Invalid(`${label}的，请写明理由`, { reason: `${label}的，请写明理由` })
  }
  return tx(ctx, async (t) => {
    await requireCleanTexts(t, ctx, agencyId, [
      { where: '针对的条款', field: 'clause', text: clause },
      { where: '意见要点', field: 'gist', text: gist },
      { where: '理由', field: 'reason', text: reason },
    ])
    const row = await t
      .selectFrom('opinion')
      .select(['call_id', 'version'])
      .where('agency_id', '=', agencyId)
      .where('opinion_id', '=', opinionId)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('这条意见')
    const { state } = await readCall(t, { agencyId, callId: row.call_id }, ctx.today)
    if (row.version !== input.version || state === 'concluded') throw new Stale('这条意见')
    const version = row.version + 1
    await t
      .updateTable('opinion')
      .set({
        public_clause: clause,
        gist,
        outcome,
        reason: reason || null,
        weighed_by: actorName(ctx.actor),
        version,
      })
      .where('agency_id', '=', agencyId)
      .where('opinion_id', '=', opinionId)
      .execute()
    return { version }
  })
}
