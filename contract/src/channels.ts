import { WECHAT_LIMITS } from '@mingfu/law'
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

const line = (title: string, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => [...text].length <= most, `${title}限${most}个字，请缩短`)
    .meta({ title })

const post = z.object({ postId: z.uuid('这篇图文的地址不正确，请从列表进入') })
const done = z.object({})

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
    body: z.object({
      title: line('公众号标题', WECHAT_LIMITS.title).pipe(z.string().min(1)).meta({ title: '公众号标题' }),
      author: line('作者', WECHAT_LIMITS.author).default(''),
      digest: line('摘要', WECHAT_LIMITS.digest).default(''),
    }),
    files: ['jpg', 'png'],
    answer: post,
  }),
  submit: defineRoute({
    method: 'POST',
    path: '/channel-posts/:postId/submit',
    summary: '提交公众号发布；平台处理成功才算发布',
    access: 'staff',
    params: post,
    answer: done,
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
