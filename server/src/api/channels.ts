import { channels as contract } from '@mingfu/contract'
import type { ChannelPost } from '../services/channels/channel-post.ts'
import type { ChannelReceipt } from '../services/channels/channel-receipt.ts'
import { cancelPost, confirmPostRemoved } from '../services/channels/end-post.ts'
import { listPosts } from '../services/channels/list-posts.ts'
import { preparePost } from '../services/channels/prepare-post.ts'
import { previewPost, readPostCover } from '../services/channels/preview-post.ts'
import {
  listReceipts,
  readReceiptPhoto,
  recordReceipt,
  recordTakenDown,
} from '../services/channels/record-receipt.ts'
import { replacePost } from '../services/channels/replace-post.ts'
import { submitPost } from '../services/channels/submit-post.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer } from './route.ts'

export function channelRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx }) => {
    const { posts, hanging, outdated, ...rest } = await listPosts(ctx, { agencyId: agencyOf(ctx) })
    return {
      ...rest,
      posts: posts.map(present),
      hanging: hanging.map(presentReceipt),
      outdated: { postIds: [...outdated.postIds], receipts: outdated.receipts.map(presentReceipt) },
    }
  })
  api.route(contract.receipts, async ({ ctx, params }) =>
    (await listReceipts(ctx, { agencyId: agencyOf(ctx), ...params })).map(presentReceipt),
  )
  api.route(contract.recordReceipt, ({ ctx, params, body, files: [photo] }) =>
    recordReceipt(ctx, { agencyId: agencyOf(ctx), ...params, ...body, photo: photo ?? null }),
  )
  api.route(contract.takenDown, async ({ ctx, params }) => {
    await recordTakenDown(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.receiptPhoto, async ({ ctx, params }) => {
    const { bytes, name, mediaType } = await readReceiptPhoto(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, name, mediaType)
  })
  api.route(contract.preview, async ({ ctx, params }) => {
    const { post, ...rest } = await previewPost(ctx, { agencyId: agencyOf(ctx), ...params })
    return { ...rest, post: present(post) }
  })
  api.route(contract.cover, async ({ ctx, params }) => {
    const { bytes, name, mediaType } = await readPostCover(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, name, mediaType)
  })
  api.route(contract.prepare, ({ ctx, params, body, files: [cover] }) =>
    preparePost(ctx, { agencyId: agencyOf(ctx), ...params, ...body, cover: cover ?? null }),
  )
  api.route(contract.submit, async ({ ctx, params }) => {
    await submitPost(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.replace, ({ ctx, params, body }) =>
    replacePost(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.cancel, async ({ ctx, params }) => {
    await cancelPost(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.confirmRemoved, async ({ ctx, params }) => {
    await confirmPostRemoved(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
}

function present({ preparedAt, submittedAt, publishedAt, removedAt, nextTryAt, ...post }: ChannelPost) {
  return {
    ...post,
    preparedAt: preparedAt.toISOString(),
    submittedAt: iso(submittedAt),
    publishedAt: iso(publishedAt),
    removedAt: iso(removedAt),
    nextTryAt: iso(nextTryAt),
  }
}

function presentReceipt({ recordedAt, ...receipt }: ChannelReceipt) {
  return { ...receipt, recordedAt: recordedAt.toISOString() }
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
