import { type PlainDate, parsePlainDate, type WorkingCalendar } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import type { StaffOccasion } from '../notifications/occasions.ts'
import { tellOrgan, WHO_ANSWERS } from './tell-organ.ts'

/** Working days before the day to reply by on which an organ is reminded; 0 is the day itself. */
const BEFORE = [3, 0]

/**
 * 督办催办: reminds an organ of an order that it has not answered, three working days before the day to reply by and on
 * it; on the first working day after, who issued the order is told as well. Running it again on a day sends nothing more.
 */
export async function remindOrders(ctx: Context): Promise<void> {
  allow(ctx.actor, 'send-messages')
  if (!ctx.calendar.isWorkingDay(ctx.today)) return
  await tx({ ...ctx, scope: 'all' }, async (t) => {
    const open = await t
      .selectFrom('supervision_order')
      .select(['agency_id', 'to_agency_id', 'number', 'reply_by'])
      .where('settled_on', 'is', null)
      .where(({ or, eb }) => or([eb('replied_on', 'is', null), eb('settlement', '=', 'returned')]))
      .orderBy('order_id')
      .execute()
    for (const { agency_id: fromId, to_agency_id: toId, number, reply_by } of open) {
      const occasion = occasionOn(ctx.today, parsePlainDate(reply_by), ctx.calendar)
      if (occasion === null) continue
      const news = { occasion, number, path: '/oversight/orders' }
      await tellOrgan(t, ctx, toId, WHO_ANSWERS, news)
      if (occasion === 'order-overdue') await tellOrgan(t, ctx, fromId, ['supervisor'], news)
    }
  })
}

function occasionOn(today: PlainDate, replyBy: PlainDate, calendar: WorkingCalendar): StaffOccasion | null {
  if (today > replyBy) return calendar.workingDaysBetween(replyBy, today) === 1 ? 'order-overdue' : null
  return BEFORE.includes(calendar.workingDaysBetween(today, replyBy)) ? 'order-due' : null
}
