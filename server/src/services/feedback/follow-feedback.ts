import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Feedback, feedbackOf } from './feedback.ts'
import { codeIndex } from './leave-feedback.ts'

export type FollowedFeedback = Pick<
  Feedback,
  'number' | 'title' | 'receivedOn' | 'dueOn' | 'answer' | 'answeredAt' | 'setAsideFor'
> &
  Readonly<{
    /** 采纳建议后公开的信息, once it is public. */
    published: Readonly<{ documentId: string; title: string }> | null
  }>

/** 查询留言: by number and code; what is not approved yet is not shown. */
export async function followFeedback(
  ctx: Context,
  { agencyId, number, code }: Readonly<{ agencyId: string; number: string; code: string }>,
): Promise<FollowedFeedback> {
  allow(ctx.actor, 'leave-feedback')
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
    const { title, receivedOn, dueOn, answer, answeredAt, setAsideFor } = feedbackOf(ctx, row)
    const published = await publishedFor(t, agencyId, row.document_id)
    return {
      number: tidy,
      title,
      receivedOn,
      dueOn,
      answer: answeredAt === null ? null : answer,
      answeredAt,
      setAsideFor,
      published,
    }
  })
}

/** What was published because of a message, as long as the public can see it. */
export async function publishedFor(t: Tx, agencyId: string, documentId: string | null) {
  if (documentId === null) return null
  const row = await t
    .selectFrom('document')
    .select(['document_id', 'title'])
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : { documentId: row.document_id, title: row.title }
}
