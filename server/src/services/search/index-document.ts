import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { DICTIONARY_VERSION, vectorLiteral } from './words.ts'

/** 编入检索: writes a published document's words to the index, and takes out one that is public no longer. */
export async function indexDocument(
  ctx: Context,
  { agencyId, documentId }: { agencyId: string; documentId: string },
): Promise<void> {
  await tx(ctx, async (t) => {
    // Locked, so that a withdrawal that comes meanwhile queues its own work after ours has ended.
    const document = await t
      .selectFrom('document')
      .select(['title', 'document_number', 'index_number', 'state', 'published_at', 'withdrawn_at'])
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .forShare()
      .executeTakeFirst()
    await t
      .deleteFrom('document_search')
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .execute()
    if (document?.state !== 'published' || document.published_at === null || document.withdrawn_at !== null)
      return
    const body = await t
      .selectFrom('document_body')
      .select('plain_text')
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .executeTakeFirst()
    const heading = [document.title, document.document_number, document.index_number].filter(
      (line) => line !== null,
    )
    await sql`
      insert into document_search (agency_id, year, document_id, published_on, words, dictionary_version)
      select ${agencyId}, extract(year from published_on)::int, ${documentId}, published_on,
             ${vectorLiteral(heading, body?.plain_text ?? '')}::tsvector, ${DICTIONARY_VERSION}
      from (select (${document.published_at}::timestamptz at time zone 'Asia/Shanghai')::date as published_on) as day
    `.execute(t)
  })
}
