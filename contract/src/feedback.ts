import { z } from 'zod'
import { defineRoute } from './route.ts'

export const FeedbackKindId = z.enum(['question', 'message', 'site-error', 'suggestion', 'complaint'])

export const FeedbackView = z.object({
  feedbackId: z.string(),
  number: z.string(),
  kind: FeedbackKindId,
  title: z.string(),
  text: z.string(),
  contact: z.string(),
  pagePath: z.string(),
  receivedAt: z.string(),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  veto: z.boolean(),
  state: z.enum(['open', 'drafted', 'answered']),
  answer: z.string().nullable(),
  publicQuestion: z.string().nullable(),
  draftedBy: z.string().nullable(),
  returnedFor: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  version: z.int(),
})
export type FeedbackView = z.infer<typeof FeedbackView>

const params = z.object({ feedbackId: z.uuid('这条留言的地址不正确，请从列表进入') })
const version = z.int()

export const feedback = {
  list: defineRoute({
    method: 'GET',
    path: '/feedback',
    summary: '公众留言、网站找错、建议公开、投诉举报，等待答复的在前',
    access: 'staff',
    query: z.object({ state: z.enum(['open', 'drafted', 'answered']).optional() }),
    answer: z.array(FeedbackView),
  }),
  draft: defineRoute({
    method: 'PUT',
    path: '/feedback/:feedbackId/answer',
    summary: '拟写答复；经过用语和个人信息检查，等待审核',
    access: 'staff',
    params,
    body: z.object({
      version,
      answer: z.string().trim().min(1).max(4000).meta({ title: '答复' }),
      publicQuestion: z.string().trim().max(1000).nullable().default(null).meta({ title: '公开的问题' }),
    }),
    answer: z.object({ version }),
  }),
  review: defineRoute({
    method: 'POST',
    path: '/feedback/:feedbackId/review',
    summary: '审核答复：通过即答复来信人，或者退回',
    access: 'staff',
    params,
    body: z.object({
      version,
      accepted: z.boolean().meta({ title: '审核意见' }),
      reason: z.string().trim().max(500).default('').meta({ title: '退回的理由' }),
    }),
    answer: z.object({ version }),
  }),
}
