import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type RecordPayment = OnRequest & Readonly<{ on: PlainDate; receiptNumber: string }>

/** 缴费: the fee is in; handling starts again. */
export async function recordPayment(ctx: Context, input: RecordPayment): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    return handled(
      await recordEvent(
        t,
        ctx,
        locked,
        { kind: 'fee-paid', on: input.on },
        { office: { receiptNumber: input.receiptNumber } },
      ),
    )
  })
}
