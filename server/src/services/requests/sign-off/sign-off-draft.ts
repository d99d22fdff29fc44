import { cite, refuse } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import { actorId, type Context } from '../../context.ts'
import { uphold } from '../../uphold.ts'
import type { SignOffStep } from '../office-rules/office-rules.ts'
import { type Handled, lockForDecision, type OnRequest, saveFold } from '../record-event.ts'
import { readDraftInHand } from './draft-in-hand.ts'
import { insertSignOff } from './sign-off-store.ts'

export type SignOffDraft = OnRequest & Readonly<{ step: SignOffStep; opinion: string }>

/** 会签: agrees to a draft in the order the office has set; every step by another person, and none by the drafter. */
export async function signOffDraft(ctx: Context, input: SignOffDraft): Promise<Handled> {
  allow(ctx.actor, input.step === 'office-head' ? 'lead-office' : 'review-decision')
  return tx(ctx, async (t) => {
    const { request, history, fold } = await lockForDecision(t, ctx, input)
    const draft = await readDraftInHand(t, request, history)
    if (draft === null || fold.state !== 'decision-drafted') throw new Invalid('没有等待审核的处理决定')
    if (draft.next !== input.step) throw new Invalid('这一环节不在等待审核，请刷新页面核对')
    const me = actorId(ctx.actor)
    const before = [draft.drafterId, ...draft.signed.map((one) => one.actorId)]
    if (me !== null && before.includes(me))
      uphold(refuse('signed-twice', '拟稿和各个审核环节应当由不同的人员办理', cite('regulation', 36)))
    await insertSignOff(t, ctx, { ...request, draftSeq: draft.draftSeq }, input)
    await recordAudit(t, ctx, {
      agencyId: request.agencyId,
      action: 'sign-off-draft',
      objectKind: 'request',
      objectId: request.requestId,
      detail: { number: request.number, step: input.step },
    })
    const version = await saveFold(t, request, fold)
    return { version, state: fold.state, dueOn: fold.clock.dueOn }
  })
}
