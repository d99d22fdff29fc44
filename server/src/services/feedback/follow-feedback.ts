import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import { type Feedback, feedbackOf } from './feedback.ts'
import { codeIndex } from './leave-feedback.ts'

/** 查询留言: by number and code; what is not approved yet is not shown. */
export async function followFeedback(
  ctx: Context,
  { agencyId, number, code }: Readonly<{ agencyId: string; number: string; code: string }>,
): Promise<Pick<Feedback, 'number' | 'title' | 'receivedOn' | 'dueOn' | 'answer' | 'answeredAt'>> {
  return tx(ctx, async (t) => {
    const tidy = number.normalize('NFKC').replace(/\s/g, '')
    const row = await t
      .selectFrom('feedback')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .where('number', '=', tidy)
      .where('code_index', '=', codeIndex(ctx, tidy, code.normalize('NFKC').replace(/\s/g, '').toUpperCase()))
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('这条留言，请核对编号和查询码')
    const { title, receivedOn, dueOn, answer, answeredAt } = feedbackOf(ctx, row)
    return { number: tidy, title, receivedOn, dueOn, answer: answeredAt === null ? null : answer, answeredAt }
  })
}
