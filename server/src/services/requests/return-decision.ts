import { tx } from '../../db/transaction.ts'
import { allow, may } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type ReturnDecision = OnRequest & Readonly<{ reason: string }>

/** 退回修改: sends a draft back with a reason; the reviewer, the office head and the leader may. */
export async function returnDecision(ctx: Context, input: ReturnDecision): Promise<Handled> {
  allow(ctx.actor, may(ctx.actor, 'approve-decision') ? 'approve-decision' : 'review-decision')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    const event = { kind: 'decision-returned', on: ctx.today, reason: input.reason } as const
    return handled(await recordEvent(t, ctx, locked, event))
  })
}
