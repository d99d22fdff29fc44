import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { saveOpinion } from './consultation-store.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type AnswerConsultation = OnRequest &
  Readonly<{
    consultationId: string
    on: PlainDate
    answer: 'consent' | 'refusal'
    /** Whether the grounds of a refusal hold, as the office finds; `null` for a consent. */
    reasonable: boolean | null
    opinion: string
  }>

/** 收到意见: what the asked party answered; the count goes on when no other opinion is open. */
export async function answerConsultation(ctx: Context, input: AnswerConsultation): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    const event = {
      kind: 'consultation-answered',
      on: input.on,
      consultation: input.consultationId,
      answer: input.answer,
      ...(input.reasonable === null ? {} : { reasonable: input.reasonable }),
    } as const
    const recorded = await recordEvent(t, ctx, locked, event)
    await saveOpinion(t, input, input.consultationId, input.opinion)
    return handled(recorded)
  })
}
