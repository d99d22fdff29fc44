import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'

/** 提交频次: what came in within the last hour, by which a form begins to ask a question. */
export async function recentFeedback(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<number> {
  const since = new Date(ctx.now.getTime() - 3_600_000)
  const row = await tx(ctx, (t) =>
    t
      .selectFrom('feedback')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('agency_id', '=', agencyId)
      .where('received_at', '>', since)
      .executeTakeFirst(),
  )
  return row?.count ?? 0
}
