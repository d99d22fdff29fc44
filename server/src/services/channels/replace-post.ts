import { enqueue } from '../../db/enqueue.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { recordAudit } from '../audit.ts'
import { actorName, type Context } from '../context.ts'
import { findPublishedDocument } from '../disclosure/find-published-document.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import { accountOf, NO_ACCOUNT } from './account-of.ts'
import { articleOf } from './article-of.ts'
import type { WhichPost } from './channel-post.ts'
import { changePost, findPost, lockPostsOf } from './channel-post-store.ts'
import { lockPublished } from './lock-published.ts'
import { onWithdrawal } from './withdraw-from-channels.ts'

export type ReplacePost = WhichPost & Readonly<{ title: string; author: string; digest: string }>

const DELETED_FIRST = '网站已经更正，等待删除更正前的图文'

/**
 * 更正后重新推送: deletes the article with the text before the correction and hands over a new one with the corrected
 * text and the same cover. The new one waits until the old one is gone, so that the wrong text never stands beside it.
 */
export async function replacePost(ctx: Context, input: ReplacePost): Promise<{ postId: string }> {
  const { agencyId } = input
  allowWithin(ctx, 'submit-channel-post', agencyId)
  const seen = await tx(ctx, (t) => findPost(t, input))
  if (seen === undefined) throw new NotFound('这篇公众号图文')
  const document = await findPublishedDocument(ctx, seen)
  if (document?.state !== 'published')
    throw new Invalid('这条信息已经撤下，公众号上的图文随之删除，不能重新推送')
  const cover = await ctx.files.find(seen.cover.sha256)
  if (cover === undefined) throw new Invalid('封面图片不在文件库里，请取消后重新备稿')
  const words = { title: input.title.trim(), author: input.author.trim(), digest: input.digest.trim() }
  const { faults } = await articleOf(ctx, document, words, { bytes: cover })
  if (Object.keys(faults).length > 0) throw new Invalid(Object.values(faults).join('；'), faults)
  const postId = newId()
  return tx(ctx, async (t) => {
    if (!(await lockPublished(t, seen, document.digest)))
      throw new Invalid('这条信息刚刚有了变动，请刷新页面')
    if (accountOf(ctx, await getAgency(t, agencyId)) === null) throw new Invalid(NO_ACCOUNT)
    const posts = await lockPostsOf(t, seen)
    const old = posts.find((post) => post.postId === input.postId)
    if (old === undefined || !['sending', 'checking', 'published'].includes(old.state))
      throw new Invalid('这篇图文的状态已经变化，请刷新页面')
    if (old.contentDigest === document.digest) throw new Invalid('公众号上的内容与网站一致，不用重新推送')
    const going = onWithdrawal(old, ctx.now, '网站已经更正')
    if (going !== null) await changePost(t, old, going)
    await t
      .insertInto('channel_post')
      .columns([
        'agency_id',
        'post_id',
        'document_id',
        'channel',
        'title',
        'author',
        'digest',
        'cover_file_id',
        'content_digest',
        'state',
        'prepared_at',
        'prepared_by',
        'submitted_at',
        'submitted_by',
        'next_try_at',
        'note',
        'replaces_id',
      ])
      .expression((row) =>
        row
          .selectFrom('channel_post')
          .select(({ val }) => [
            'agency_id',
            val(postId).as('post_id'),
            'document_id',
            'channel',
            val(words.title).as('title'),
            val(words.author).as('author'),
            val(words.digest).as('digest'),
            'cover_file_id',
            val(document.digest).as('content_digest'),
            val('sending').as('state'),
            val(ctx.now).as('prepared_at'),
            val(actorName(ctx.actor)).as('prepared_by'),
            val(ctx.now).as('submitted_at'),
            val(actorName(ctx.actor)).as('submitted_by'),
            val(ctx.now).as('next_try_at'),
            val(DELETED_FIRST).as('note'),
            'post_id as replaces_id',
          ])
          .where('agency_id', '=', agencyId)
          .where('post_id', '=', old.postId),
      )
      .execute()
    for (const one of [old.postId, postId]) await enqueue(t, 'tend-channel-post', { agencyId, postId: one })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'replace-channel-post',
      objectKind: 'channel-post',
      objectId: postId,
      detail: { documentId: old.documentId, replaces: old.postId, title: words.title },
    })
    return { postId }
  })
}
