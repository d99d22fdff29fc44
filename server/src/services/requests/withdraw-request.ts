import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type WithdrawRequest = OnRequest & Readonly<{ on: PlainDate; statement: string }>

/** 撤回申请: on the applicant's written word, as long as nothing was served. */
export async function withdrawRequest(ctx: Context, input: WithdrawRequest): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    return handled(
      await recordEvent(t, ctx, locked, { kind: 'withdrawn', on: input.on }, { note: input.statement }),
    )
  })
}
