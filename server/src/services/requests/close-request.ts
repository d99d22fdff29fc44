import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type CloseRequest = OnRequest & Readonly<{ on: PlainDate }>

/** 办结归档: when the answer is proved to have arrived. */
export async function closeRequest(ctx: Context, input: CloseRequest): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    return handled(await recordEvent(t, ctx, locked, { kind: 'closed', on: input.on }))
  })
}
