import { z } from 'zod'
import { Day } from './day.ts'
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
  origin: z.enum(['portal', 'national-platform', 'forwarded']),
  originNumber: z.string().nullable(),
  notifyBy: z.enum(['mail', 'sms']).nullable(),
  setAsideFor: z.string().nullable(),
  documentId: z.string().nullable(),
  documentTitle: z.string().nullable(),
  orderNumber: z.string().nullable(),
  orderSettled: z.boolean(),
  activityId: z.string().nullable(),
  forwardedToName: z.string().nullable(),
  forwardedOn: z.string().nullable(),
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
  reveal: defineRoute({
    method: 'POST',
    path: '/feedback/:feedbackId/sender',
    summary: '查看来信原文和联系方式；查看留有记录',
    access: 'staff',
    params,
    answer: z.object({ text: z.string(), contact: z.string() }),
  }),
  setAside: defineRoute({
    method: 'POST',
    path: '/feedback/:feedbackId/set-aside',
    summary: '列为无效留言，写明理由',
    access: 'staff',
    params,
    body: z.object({
      version,
      reason: z.string().trim().min(1).max(200).meta({ title: '理由' }),
    }),
    answer: z.object({ version }),
  }),
  linkPublished: defineRoute({
    method: 'PUT',
    path: '/feedback/:feedbackId/published',
    summary: '关联因建议而公开的信息',
    access: 'staff',
    params,
    body: z.object({
      version,
      documentId: z.uuid('请选择已经发布的信息').meta({ title: '公开的信息' }),
    }),
    answer: z.object({ version }),
  }),
  order: defineRoute({
    method: 'POST',
    path: '/feedback/:feedbackId/order',
    summary: '投诉举报立案督办：向下级机关发出督办单',
    access: 'staff',
    params,
    body: z.object({
      version,
      subject: z.string().trim().min(1).max(200).meta({ title: '督办事项' }),
      toAgencyId: z.uuid('请选择下级机关').meta({ title: '下级机关' }),
      demand: z.string().trim().min(1).max(4000).meta({ title: '要求' }),
      replyBy: Day.meta({ title: '回复期限' }),
    }),
    answer: z.object({ version, number: z.string().nullable() }),
  }),
  problem: defineRoute({
    method: 'POST',
    path: '/feedback/:feedbackId/problem',
    summary: '投诉举报反映本机关问题的，登记为存在的问题',
    access: 'staff',
    params,
    body: z.object({
      version,
      subject: z.string().trim().min(1).max(200).meta({ title: '反映的问题' }),
    }),
    answer: z.object({ version, number: z.string().nullable() }),
  }),
  forward: defineRoute({
    method: 'POST',
    path: '/feedback/:feedbackId/forward',
    summary: '投诉举报转送主管部门，并告知来信人',
    access: 'staff',
    params,
    body: z.object({ version }),
    answer: z.object({ version }),
  }),
  recordPlatformError: defineRoute({
    method: 'POST',
    path: '/feedback/platform-errors',
    summary: '登记“我为政府网站找错”平台转来的一条留言',
    access: 'staff',
    body: z.strictObject({
      originNumber: z.string().trim().min(1).max(60).meta({ title: '平台编号' }),
      title: z.string().trim().min(1).max(100).meta({ title: '标题' }),
      text: z.string().trim().min(1).max(2000).meta({ title: '问题描述' }),
      page: z.string().trim().max(300).default('').meta({ title: '问题页面' }),
      receivedOn: Day.meta({ title: '网民提交日期' }),
    }),
    answer: z.object({ number: z.string() }),
  }),
  importPlatformErrors: defineRoute({
    method: 'POST',
    path: '/feedback/platform-errors/import',
    summary: '导入找错平台导出的表格；已经登记过的不重复登记',
    access: 'staff',
    files: ['xlsx', 'xls', 'docx', 'html'],
    body: z.object({}),
    answer: z.object({
      taken: z.int(),
      known: z.int(),
      faults: z.array(z.object({ where: z.string(), message: z.string() })),
    }),
  }),
}
