import type { PlainDate, ServiceMethod } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type RecordServiceFailure = OnRequest &
  Readonly<{ on: PlainDate; method: ServiceMethod; reason: string; sentOn: PlainDate | null }>

/** 送达未成: the answer came back; one posted in time stays in time. */
export async function recordServiceFailure(ctx: Context, input: RecordServiceFailure): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    return handled(
      await recordEvent(t, ctx, locked, {
        kind: 'service-failed',
        on: input.on,
        method: input.method,
        reason: input.reason,
        ...(input.sentOn === null ? {} : { sentOn: input.sentOn }),
      }),
    )
  })
}
