import { PUBLISHING_CHANNELS, type PublishingChannel, WECHAT_LIMITS } from '@mingfu/law'
import { z } from 'zod'
import { defineRoute } from './route.ts'

export const CHANNEL_POST_STATES = {
  prepared: '待提交',
  sending: '正在提交',
  checking: '平台处理中',
  published: '已发布',
  failed: '没有发布，需要处理',
  removing: '待删除',
  removed: '已删除',
  cancelled: '已取消',
} as const

const moment = z.string().nullable()

const ChannelPost = z.object({
  postId: z.string(),
  documentId: z.string(),
  title: z.string(),
  author: z.string(),
  digest: z.string(),
  state: z.enum(Object.keys(CHANNEL_POST_STATES) as (keyof typeof CHANNEL_POST_STATES)[]),
  /** 平台的发布任务编号. */
  publishId: z.string().nullable(),
  articleUrl: z.string().nullable(),
  preparedAt: z.string(),
  preparedBy: z.string(),
  submittedAt: moment,
  submittedBy: z.string().nullable(),
  publishedAt: moment,
  removedAt: moment,
  nextTryAt: moment,
  note: z.string().nullable(),
})
export type ChannelPostView = z.infer<typeof ChannelPost>

/** Channels that no program reaches: a person says where and when. */
export const OTHER_CHANNELS = Object.fromEntries(
  Object.entries(PUBLISHING_CHANNELS).filter(([channel]) => channel !== 'website'),
) as Readonly<Record<Exclude<PublishingChannel, 'website'>, string>>

const ChannelReceipt = z.object({
  receiptId: z.string(),
  documentId: z.string(),
  title: z.string(),
  channel: z.string(),
  place: z.string(),
  shownOn: z.string(),
  link: z.string().nullable(),
  note: z.string().nullable(),
  hasPhoto: z.boolean(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  takenDownOn: z.string().nullable(),
  takenDownBy: z.string().nullable(),
})
export type ChannelReceiptView = z.infer<typeof ChannelReceipt>

const line = (title: string, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => [...text].length <= most, `${title}限${most}个字，请缩短`)
    .meta({ title })

const post = z.object({ postId: z.uuid('这篇图文的地址不正确，请从列表进入') })
const receipt = z.object({ receiptId: z.uuid('这条回执的地址不正确，请从列表进入') })
const done = z.object({})
const words = z.object({
  title: line('公众号标题', WECHAT_LIMITS.title).pipe(z.string().min(1)).meta({ title: '公众号标题' }),
  author: line('作者', WECHAT_LIMITS.author).default(''),
  digest: line('摘要', WECHAT_LIMITS.digest).default(''),
})

/** 渠道发布: articles for the official account, from preparation to receipt. */
export const channels = {
  list: defineRoute({
    method: 'GET',
    path: '/channel-posts',
    summary: '公众号发布记录：状态、回执、没有办完的删除',
    access: 'staff',
    answer: z.object({
      posts: z.array(ChannelPost),
      configured: z.boolean(),
      stale: z.string().nullable(),
      /** 从第十天起提醒：在这一天以前应当更新. */
      updateBy: z.string().nullable(),
      /** 网站已经撤下，其他渠道还没有登记撤下. */
      hanging: z.array(ChannelReceipt),
      /** 网站更正以后，仍是更正前内容的图文和其他渠道. */
      outdated: z.object({ postIds: z.array(z.string()), receipts: z.array(ChannelReceipt) }),
    }),
  }),
  preview: defineRoute({
    method: 'GET',
    path: '/channel-posts/:postId',
    summary: '预览公众号图文，按现在的内容检查是否超过平台的限制',
    access: 'staff',
    params: post,
    answer: z.object({
      post: ChannelPost,
      html: z.string(),
      sourceUrl: z.string(),
      faults: z.record(z.string(), z.string()),
    }),
  }),
  cover: defineRoute({
    method: 'GET',
    path: '/channel-posts/:postId/cover',
    summary: '公众号图文的封面图片',
    access: 'staff',
    params: post,
  }),
  prepare: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/channel-posts',
    summary: '由已经发布的政府信息备一篇公众号图文；不发送',
    access: 'staff',
    params: z.object({ documentId: z.uuid('这条政府信息的地址不正确，请从列表进入') }),
    body: words,
    files: ['jpg', 'png'],
    answer: post,
  }),
  receipts: defineRoute({
    method: 'GET',
    path: '/documents/:documentId/channel-receipts',
    summary: '这条信息在公示栏、查阅点等其他渠道公开的回执',
    access: 'staff',
    params: z.object({ documentId: z.uuid('这条政府信息的地址不正确，请从列表进入') }),
    answer: z.array(ChannelReceipt),
  }),
  recordReceipt: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/channel-receipts',
    summary: '登记这条信息在其他渠道的公开：何处、何时，可以附照片',
    access: 'staff',
    params: z.object({ documentId: z.uuid('这条政府信息的地址不正确，请从列表进入') }),
    body: z.object({
      channel: z
        .enum(Object.keys(OTHER_CHANNELS) as (keyof typeof OTHER_CHANNELS)[], '请选择渠道')
        .meta({ title: '渠道' }),
      place: line('地点或者载体', 100)
        .pipe(z.string().min(1, '请填写张贴的地点或者刊播的载体'))
        .meta({ title: '地点或者载体' }),
      shownOn: z.iso.date('请填写公开的日期').meta({ title: '公开日期' }),
      link: z
        .string()
        .trim()
        .max(300)
        .regex(/^(https?:\/\/\S+)?$/, '网址应当以 http:// 或者 https:// 开头')
        .default('')
        .meta({ title: '网址' }),
      note: line('说明', 200).default(''),
    }),
    files: ['jpg', 'png'],
    answer: z.object({ receiptId: z.string() }),
  }),
  takenDown: defineRoute({
    method: 'POST',
    path: '/channel-receipts/:receiptId/taken-down',
    summary: '登记其他渠道已经撤下',
    access: 'staff',
    params: receipt,
    answer: done,
  }),
  receiptPhoto: defineRoute({
    method: 'GET',
    path: '/channel-receipts/:receiptId/photo',
    summary: '回执的照片',
    access: 'staff',
    params: receipt,
  }),
  submit: defineRoute({
    method: 'POST',
    path: '/channel-posts/:postId/submit',
    summary: '提交公众号发布；平台处理成功才算发布',
    access: 'staff',
    params: post,
    answer: done,
  }),
  replace: defineRoute({
    method: 'POST',
    path: '/channel-posts/:postId/replace',
    summary: '更正后重新推送：删除公众号上更正前的图文，再提交更正后的一篇',
    access: 'staff',
    params: post,
    body: words,
    answer: post,
  }),
  cancel: defineRoute({
    method: 'POST',
    path: '/channel-posts/:postId/cancel',
    summary: '取消没有发出的公众号图文',
    access: 'staff',
    params: post,
    answer: done,
  }),
  confirmRemoved: defineRoute({
    method: 'POST',
    path: '/channel-posts/:postId/removed',
    summary: '登记已经在公众号后台删除',
    access: 'staff',
    params: post,
    answer: done,
  }),
}
