import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorName, type Context } from '../context.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import type { WhichPost } from './channel-post.ts'
import { changePost, lockPost } from './channel-post-store.ts'

/** 取消: an article that has not gone out. */
export async function cancelPost(ctx: Context, which: WhichPost): Promise<void> {
  allowWithin(ctx, 'publish-document', which.agencyId)
  await tx(ctx, async (t) => {
    const { state } = await lockPost(t, which)
    if (state !== 'prepared' && state !== 'failed') throw new Invalid('这篇图文已经提交，不能取消')
    await changePost(t, which, { state: 'cancelled', next_try_at: null })
    await audit(t, ctx, which, 'cancel-channel-post')
  })
}

/** 登记已在公众号后台删除: for what the program could not take down itself. */
export async function confirmPostRemoved(ctx: Context, which: WhichPost): Promise<void> {
  allowWithin(ctx, 'submit-channel-post', which.agencyId)
  await tx(ctx, async (t) => {
    const { state } = await lockPost(t, which)
    if (state !== 'removing') throw new Invalid('这篇图文没有等待删除，请刷新页面')
    const note = `${actorName(ctx.actor)}登记：已在公众号后台核对、删除`
    await changePost(t, which, { state: 'removed', removed_at: ctx.now, next_try_at: null, note })
    await audit(t, ctx, which, 'confirm-channel-post-removed')
  })
}

function audit(t: Parameters<typeof recordAudit>[0], ctx: Context, which: WhichPost, action: string) {
  const { agencyId, postId: objectId } = which
  return recordAudit(t, ctx, { agencyId, action, objectKind: 'channel-post', objectId })
}
