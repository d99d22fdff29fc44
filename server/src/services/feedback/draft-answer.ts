import { screenTexts } from '@mingfu/screening'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { listsOfAgency } from '../screening/lists-of-agency.ts'
import { allowFor, lockFeedback, type OnFeedback } from './feedback.ts'

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

/** 用语和个人信息检查. A finding is rewritten, not overridden: an answer can always be worded without it. */
export async function requireClean(
  t: Tx,
  ctx: Context,
  said: Readonly<{ agencyId: string; answer: string; publicQuestion: string | null }>,
): Promise<void> {
  const { lists } = (await listsOfAgency(t, said.agencyId))(ctx.today)
  const texts = [
    { where: '答复', text: said.answer },
    { where: '公开的问题', text: said.publicQuestion ?? '' },
  ]
  const [finding] = screenTexts(texts, lists)
  if (finding === undefined) return
  const sentence = `${finding.where}：${finding.message}。请改写后再提交`
  throw new Invalid(sentence, { [finding.where === '答复' ? 'answer' : 'publicQuestion']: sentence })
}
