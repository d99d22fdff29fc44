import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { issueReceipt } from './issue-receipt.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'
import { askedOf } from './wish.ts'

export type ConfirmReceipt = OnRequest & Readonly<{ on: PlainDate; how: string }>

/** 确认收到: both sides know of the application; where the channel asks for it, this is the day of receipt. */
export async function confirmReceipt(ctx: Context, input: ConfirmReceipt): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    const event = { kind: 'confirmed', on: input.on } as const
    const recorded = await recordEvent(t, ctx, locked, event, { note: input.how })
    await issueReceipt(t, ctx, { ...locked.request, asked: askedOf(locked.request), fold: recorded.fold })
    return handled(recorded)
  })
}
