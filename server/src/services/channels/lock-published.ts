import type { Tx } from '../../db/database.ts'

/** Whether the site still shows exactly this content. Locked as a withdrawal locks it, so that it stays true. */
export async function lockPublished(
  t: Tx,
  document: Readonly<{ agencyId: string; documentId: string }>,
  digest: string,
): Promise<boolean> {
  const row = await t
    .selectFrom('document')
    .select(['state', 'content_digest'])
    .where('agency_id', '=', document.agencyId)
    .where('document_id', '=', document.documentId)
    .forUpdate()
    .executeTakeFirst()
  return row?.state === 'published' && row.content_digest === digest
}
