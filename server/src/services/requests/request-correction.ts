import { composeCorrectionNotice, type PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { issueLetter, nextLetterFrame, noticeRequest } from './issue-letter.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type RequestCorrection = OnRequest &
  Readonly<{
    on: PlainDate
    /** Everything to be put right, at one time. */
    items: readonly string[]
    /** 指导和释明: how to put it right. */
    guidance: string
    respondBy: PlainDate
    /** Known at once when the notice is handed over or arrives in the applicant's system. */
    deliveredOn: PlainDate | null
    /** Why it is asked again; empty the first time. */
    againReason?: string
  }>

/** 告知补正: issues the notice (D03) and stops the count, which starts anew with the corrected application. */
export async function requestCorrection(ctx: Context, input: RequestCorrection): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  const { on, items, guidance, respondBy, deliveredOn, againReason = '' } = input
  return tx(ctx, async (t) => {
    const frame = await nextLetterFrame(t, input.agencyId, on)
    const locked = await lockForDecision(t, ctx, input)
    const event = {
      kind: 'correction-requested',
      on,
      items,
      respondBy,
      ...(deliveredOn === null ? {} : { deliveredOn }),
      ...(againReason === '' ? {} : { againReason }),
    } as const
    const recorded = await recordEvent(t, ctx, locked, event, { office: { guidance, number: frame.number } })
    const notice = noticeRequest(locked.request, recorded.fold)
    await issueLetter(t, ctx, input, composeCorrectionNotice(frame, notice, { items, guidance, respondBy }))
    return handled(recorded)
  })
}
