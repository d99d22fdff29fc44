import { composeReasonsNotice, type PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { issueLetter, nextLetterFrame, noticeRequest } from './issue-letter.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type AskReasons = OnRequest &
  Readonly<{
    on: PlainDate
    requestCount: number
    /** 统计时段, such as 2026年1月1日至2026年6月30日. */
    period: string
    toExplain: string
    respondBy: PlainDate
  }>

/** 要求说明理由 (D04): a person decides that the number is beyond reason; nothing is refused before the answer. */
export async function askReasons(ctx: Context, input: AskReasons): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  const { on, requestCount, period, toExplain, respondBy } = input
  return tx(ctx, async (t) => {
    const frame = await nextLetterFrame(t, input.agencyId, on)
    const locked = await lockForDecision(t, ctx, input)
    const event = { kind: 'reasons-asked', on, respondBy, requestCount } as const
    const recorded = await recordEvent(t, ctx, locked, event, {
      office: { period, toExplain, number: frame.number },
    })
    const notice = noticeRequest(locked.request, recorded.fold)
    const facts = { requestCount, period, toExplain, respondBy }
    await issueLetter(t, ctx, input, composeReasonsNotice(frame, notice, facts))
    return handled(recorded)
  })
}
