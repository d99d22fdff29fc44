import type { Channel, PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import type { KeptFile } from './keep-attachment.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'
import { insertRequestFile } from './request-file-store.ts'

export type ReceiveCorrection = OnRequest &
  Readonly<{
    on: PlainDate
    channel: Channel
    /** What the applicant put right, in his own words. */
    text: string
    /** 正当理由: only for a correction that came late. */
    goodReason: string
    attachments: readonly KeptFile[]
  }>

/** 收到补正: the count starts anew from this day. */
export async function receiveCorrection(ctx: Context, input: ReceiveCorrection): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    const event = {
      kind: 'correction-received',
      on: input.on,
      channel: input.channel,
      ...(input.goodReason.trim() === '' ? {} : { goodReason: input.goodReason }),
    } as const
    const recorded = await recordEvent(t, ctx, locked, event, { office: { text: input.text } })
    for (const file of input.attachments) {
      await insertRequestFile(t, ctx, input, { ...file, purpose: 'attachment' })
    }
    return handled(recorded)
  })
}
