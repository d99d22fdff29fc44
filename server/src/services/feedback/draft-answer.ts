import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { Stale } from '../../errors.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { allowFor, lockFeedback, type OnFeedback } from './feedback.ts'
import { requireCleanTexts } from './require-clean.ts'

export type DraftAnswer = OnFeedback &
  Readonly<{
    answer: string /** The question in words that may be public; null keeps both between the two. */
    publicQuestion: string | null
  }>

/** 拟写答复: through the same check as whatever is published; somebody else looks at it before it goes out. */
export async function draftAnswer(ctx: Context, input: DraftAnswer): Promise<{ version: number }> {
  allowFor(ctx, 'answer-feedback', input.agencyId)
  const answer = input.answer.trim()
  const publicQuestion = input.publicQuestion?.trim() || null
  return tx(ctx, async (t) => {
    await requireClean(t, ctx, { agencyId: input.agencyId, answer, publicQuestion })
    const feedback = await lockFeedback(t, ctx, input)
    if (feedback.state === 'answered' || feedback.setAsideFor !== null) throw new Stale('这条留言')
    await t
      .updateTable('feedback')
      .set({
        state: 'drafted',
        answer,
        public_question: publicQuestion,
        drafted_by: actorName(ctx.actor),
        drafted_by_id: actorId(ctx.actor),
        returned_for: null,
        version: feedback.version + 1,
      })
      .where('agency_id', '=', input.agencyId)
      .where('feedback_id', '=', input.feedbackId)
      .execute()
    return { version: feedback.version + 1 }
  })
}

/** 用语和个人信息检查 of an answer and of the question that goes with it. */
export function requireClean(
  t: Tx,
  ctx: Context,
  said: Readonly<{ agencyId: string; answer: string; publicQuestion: string | null }>,
): Promise<void> {
  return requireCleanTexts(t, ctx, said.agencyId, [
    { where: '答复', field: 'answer', text: said.answer },
    { where: '公开的问题', field: 'publicQuestion', text: said.publicQuestion ?? '' },
  ])
}
