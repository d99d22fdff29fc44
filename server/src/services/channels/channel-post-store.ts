import type { PlainDate } from '@mingfu/law'
import { sql, type Updateable } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'
import type { ChannelPostTable } from '../../db/rows.ts'
import { NotFound } from '../../errors.ts'
import type { ChannelPost, PostState, WhichPost } from './channel-post.ts'

export type PostChange = Updateable<ChannelPostTable> & Readonly<{ state?: PostState }>

function postsWithCover(db: Db | Tx) {
  return db
    .selectFrom('channel_post')
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'channel_post.agency_id')
        .onRef('file.file_id', '=', 'channel_post.cover_file_id'),
    )
    .selectAll('channel_post')
    .select(['file.sha256', 'file.name', 'file.media_type', 'file.size_bytes'])
}

type Row = Awaited<ReturnType<ReturnType<typeof postsWithCover>['executeTakeFirstOrThrow']>>

export async function findPost(db: Db | Tx, { agencyId, postId }: WhichPost) {
  const row = await postsWithCover(db)
    .where('channel_post.agency_id', '=', agencyId)
    .where('post_id', '=', postId)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Locks the post for a decision. Throws `NotFound`. */
export async function lockPost(t: Tx, { agencyId, postId }: WhichPost): Promise<ChannelPost> {
  const row = await postsWithCover(t)
    .where('channel_post.agency_id', '=', agencyId)
    .where('post_id', '=', postId)
    .forUpdate('channel_post')
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这篇公众号图文')
  return fromRow(row)
}

/** Posts of one document, locked. */
export async function lockPostsOf(
  t: Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly ChannelPost[]> {
  const rows = await postsWithCover(t)
    .where('channel_post.agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .forUpdate('channel_post')
    .execute()
  return rows.map(fromRow)
}

/** Newest first. */
export async function readPosts(t: Tx, agencyId: string, limit: number): Promise<readonly ChannelPost[]> {
  const rows = await postsWithCover(t)
    .where('channel_post.agency_id', '=', agencyId)
    // What a withdrawal still waits for is never crowded out.
    .orderBy(sql`channel_post.state = 'removing'`, 'desc')
    .orderBy('prepared_at', 'desc')
    .orderBy('post_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** The day, in China, of the newest post that the platform published. */
export async function newestPublishedOn(t: Tx, agencyId: string): Promise<PlainDate | null> {
  const row = await t
    .selectFrom('channel_post')
    .select(sql<PlainDate | null>`max((published_at at time zone 'Asia/Shanghai')::date)`.as('on'))
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return row?.on ?? null
}

/** Posts whose time to be tended has come; of all agencies in scope. */
export async function duePosts(t: Tx, now: Date): Promise<readonly WhichPost[]> {
  const rows = await t
    .selectFrom('channel_post')
    .select(['agency_id', 'post_id'])
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .limit(100)
    .execute()
  return rows.map((row) => ({ agencyId: row.agency_id, postId: row.post_id }))
}

export async function changePost(t: Tx, { agencyId, postId }: WhichPost, change: PostChange): Promise<void> {
  await t
    .updateTable('channel_post')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('post_id', '=', postId)
    .execute()
}

function fromRow(row: Row): ChannelPost {
  return {
    agencyId: row.agency_id,
    postId: row.post_id,
    documentId: row.document_id,
    title: row.title,
    author: row.author,
    digest: row.digest,
    cover: {
      sha256: row.sha256,
      name: row.name,
      mediaType: row.media_type,
      sizeBytes: Number(row.size_bytes),
    },
    contentDigest: row.content_digest,
    replacesId: row.replaces_id,
    state: row.state as PostState,
    draftMediaId: row.draft_media_id,
    submitTriedAt: row.submit_tried_at,
    publishId: row.publish_id,
    articleId: row.article_id,
    articleUrl: row.article_url,
    preparedAt: row.prepared_at,
    preparedBy: row.prepared_by,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    publishedAt: row.published_at,
    removedAt: row.removed_at,
    attempts: row.attempts,
    nextTryAt: row.next_try_at,
    note: row.note,
  }
}
