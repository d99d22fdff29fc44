import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { mediaTypeOf } from '../disclosure/attachment-type.ts'
import { findPublishedDocument } from '../disclosure/find-published-document.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import { articleOf } from './article-of.ts'
import { ENDED } from './channel-post.ts'
import { lockPostsOf } from './channel-post-store.ts'
import { lockPublished } from './lock-published.ts'

export type PreparePost = Readonly<{
  agencyId: string
  documentId: string
  title: string
  author: string
  digest: string
  cover: Readonly<{ name: string; bytes: Uint8Array }> | null
}>

/**
 * 公众号备稿: an article made from a published document, within the platform's limits before anything is sent.
 * Nothing leaves the house until somebody submits it.
 */
export async function preparePost(ctx: Context, input: PreparePost): Promise<{ postId: string }> {
  const { agencyId, documentId, cover } = input
  allowWithin(ctx, 'publish-document', agencyId)
  const document = await findPublishedDocument(ctx, input)
  if (document?.state !== 'published') throw new Invalid('先在网站发布，才能推送到公众号')
  const words = { title: input.title.trim(), author: input.author.trim(), digest: input.digest.trim() }
  const { faults } = await articleOf(ctx, document, words, cover)
  const [first] = Object.values(faults)
  if (first !== undefined) throw new Invalid(Object.values(faults).join('；'), faults)
  if (cover === null) throw new Invalid('请上传封面图片')
  // Before the transaction: its body may run more than once, and the same bytes are kept once anyway.
  const { sha256, sm3, sizeBytes } = await ctx.files.put(cover.bytes)
  const postId = newId()
  return tx(ctx, async (t) => {
    if (!(await lockPublished(t, input, document.digest))) {
      throw new Invalid('这条信息刚刚被撤下或者修改，请刷新页面')
    }
    const posts = await lockPostsOf(t, input)
    if (posts.some(({ state }) => !ENDED.includes(state))) {
      throw new Invalid('这条信息已经有一篇公众号图文，请先取消或者等它办完')
    }
    const fileId = newId()
    await t
      .insertInto('file')
      .values({
        agency_id: agencyId,
        file_id: fileId,
        name: cover.name,
        media_type: mediaTypeOf(cover.name),
        size_bytes: sizeBytes,
        sha256,
        sm3,
        created_at: ctx.now,
        created_by: actorId(ctx.actor),
      })
      .execute()
    await t
      .insertInto('channel_post')
      .values({
        agency_id: agencyId,
        post_id: postId,
        document_id: documentId,
        channel: 'wechat',
        ...words,
        cover_file_id: fileId,
        content_digest: document.digest,
        state: 'prepared',
        prepared_at: ctx.now,
        prepared_by: actorName(ctx.actor),
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'prepare-channel-post',
      objectKind: 'channel-post',
      objectId: postId,
      detail: { documentId, title: words.title },
    })
    return { postId }
  })
}
