import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorName, type Context } from '../context.ts'
import { allowFor, lockFeedback, type OnFeedback } from './feedback.ts'

export type SetAsideFeedback = OnFeedback & Readonly<{ reason: string }>

/** 列为无效留言: an advertisement, a repetition, nothing said. It owes no answer; the sender sees why. */
export async function setAsideFeedback(ctx: Context, input: SetAsideFeedback): Promise<{ version: number }> {
  allowFor(ctx, 'answer-feedback', input.agencyId)
  const reason = input.reason.trim()
  if (reason === '') throw new Invalid('请写明列为无效的理由', { reason: '请写明列为无效的理由' })
  return tx(ctx, async (t) => {
    const { agencyId, feedbackId } = input
    const feedback = await lockFeedback(t, ctx, input)
    if (feedback.state === 'answered' || feedback.setAsideFor !== null) throw new Stale('这条留言')
    const version = feedback.version + 1
    await t
      .updateTable('feedback')
      .set({
        set_aside_at: ctx.now,
        set_aside_by: actorName(ctx.actor),
        set_aside_reason: reason,
        version,
      })
      .where('agency_id', '=', agencyId)
      .where('feedback_id', '=', feedbackId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'set-aside-feedback',
      objectKind: 'feedback',
      objectId: feedbackId,
      detail: { reason },
    })
    return { version }
  })
}
