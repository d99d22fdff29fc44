import { cite, refuse } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { requireClean } from './draft-answer.ts'
import { allowFor, lockFeedback, type OnFeedback } from './feedback.ts'
import { notifySender } from './notify-sender.ts'

export type ReviewAnswer = OnFeedback & Readonly<{ accepted: boolean; reason: string }>

/** 审核答复: by another person than who wrote it; accepted it is the answer, otherwise it goes back with a reason. */
export async function reviewAnswer(ctx: Context, input: ReviewAnswer): Promise<{ version: number }> {
  allowFor(ctx, 'review-feedback', input.agencyId)
  const reason = input.reason.trim()
  if (!input.accepted && reason === '') throw new Invalid('请写明退回的理由', { reason: '请写明退回的理由' })
  return tx(ctx, async (t) => {
    const { agencyId, feedbackId } = input
    const feedback = await lockFeedback(t, ctx, input)
    if (feedback.state !== 'drafted') throw new Stale('这条留言')
    const by = actorId(ctx.actor)
    if (by !== null && by === feedback.draftedById) {
      uphold(refuse('judge-is-drafter', '拟写答复的人不能审核，请由其他人办理', cite('regulation', 17)))
    }
    if (input.accepted) {
      const { answer, publicQuestion } = feedback
      await requireClean(t, ctx, { agencyId, answer: answer ?? '', publicQuestion })
    }
    const version = feedback.version + 1
    await t
      .updateTable('feedback')
      .set(
        input.accepted
          ? { state: 'answered', reviewed_by: actorName(ctx.actor), answered_at: ctx.now, version }
          : { state: 'open', returned_for: reason, version },
      )
      .where('agency_id', '=', agencyId)
      .where('feedback_id', '=', feedbackId)
      .execute()
    if (input.accepted) await notifySender(t, ctx, { agencyId, feedback })
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: input.accepted ? 'answer-feedback' : 'return-feedback-answer',
      objectKind: 'feedback',
      objectId: feedbackId,
    })
    return { version }
  })
}
