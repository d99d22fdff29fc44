import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { allowFor, feedbackOf } from './feedback.ts'

/** 查看来信原文和联系方式: for who answers it, and leaves a trace; everywhere else both are masked. */
export async function revealSender(
  ctx: Context,
  { agencyId, feedbackId }: Readonly<{ agencyId: string; feedbackId: string }>,
): Promise<Readonly<{ text: string; contact: string }>> {
  allowFor(ctx, 'answer-feedback', agencyId)
  return tx(ctx, async (t) => {
    const row = await t
      .selectFrom('feedback')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .where('feedback_id', '=', feedbackId)
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('这条留言')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'reveal-sender',
      objectKind: 'feedback',
      objectId: feedbackId,
    })
    const { text, contact } = feedbackOf(ctx, row)
    return { text, contact }
  })
}
