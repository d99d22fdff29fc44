import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type OrderAgain = OnRequest &
  Readonly<{ on: PlainDate; by: 'reconsideration' | 'court'; dueOn: PlainDate; note: string }>

/** 责令重新答复: reopens a request by a reconsideration decision or a judgment; the number stays, and it is not counted anew. */
export async function orderAgain(ctx: Context, input: OrderAgain): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    return handled(
      await recordEvent(
        t,
        ctx,
        locked,
        { kind: 'ordered-again', on: input.on, by: input.by, dueOn: input.dueOn },
        { note: input.note },
      ),
    )
  })
}
