import { cite, plainDateText, refuse } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid, Stale } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import { actorId, actorName, type Context } from '../../context.ts'
import { tellSomebody } from '../../notifications/tell-somebody.ts'
import { uphold } from '../../uphold.ts'
import { allowFor } from '../feedback.ts'
import { requireCleanTexts } from '../require-clean.ts'
import { changeCall, lockCall, type OnCall, readOpinions } from './opinion-call.ts'

export type DraftResult = OnCall & Readonly<{ text: string }>

/** 拟写采纳情况: after the closing day, when every opinion is weighed. */
export async function draftResult(ctx: Context, input: DraftResult): Promise<{ version: number }> {
  allowFor(ctx, 'answer-feedback', input.agencyId)
  const text = input.text.trim()
  if (text === '') throw new Invalid('请填写采纳情况', { text: '请填写采纳情况' })
  return tx(ctx, async (t) => {
    const call = await lockCall(t, input, ctx.today)
    if (call.state !== 'awaiting-result' && call.state !== 'result-overdue') {
      throw new Invalid(
        call.state === 'open' || call.state === 'coming'
          ? `征集到${plainDateText(call.closesOn)}截止，截止以后再公布采纳情况`
          : '这次征集已经结束',
      )
    }
    const left = (await readOpinions(t, ctx, input)).filter(({ outcome }) => outcome === null).length
    if (left > 0) throw new Invalid(`还有${left}条意见没有写明是否采纳，请逐条办理后再公布`)
    await requireCleanTexts(t, ctx, input.agencyId, [{ where: '采纳情况', field: 'text', text }])
    const version = await changeCall(t, input.agencyId, call, {
      result_text: text,
      result_drafted_by: actorName(ctx.actor),
      result_drafted_by_id: actorId(ctx.actor),
      result_returned_for: null,
    })
    return { version }
  })
}

export type ReviewResult = OnCall & Readonly<{ accepted: boolean; reason: string }>

/** 审核、公布采纳情况, by another person than who wrote it; those who wanted to know are told. */
export async function reviewResult(ctx: Context, input: ReviewResult): Promise<{ version: number }> {
  allowFor(ctx, 'review-feedback', input.agencyId)
  const reason = input.reason.trim()
  if (!input.accepted && reason === '') throw new Invalid('请写明退回的理由', { reason: '请写明退回的理由' })
  const { agencyId, callId } = input
  return tx(ctx, async (t) => {
    const call = await lockCall(t, input, ctx.today)
    if (call.resultText === null || call.resultPublishedAt !== null || call.state === 'cancelled') {
      throw new Stale('这次征集')
    }
    const by = actorId(ctx.actor)
    if (by !== null && by === call.resultDraftedById) {
      uphold(refuse('judge-is-drafter', '拟写采纳情况的人不能审核，请由其他人办理', cite('regulation', 17)))
    }
    const version = await changeCall(
      t,
      agencyId,
      call,
      input.accepted
        ? { result_reviewed_by: actorName(ctx.actor), result_published_at: ctx.now }
        : { result_text: null, result_returned_for: reason },
    )
    if (input.accepted) {
      for (const { opinionId, notifyBy, contact } of await readOpinions(t, ctx, input)) {
        if (notifyBy === null) continue
        await tellSomebody(t, ctx, {
          agencyId,
          subjectId: opinionId,
          channel: notifyBy,
          contact,
          occasion: 'opinions-weighed',
          number: call.number,
          path: (slug) => `/${slug}/consultations/${callId}`,
        })
      }
      await contentChanged(t, agencyId)
    }
    await recordAudit(t, ctx, {
      agencyId,
      action: input.accepted ? 'publish-opinion-result' : 'return-opinion-result',
      objectKind: 'opinion-call',
      objectId: callId,
    })
    return { version }
  })
}
