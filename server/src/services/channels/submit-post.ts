import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { recordAudit } from '../audit.ts'
import { actorName, type Context } from '../context.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import { accountOf, NO_ACCOUNT } from './account-of.ts'
import { ENDED, type WhichPost } from './channel-post.ts'
import { changePost, findPost, lockPostsOf } from './channel-post-store.ts'
import { lockPublished } from './lock-published.ts'

/** 提交公众号发布, or once more what failed: from here on the program hands it over. 先审后发. */
export async function submitPost(ctx: Context, which: WhichPost): Promise<void> {
  const { agencyId, postId } = which
  allowWithin(ctx, 'submit-channel-post', agencyId)
  await tx(ctx, async (t) => {
    const seen = await findPost(t, which)
    if (seen === undefined) throw new NotFound('这篇公众号图文')
    const same = await lockPublished(t, seen, seen.contentDigest)
    const posts = await lockPostsOf(t, seen)
    const post = posts.find((one) => one.postId === postId) ?? seen
    if (post.state !== 'prepared' && post.state !== 'failed')
      throw new Invalid('这篇图文已经提交，请刷新页面')
    if (accountOf(ctx, await getAgency(t, agencyId)) === null) throw new Invalid(NO_ACCOUNT)
    if (posts.some((other) => other.postId !== postId && !ENDED.includes(other.state))) {
      throw new Invalid('这条信息另有一篇公众号图文正在办理，不能重复提交')
    }
    if (!same) throw new Invalid('备稿以后，这条信息已经撤下或者修改，请取消后重新备稿')
    await changePost(t, which, {
      state: 'sending',
      draft_media_id: null,
      submit_tried_at: null,
      publish_id: null,
      submitted_at: ctx.now,
      submitted_by: actorName(ctx.actor),
      attempts: 0,
      next_try_at: ctx.now,
      note: null,
    })
    await enqueue(t, 'tend-channel-post', which)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'submit-channel-post',
      objectKind: 'channel-post',
      objectId: postId,
      detail: { documentId: post.documentId, title: post.title },
    })
  })
}
