import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { deliveredOn } from './delivered-on.ts'
import { issueReply, nextReplyFrame } from './issue-reply.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type LapseCorrection = OnRequest & Readonly<{ on: PlainDate }>

/** 逾期不补正: deemed abandoned; the office stops handling and tells the applicant so (D14). */
export async function lapseCorrection(ctx: Context, input: LapseCorrection): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const frame = await nextReplyFrame(t, input.agencyId, input.on)
    const locked = await lockForDecision(t, ctx, input)
    const recorded = await recordEvent(t, ctx, locked, { kind: 'correction-lapsed', on: input.on })
    const facts = {
      noticeOn: locked.history.findLast(({ event }) => event.kind === 'correction-requested')?.event.on,
      noticeReceivedOn: deliveredOn(locked.history, 'correction-notice') ?? undefined,
      periodEndedOn: locked.fold.clock.respondBy ?? undefined,
    }
    await issueReply(t, ctx, locked, frame, [{ outcome: 'other-no-correction', facts }])
    return handled(recorded)
  })
}
