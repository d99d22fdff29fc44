import { foldRequest, type PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { notifyApplicant } from '../notifications/notify-applicant.ts'
import type { Occasion } from '../notifications/occasions.ts'
import { readEvents } from './event-store.ts'
import { readRequestSettings } from './request-settings.ts'

/** Working days before the end of a period of the applicant's at which he is reminded, once. */
const BEFORE = 3

const WAITED_FOR = ['awaiting-correction', 'awaiting-reasons', 'awaiting-payment'] as const

/** 期限将满提醒: tells applicants who wanted it that a period of theirs ends in three working days. */
export async function remindApplicants(ctx: Context): Promise<void> {
  allow(ctx.actor, 'send-messages')
  // One day is three working days before the end; the days off after it would be so too.
  if (!ctx.calendar.isWorkingDay(ctx.today)) return
  const all = { ...ctx, scope: 'all' }
  const waiting = await tx(all, (t) =>
    t
      .selectFrom('request')
      .select(['agency_id', 'request_id', 'number'])
      .where('state', 'in', [...WAITED_FOR])
      .where('notify_by', 'is not', null)
      .execute(),
  )
  for (const { agency_id: agencyId, request_id: requestId, number } of waiting) {
    await tx(all, async (t) => {
      const settings = await readRequestSettings(t, agencyId)
      const events = (await readEvents(t, agencyId, requestId)).map(({ event }) => event)
      const occasion = dueSoon(ctx, foldRequest(events, ctx.calendar, settings))
      if (occasion !== null) await notifyApplicant(t, ctx, { agencyId, requestId, number }, occasion)
    })
  }
}

function dueSoon(ctx: Context, { state, clock }: ReturnType<typeof foldRequest>): Occasion | null {
  const soon = (end: PlainDate | null) =>
    end !== null && ctx.today <= end && ctx.calendar.workingDaysBetween(ctx.today, end) === BEFORE
  if (state === 'awaiting-correction' && soon(clock.respondBy)) return 'correction-due'
  if (state === 'awaiting-reasons' && soon(clock.reasonsRespondBy)) return 'reasons-due'
  return state === 'awaiting-payment' && soon(clock.feePayBy) ? 'fee-due' : null
}
