import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type ReceiveReasons = OnRequest &
  Readonly<{ on: PlainDate; reasonable: boolean; reasons: string; judgement: string }>

/** 说明理由: what the applicant explained, and whether the office finds it reasonable (条例 第三十五条). */
export async function receiveReasons(ctx: Context, input: ReceiveReasons): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    return handled(
      await recordEvent(
        t,
        ctx,
        locked,
        { kind: 'reasons-given', on: input.on, reasonable: input.reasonable },
        {
          office: { reasons: input.reasons, judgement: input.judgement },
        },
      ),
    )
  })
}
