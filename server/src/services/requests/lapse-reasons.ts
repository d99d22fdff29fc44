import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type LapseReasons = OnRequest & Readonly<{ on: PlainDate }>

/** 逾期未说明理由: the period for reasons is over and none came. */
export async function lapseReasons(ctx: Context, input: LapseReasons): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    return handled(await recordEvent(t, ctx, locked, { kind: 'reasons-lapsed', on: input.on }))
  })
}
