import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { duePosts } from './channel-post-store.ts'

/** Queues every post whose time has come, of all agencies at once. */
export async function tendPosts(ctx: Context): Promise<void> {
  allow(ctx.actor, 'send-messages')
  await tx(ctx, async (t) => {
    for (const which of await duePosts(t, ctx.now)) {
      await enqueue(t, 'tend-channel-post', which, { once: which.postId })
    }
  })
}
