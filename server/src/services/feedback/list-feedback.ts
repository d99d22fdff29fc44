import { messageState } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { allowFor, type Feedback, feedbackOf } from './feedback.ts'

export type FeedbackItem = Feedback &
  Readonly<{ overdue: boolean /** 超过三个月未答复，一票否决. */; veto: boolean }>

/** 公众互动: what waits for an answer first, the oldest of it at the top. */
export async function listFeedback(
  ctx: Context,
  { agencyId, state }: Readonly<{ agencyId: string; state?: Feedback['state'] }>,
): Promise<readonly FeedbackItem[]> {
  allowFor(ctx, 'read-feedback', agencyId)
  const rows = await tx(ctx, (t) => {
    let query = t.selectFrom('feedback').selectAll().where('agency_id', '=', agencyId)
    if (state !== undefined) query = query.where('state', '=', state)
    return query.orderBy('answered_at', 'desc').orderBy('received_at').limit(500).execute()
  })
  return rows
    .map((row) => feedbackOf(ctx, row))
    .map((item) => {
      const waiting = item.answeredAt === null
      return {
        ...item,
        overdue: waiting && item.dueOn !== null && item.dueOn < ctx.today,
        veto: waiting && messageState(item.receivedOn, ctx.today) === 'veto',
      }
    })
    .toSorted((a, b) => Number(a.answeredAt !== null) - Number(b.answeredAt !== null))
}
