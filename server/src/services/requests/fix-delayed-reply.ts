import { composeDelayedReplyNotice, type PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { issueLetter, nextLetterFrame, noticeRequest } from './issue-letter.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type FixDelayedReply = OnRequest & Readonly<{ on: PlainDate; dueOn: PlainDate; reason: string }>

/** 延迟答复 (D13): the reasons hold, and the office fixes a reasonable day to answer by; no extension. */
export async function fixDelayedReply(ctx: Context, input: FixDelayedReply): Promise<Handled> {
  allow(ctx.actor, 'extend-deadline')
  const { on, dueOn, reason } = input
  return tx(ctx, async (t) => {
    const frame = await nextLetterFrame(t, input.agencyId, on)
    const locked = await lockForDecision(t, ctx, input)
    const event = { kind: 'delayed-reply-fixed', on, dueOn, reason } as const
    const recorded = await recordEvent(t, ctx, locked, event, { office: { number: frame.number } })
    const notice = noticeRequest(locked.request, recorded.fold)
    await issueLetter(t, ctx, input, composeDelayedReplyNotice(frame, notice, { dueOn, reason }))
    return handled(recorded)
  })
}
