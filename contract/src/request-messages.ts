import { APPLICANT_ACTS } from '@mingfu/law'
import { z } from 'zod'
import { defineRoute } from './route.ts'

const id = z.string()
const ActId = z.enum(Object.keys(APPLICANT_ACTS) as (keyof typeof APPLICANT_ACTS)[])

/** 申请人来信: what was sent from the page of an application. */
const Message = z.object({
  messageId: id,
  requestId: id,
  kind: ActId,
  text: z.string(),
  fileIds: z.array(id),
  saidAt: z.string(),
  answer: z.string().nullable(),
  settledAt: z.string().nullable(),
  settledBy: z.string().nullable(),
})
export type ApplicantMessageView = z.infer<typeof Message>

/** What applicants send in after filing, and what is made of it. */
export const requestMessages = {
  messages: defineRoute({
    method: 'GET',
    path: '/requests/:requestId/messages',
    summary: '一件申请的申请人来信：补正、说明理由、缴费说明、撤回、请求解释',
    access: 'staff',
    params: z.object({ requestId: id }),
    answer: z.array(Message),
  }),
  waitingMessages: defineRoute({
    method: 'GET',
    path: '/request-messages',
    summary: '待处理的申请人来信，早的在前',
    access: 'staff',
    answer: z.array(Message.extend({ number: z.string() })),
  }),
  settleMessage: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/messages/:messageId/settlement',
    summary: '处理申请人来信；写了回复的，申请人在网上查看',
    access: 'staff',
    params: z.object({ requestId: id, messageId: id }),
    body: z.strictObject({ answer: z.string().trim().max(2000).default('').meta({ title: '回复' }) }),
    answer: z.object({}),
  }),
}
