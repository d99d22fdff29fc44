import { type ClockToday, foldRequest, type LedgerStep, type RequestFold, readToday } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readEvents } from './event-store.ts'
import { openCase } from './reading/open-case.ts'
import { readRequestSettings } from './request-settings.ts'

export type DeadlineReason = Readonly<{
  steps: readonly LedgerStep[]
  today: ClockToday
  fold: RequestFold
}>

/** 期限怎么来的: the turns of the clock with their articles, for the queue's “why this day”. */
export async function explainDeadline(
  ctx: Context,
  { agencyId, requestId }: Readonly<{ agencyId: string; requestId: string }>,
): Promise<DeadlineReason> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    await openCase(t, ctx, { agencyId, requestId })
    const history = await readEvents(t, agencyId, requestId)
    const settings = await readRequestSettings(t, agencyId)
    const fold = foldRequest(
      history.map(({ event }) => event),
      ctx.calendar,
      settings,
    )
    return { steps: fold.clock.steps, today: readToday(fold.clock, ctx.today, ctx.calendar), fold }
  })
}
