import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type LapseConsultation = OnRequest & Readonly<{ consultationId: string; on: PlainDate }>

/** 逾期未提出意见: what silence means depends on who was asked (条例 第三十二条、第三十四条). */
export async function lapseConsultation(ctx: Context, input: LapseConsultation): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    return handled(
      await recordEvent(t, ctx, locked, {
        kind: 'consultation-lapsed',
        consultation: input.consultationId,
        on: input.on,
      }),
    )
  })
}
