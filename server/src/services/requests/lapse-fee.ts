import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { deliveredOn } from './delivered-on.ts'
import { issueReply, nextReplyFrame } from './issue-reply.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type LapseFee = OnRequest & Readonly<{ on: PlainDate }>

/** 逾期不缴费: deemed abandoned; the office stops handling and tells the applicant so (D14). */
export async function lapseFee(ctx: Context, input: LapseFee): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const frame = await nextReplyFrame(t, input.agencyId, input.on)
    const locked = await lockForDecision(t, ctx, input)
    const recorded = await recordEvent(t, ctx, locked, { kind: 'fee-lapsed', on: input.on })
    const facts = {
      noticeOn: locked.history.findLast(({ event }) => event.kind === 'fee-noticed')?.event.on,
      noticeReceivedOn: deliveredOn(locked.history, 'fee-notice') ?? undefined,
      periodEndedOn: locked.fold.clock.feePayBy ?? undefined,
    }
    await issueReply(t, ctx, locked, frame, [{ outcome: 'other-fee-unpaid', facts }])
    return handled(recorded)
  })
}
