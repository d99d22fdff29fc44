import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import type { Context } from '../context.ts'
import type { ChannelPost } from './channel-post.ts'
import { changePost, lockPostsOf, type PostChange } from './channel-post-store.ts'

/** 撤回到每个渠道: what has not gone out is cancelled, the rest is outstanding until it is gone there too. */
export async function withdrawFromChannels(
  t: Tx,
  ctx: Context,
  document: Readonly<{ agencyId: string; documentId: string }>,
): Promise<void> {
  for (const post of await lockPostsOf(t, document)) {
    const change = onWithdrawal(post, ctx.now, '网站已经撤下')
    if (change === null) continue
    await changePost(t, post, change)
    if (change.state === 'removing') {
      await enqueue(t, 'tend-channel-post', { agencyId: post.agencyId, postId: post.postId })
    }
  }
}

/** What happens to a post whose text no longer stands on the site, and `why`; null when it is over already. */
export function onWithdrawal(
  { state, submitTriedAt }: ChannelPost,
  now: Date,
  why: string,
): PostChange | null {
  if (state === 'cancelled' || state === 'removed' || state === 'removing') return null
  // A submission that was cut off may have gone out after all: a person has to look.
  if (submitTriedAt !== null) {
    return { state: 'removing', attempts: 0, next_try_at: now, note: `${why}，等待从公众号删除` }
  }
  return { state: 'cancelled', next_try_at: null, note: `${why}，没有推送` }
}
