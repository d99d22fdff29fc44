import type { Tx } from '../../db/database.ts'

/** 更正前的图文: what readers of the official account see still, though the site shows a corrected text. */
export type OutdatedPost = Readonly<{ postId: string; documentId: string; title: string }>

/** Of an agency, or of one of its documents. */
export async function outdatedPosts(
  t: Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId?: string }>,
): Promise<readonly OutdatedPost[]> {
  const rows = await t
    .selectFrom('channel_post as post')
    .innerJoin('document', (join) =>
      join
        .onRef('document.agency_id', '=', 'post.agency_id')
        .onRef('document.document_id', '=', 'post.document_id'),
    )
    .select(['post.post_id', 'post.document_id', 'document.title'])
    .where('post.agency_id', '=', agencyId)
    .where('post.state', 'in', ['sending', 'checking', 'published'])
    .where('document.state', '=', 'published')
    .whereRef('document.content_digest', '<>', 'post.content_digest')
    .$if(documentId !== undefined, (query) => query.where('post.document_id', '=', documentId ?? ''))
    .orderBy('post.prepared_at')
    .execute()
  return rows.map((row) => ({ postId: row.post_id, documentId: row.document_id, title: row.title }))
}
