import type { Tx } from '../../db/database.ts'
import { lockPostsOf } from './channel-post-store.ts'
import { readReceipts } from './channel-receipt.ts'

/** 渠道回执 of one document, of whichever channel, as its archive package keeps them. */
export async function receiptsOfDocument(
  t: Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
) {
  const posts = await lockPostsOf(t, { agencyId, documentId })
  const receipts = await readReceipts(t, agencyId, { documentId })
  return [
    ...posts.map(({ state, publishId, articleUrl, publishedAt, removedAt }) => ({
      channel: '公众号',
      state,
      receipt: publishId,
      link: articleUrl,
      at: publishedAt?.toISOString() ?? null,
      removedAt: removedAt?.toISOString() ?? null,
    })),
    ...receipts.map(({ channel, place, shownOn, link, recordedBy, takenDownOn }) => ({
      channel,
      place,
      link,
      at: shownOn,
      recordedBy,
      removedAt: takenDownOn,
    })),
  ]
}
