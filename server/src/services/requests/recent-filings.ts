import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { ipIndex } from './open-request.ts'

const HOUR_MS = 3_600_000

/** How many applications came from this visitor's network in the last hour. It may lead to a question, never to a refusal. */
export async function recentFilings(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<number> {
  allow(ctx.actor, 'file-request')
  const network = ipIndex(ctx)
  if (network === null) return 0
  const since = new Date(ctx.now.getTime() - HOUR_MS)
  return tx(ctx, async (t) => {
    const { filings } = await t
      .selectFrom('request_filing')
      .select(({ fn }) => fn.countAll<number>().as('filings'))
      .where('agency_id', '=', agencyId)
      .where('ip_index', '=', network)
      .where('filed_at', '>=', since)
      .executeTakeFirstOrThrow()
    return filings
  })
}
