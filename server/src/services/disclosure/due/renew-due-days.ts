import type { Tx } from '../../../db/database.ts'
import type { Context } from '../../context.ts'
import { findDocument } from '../document-store.ts'
import { dueDayOf } from './due-day.ts'

/**
 * 重新计算公开期限 of what is not public yet: after a catalogue came into force, a document was placed under another
 * duty, or what it interprets came out.
 */
export async function renewDueDays(
  t: Tx,
  ctx: Pick<Context, 'calendarOf'>,
  agencyId: string,
  documentIds?: readonly string[],
): Promise<void> {
  let query = t
    .selectFrom('document')
    .select(['document_id', 'publish_due_on'])
    .where('agency_id', '=', agencyId)
    .where('published_at', 'is', null)
  if (documentIds !== undefined) {
    if (documentIds.length === 0) return
    query = query.where('document_id', 'in', documentIds)
  }
  for (const row of await query.orderBy('document_id').execute()) {
    const document = await findDocument(t, { agencyId, documentId: row.document_id })
    if (document === undefined) continue
    const { dueOn } = await dueDayOf(t, ctx.calendarOf(agencyId), document)
    if (dueOn === row.publish_due_on) continue
    await t
      .updateTable('document')
      .set({ publish_due_on: dueOn })
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', row.document_id)
      .execute()
  }
}
