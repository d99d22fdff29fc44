import { Refused, Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { withdrawDocument } from './withdraw-document.ts'

/** 公示期满撤下: what was to stay up until a day that has passed; what law refuses stays, for somebody to look at. */
export async function withdrawExpired(ctx: Context): Promise<number> {
  allow(ctx.actor, 'publish-document')
  const due = await ctx.db
    .selectFrom('document')
    .select(['agency_id', 'document_id', 'version', 'unpublish_on'])
    .where('state', '=', 'published')
    .where('unpublish_on', '<', ctx.today)
    .orderBy('unpublish_on')
    .limit(200)
    .execute()
  let withdrawn = 0
  for (const { agency_id: agencyId, document_id: documentId, version, unpublish_on: day } of due) {
    try {
      const note = `公示至${day}，期满由程序撤下`
      const what = { agencyId, documentId, version, reason: 'period-over', note } as const
      await withdrawDocument({ ...ctx, scope: agencyId }, what)
      withdrawn += 1
    } catch (error) {
      if (!(error instanceof Refused) && !(error instanceof Stale)) throw error
    }
  }
  return withdrawn
}
