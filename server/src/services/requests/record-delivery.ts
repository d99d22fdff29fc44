import type { DeliveredDocument, PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type RecordDelivery = OnRequest &
  Readonly<{ document: DeliveredDocument; on: PlainDate; proof: string }>

/** 文书签收: the day a document reached the applicant, with what proves it. */
export async function recordDelivery(ctx: Context, input: RecordDelivery): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    return handled(
      await recordEvent(
        t,
        ctx,
        locked,
        { kind: 'delivered', document: input.document, on: input.on },
        { office: { proof: input.proof } },
      ),
    )
  })
}
