import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { DICTIONARY_VERSION } from './words.ts'

/** So many a round; the next round takes the next ones. */
const A_ROUND = 5000

/**
 * 重新编入检索: queues what is public and not in the index, or was cut into words by an older version of the program, the
 * newest first.
 */
export async function renewIndex(ctx: Context): Promise<void> {
  const rows = await ctx.db
    .selectFrom('document')
    .leftJoin('document_search', (join) =>
      join
        .onRef('document_search.agency_id', '=', 'document.agency_id')
        .onRef('document_search.document_id', '=', 'document.document_id')
        .on('document_search.dictionary_version', '=', DICTIONARY_VERSION)
        .on('document_search.kind', 'is not', null),
    )
    .select(['document.agency_id', 'document.document_id'])
    .where('document.published_at', 'is not', null)
    .where('document.withdrawn_at', 'is', null)
    .where('document_search.document_id', 'is', null)
    .orderBy('document.published_at', 'desc')
    .limit(A_ROUND)
    .execute()
  await tx(ctx, async (t) => {
    for (const { agency_id: agencyId, document_id: documentId } of rows) {
      await enqueue(t, 'index-document', { agencyId, documentId }, { once: documentId })
    }
  })
}
