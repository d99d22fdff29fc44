import { maskEmail, maskPhone, messageState } from '@mingfu/law'
import { maskText } from '@mingfu/screening'
import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { addressIn } from '../notifications/tell-somebody.ts'
import { listsOfAgency } from '../screening/lists-of-agency.ts'
import { allowFor, type Feedback, feedbackOf } from './feedback.ts'

/** What became of a message outside its answer. */
export type FeedbackItem = Feedback &
  Readonly<{
    overdue: boolean
    /** 超过三个月未答复，一票否决. */
    veto: boolean
    documentTitle: string | null
    orderNumber: string | null
    orderSettled: boolean
    forwardedToName: string | null
  }>

/**
 * 公众互动: what waits for an answer first, the oldest of it at the top. Personal numbers are masked in what people
 * wrote and in how they can be reached; who answers opens the original, which leaves a trace.
 */
export async function listFeedback(
  ctx: Context,
  { agencyId, state }: Readonly<{ agencyId: string; state?: Feedback['state'] }>,
): Promise<readonly FeedbackItem[]> {
  allowFor(ctx, 'read-feedback', agencyId)
  return tx(ctx, async (t) => {
    const { lists } = (await listsOfAgency(t, agencyId))(ctx.today)
    const rows = await t
      .selectFrom('feedback')
      .leftJoin('document', (join) =>
        join
          .onRef('document.agency_id', '=', 'feedback.agency_id')
          .onRef('document.document_id', '=', 'feedback.document_id'),
      )
      .leftJoin('supervision_order as o', (join) =>
        join.onRef('o.agency_id', '=', 'feedback.agency_id').onRef('o.order_id', '=', 'feedback.order_id'),
      )
      .leftJoin('agency as above', 'above.agency_id', 'feedback.forwarded_to')
      .selectAll('feedback')
      .select(['document.title as document_title', 'o.number as order_number', 'o.settled_on'])
      .select('above.short_name as forwarded_name')
      .where('feedback.agency_id', '=', agencyId)
      .$if(state !== undefined, (query) => query.where('feedback.state', '=', state ?? ''))
      .orderBy(sql`feedback.answered_at is not null or feedback.set_aside_at is not null`)
      .orderBy('feedback.answered_at', 'desc')
      .orderBy('feedback.received_on')
      .orderBy('feedback.number')
      .limit(500)
      .execute()
    return rows.map((row) => {
      const item = feedbackOf(ctx, row)
      const waiting = item.answeredAt === null && item.setAsideFor === null
      return {
        ...item,
        title: maskText(item.title, lists).text,
        text: maskText(item.text, lists).text,
        contact: maskedContact(item.contact),
        overdue: waiting && item.dueOn !== null && item.dueOn < ctx.today,
        veto: waiting && messageState(item.receivedOn, ctx.today) === 'veto',
        documentTitle: row.document_title,
        orderNumber: row.order_number,
        orderSettled: row.settled_on !== null,
        forwardedToName: row.forwarded_name,
      }
    })
  })
}

/** Enough to tell two senders apart. */
export function maskedContact(contact: string): string {
  if (contact === '') return ''
  const [mail, phone] = [addressIn(contact, 'mail'), addressIn(contact, 'sms')]
  const known = [phone === undefined ? '' : maskPhone(phone), mail === undefined ? '' : maskEmail(mail)]
  return known.filter((text) => text !== '').join('，') || '已经留下'
}
