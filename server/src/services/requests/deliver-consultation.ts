import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type DeliverConsultation = OnRequest &
  Readonly<{ consultationId: string; on: PlainDate; proof: string }>

/** 征求意见书送达: the day the asked party got the letter; its 15 working days run from it. */
export async function deliverConsultation(ctx: Context, input: DeliverConsultation): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    return handled(
      await recordEvent(
        t,
        ctx,
        locked,
        { kind: 'consultation-delivered', consultation: input.consultationId, on: input.on },
        {
          office: { proof: input.proof },
        },
      ),
    )
  })
}
