import { wechatOutcome } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { accountOf, NO_ACCOUNT } from './account-of.ts'
import { afterFailure, minutesAfter, UNCERTAIN } from './after-failure.ts'
import type { ChannelPost, WhichPost } from './channel-post.ts'
import { changePost, findPost, lockPost, type PostChange } from './channel-post-store.ts'
import { makeDraft } from './make-draft.ts'
import { ChannelFailure, type OfficialAccount } from './official-account.ts'

/** A submission that began less than this long ago may still be under way in another worker. */
const UNDER_WAY_MS = 2 * 60_000

/** 渠道发布办理: takes one post as far as it goes now; what has to wait says until when on its row. */
export async function tendPost(ctx: Context, which: WhichPost): Promise<void> {
  allow(ctx.actor, 'send-messages')
  const post = await tx(ctx, (t) => findPost(t, which))
  if (post === undefined) return
  const account = accountOf(ctx, await getAgency(ctx.db, which.agencyId))
  if (account === null) {
    if (['sending', 'checking', 'removing'].includes(post.state)) {
      await change(ctx, which, { note: NO_ACCOUNT, next_try_at: minutesAfter(ctx.now, 60) })
    }
    return
  }
  try {
    if (post.state === 'sending') await send(ctx, post, account)
    else if (post.state === 'checking') await follow(ctx, post, account)
    else if (post.state === 'removing') await takeDown(ctx, post, account)
  } catch (error) {
    await tx(ctx, async (t) => {
      const now = await lockPost(t, which)
      await changePost(t, which, afterFailure(now, error, ctx.now))
    })
  }
}

const LOOK_YOURSELF =
  '网站已经撤下；向公众号提交时中断，不知道是否发出。请到公众号后台核对，已经发出的手动删除，然后在这里登记'

async function send(ctx: Context, post: ChannelPost, account: OfficialAccount): Promise<void> {
  if (await waitsForOld(ctx, post)) return
  const draftId = post.draftMediaId ?? (await makeDraft(ctx, post, account))
  const begun = await tx(ctx, async (t) => {
    const now = await lockPost(t, post)
    if (now.state !== 'sending') return false
    if (now.submitTriedAt !== null) {
      const underWay = ctx.now.getTime() - now.submitTriedAt.getTime() < UNDER_WAY_MS
      await changePost(t, post, underWay ? { next_try_at: minutesAfter(ctx.now, 2) } : UNCERTAIN)
      return false
    }
    await changePost(t, post, { draft_media_id: draftId, submit_tried_at: ctx.now })
    return true
  })
  if (!begun) return
  const publishId = await account.submit(draftId).catch(async (error: unknown) => {
    // A clear no: nothing was queued. Anything else leaves open whether it was.
    if (error instanceof ChannelFailure) await change(ctx, post, { submit_tried_at: null })
    throw error
  })
  await tx(ctx, async (t) => {
    const { state } = await lockPost(t, post)
    await changePost(t, post, {
      publish_id: publishId,
      attempts: 0,
      next_try_at: ctx.now,
      // Withdrawn meanwhile: it stays so, and is taken down once the platform is done with it.
      ...(state === 'removing' ? {} : { state: 'checking', note: '平台已经接收，正在处理' }),
    })
  })
}

/** What takes the place of another goes out once that one is gone; a person may have to delete it. */
async function waitsForOld(ctx: Context, { agencyId, replacesId, ...post }: ChannelPost): Promise<boolean> {
  if (replacesId === null) return false
  const old = await tx(ctx, (t) => findPost(t, { agencyId, postId: replacesId }))
  if (old === undefined || old.state === 'removed' || old.state === 'cancelled') return false
  const note = '等待删除更正前的图文，删除以后提交'
  await change(ctx, { agencyId, postId: post.postId }, { note, next_try_at: minutesAfter(ctx.now, 1) })
  return true
}

/** 发布状态: the post is published when the platform says 0, and not before. */
async function follow(ctx: Context, post: ChannelPost, account: OfficialAccount): Promise<void> {
  const { status, articleId, articleUrl } = await account.status(post.publishId ?? '')
  const { outcome, text } = wechatOutcome(status)
  await tx(ctx, async (t) => {
    const now = await lockPost(t, post)
    if (now.state !== 'checking') return
    if (outcome === 'waiting') {
      const wait = Math.min(60, 2 ** now.attempts)
      await changePost(t, post, {
        attempts: now.attempts + 1,
        next_try_at: minutesAfter(ctx.now, wait),
        note: text,
      })
      return
    }
    if (outcome === 'published' && articleId === null) throw new Error('公众号平台没有给出图文编号')
    const receipt = { article_id: articleId, article_url: articleUrl, next_try_at: null, note: text }
    if (outcome === 'published') {
      await changePost(t, post, { ...receipt, state: 'published', published_at: ctx.now })
    } else if (outcome === 'failed') await changePost(t, post, { ...receipt, state: 'failed' })
    else await changePost(t, post, { ...receipt, state: 'removed', removed_at: ctx.now })
    await recordAudit(t, ctx, {
      agencyId: post.agencyId,
      action: `channel-post-${outcome}`,
      objectKind: 'channel-post',
      objectId: post.postId,
      detail: { publishId: post.publishId, status, articleId, articleUrl },
    })
  })
}

async function takeDown(ctx: Context, post: ChannelPost, account: OfficialAccount): Promise<void> {
  if (post.publishId === null) {
    if (post.submitTriedAt === null) {
      const note = '没有推送到公众号，无需删除'
      await change(ctx, post, { state: 'removed', removed_at: ctx.now, next_try_at: null, note })
      return
    }
    const underWay = ctx.now.getTime() - post.submitTriedAt.getTime() < UNDER_WAY_MS
    const wait = { next_try_at: minutesAfter(ctx.now, 2) }
    await change(ctx, post, underWay ? wait : { next_try_at: null, note: LOOK_YOURSELF })
    return
  }
  let { articleId } = post
  let note = '已从公众号删除'
  if (articleId === null) {
    const found = await account.status(post.publishId)
    const { outcome, text } = wechatOutcome(found.status)
    if (outcome === 'waiting') {
      const wait = { attempts: post.attempts + 1, next_try_at: minutesAfter(ctx.now, 1), note: text }
      await change(ctx, post, wait)
      return
    }
    articleId = outcome === 'published' ? found.articleId : null
    if (outcome !== 'published') note = `公众号上没有这篇图文：${text}`
    else if (articleId === null) throw new Error('公众号平台没有给出图文编号')
  }
  if (articleId !== null) await account.remove(articleId)
  await tx(ctx, async (t) => {
    const { state } = await lockPost(t, post)
    if (state !== 'removing') return
    const removed = { state: 'removed', removed_at: ctx.now, next_try_at: null, note } as const
    await changePost(t, post, { ...removed, article_id: articleId })
    await recordAudit(t, ctx, {
      agencyId: post.agencyId,
      action: 'remove-channel-post',
      objectKind: 'channel-post',
      objectId: post.postId,
      detail: { articleId, note },
    })
  })
}

function change(ctx: Context, which: WhichPost, what: PostChange): Promise<void> {
  return tx(ctx, (t) => changePost(t, which, what))
}
