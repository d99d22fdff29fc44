import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type DecisionItems, decidedOf, refuseOtherPractice } from './draft-decision.ts'
import { issueReply, nextReplyFrame } from './issue-reply.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type ReplyOnSpot = OnRequest & Readonly<{ items: DecisionItems }>

/**
 * 当场答复 (条例 第三十三条第一款): an answer on the day of receipt, handed over at once. A clerk may point to what is
 * already public; everything else is for who may approve decisions.
 */
export async function replyOnSpot(ctx: Context, input: ReplyOnSpot): Promise<Handled> {
  const onlyPoints = input.items.every(({ outcome }) => outcome === 'grant-already-public')
  allow(ctx.actor, onlyPoints ? 'handle-request' : 'approve-decision')
  const decided = decidedOf(input.items)
  return tx(ctx, async (t) => {
    const frame = await nextReplyFrame(t, input.agencyId, ctx.today)
    const locked = await lockForDecision(t, ctx, input)
    refuseOtherPractice(input.items, locked.settings)
    const event = { kind: 'replied-on-spot', on: ctx.today, ...decided } as const
    const recorded = await recordEvent(t, ctx, locked, event, {
      office: { items: input.items, number: frame.number },
    })
    await issueReply(t, ctx, locked, frame, input.items)
    return handled(recorded)
  })
}
