import { Refused, Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { publishDocument } from './publish-document.ts'

/** 到时发布: everything whose moment has come. What law refuses stays where it is, for somebody to look at. */
export async function publishScheduled(ctx: Context): Promise<number> {
  allow(ctx.actor, 'publish-document')
  const due = await ctx.db
    .selectFrom('document')
    .select(['agency_id', 'document_id', 'version'])
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', ctx.now)
    .orderBy('publish_at')
    .limit(200)
    .execute()
  let published = 0
  for (const { agency_id: agencyId, document_id: documentId, version } of due) {
    try {
      await publishDocument({ ...ctx, scope: agencyId }, { agencyId, documentId, version })
      published += 1
    } catch (error) {
      if (!(error instanceof Refused) && !(error instanceof Stale)) throw error
    }
  }
  return published
}
