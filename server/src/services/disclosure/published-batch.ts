import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'

/** So that one piece of work ends within minutes; the next goes on where it ended. */
const AT_ONCE = 200

type Work = 'rescreen-documents' | 'examine-documents' | 'check-links'
type Place = Readonly<{ agencyId: string; after: string | undefined }>

/** Published documents of an agency, by id: the next ones after `after`, as many as one piece of work takes. */
export async function publishedBatch(ctx: Context, { agencyId, after }: Place): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('document')
    .select('document_id')
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .$if(after !== undefined, (query) => query.where('document_id', '>', after ?? ''))
    .orderBy('document_id')
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ document_id }) => document_id)
}

/** The work goes on after a full batch; a shorter one was the last. */
export async function goOnAfter(
  ctx: Context,
  work: Work,
  agencyId: string,
  batch: readonly string[],
): Promise<void> {
  const last = batch.at(-1)
  if (last === undefined || batch.length < AT_ONCE) return
  await tx(ctx, (t) => enqueue(t, work, { agencyId, after: last }, { once: `${agencyId}/${last}` }))
}

/** Each agency that has published something, as work of its own. */
export async function enqueueForPublishers(ctx: Context, work: Work): Promise<void> {
  allow(ctx.actor, 'read-documents')
  const rows = await ctx.db
    .selectFrom('document')
    .select('agency_id')
    .distinct()
    .where('state', '=', 'published')
    .execute()
  await tx(ctx, async (t) => {
    for (const { agency_id: agencyId } of rows) await enqueue(t, work, { agencyId }, { once: agencyId })
  })
}
