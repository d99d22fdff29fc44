import { freshnessOf, newMediaVetoes, type PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import { accountOf } from './account-of.ts'
import type { ChannelPost } from './channel-post.ts'
import { newestPublishedOn, readPosts } from './channel-post-store.ts'
import { type ChannelReceipt, readReceipts } from './channel-receipt.ts'
import { outdatedPosts } from './outdated-posts.ts'

export type PostList = Readonly<{
  posts: readonly ChannelPost[]
  /** Without an account nothing is sent. */
  configured: boolean
  /** 两周内没有更新, in a sentence; `null` when it is up to date. */
  stale: string | null
  /** From the tenth day on: until when something has to be posted. */
  updateBy: PlainDate | null
  /** Shown elsewhere, withdrawn from the site, and not yet taken down there. */
  hanging: readonly ChannelReceipt[]
  /** Posts and receipts of a text that was corrected on the site since. */
  outdated: Readonly<{ postIds: readonly string[]; receipts: readonly ChannelReceipt[] }>
}>

const SHOWN = 200

/** 公众号发布记录: what is outstanding first, then the newest, each with its receipt. */
export async function listPosts(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<PostList> {
  allowWithin(ctx, 'read-documents', agencyId)
  return tx(ctx, async (t) => {
    const configured = accountOf(ctx, await getAgency(t, agencyId)) !== null
    const account = { name: '公众号', newestOn: await newestPublishedOn(t, agencyId) }
    const [finding] = configured ? newMediaVetoes(account, ctx.today) : []
    const { newestOn } = account
    const { state, freshThrough } = freshnessOf({ updateClass: 'dynamic', items: 1, newestOn }, ctx.today)
    return {
      posts: await readPosts(t, agencyId, SHOWN),
      configured,
      stale: finding?.text ?? null,
      updateBy: configured && state === 'ageing' ? freshThrough : null,
      hanging: await readReceipts(t, agencyId, 'outstanding'),
      outdated: {
        postIds: (await outdatedPosts(t, { agencyId })).map(({ postId }) => postId),
        receipts: await readReceipts(t, agencyId, 'outdated'),
      },
    }
  })
}
