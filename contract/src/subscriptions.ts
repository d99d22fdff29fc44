import { z } from 'zod'
import { defineRoute } from './route.ts'

export const SUBSCRIPTION_MAILS = { confirm: '确认邮件', digest: '订阅邮件' } as const

/** 邮件订阅: how many readers there are, and the receipt of each mail. */
export const subscriptions = {
  list: defineRoute({
    method: 'GET',
    path: '/subscriptions',
    summary: '本机关的邮件订阅数和发送记录，新的在前；不含订阅人的邮箱',
    access: 'staff',
    answer: z.object({
      active: z.int(),
      waiting: z.int(),
      configured: z.boolean(),
      mails: z.array(
        z.object({
          topicText: z.string(),
          occasion: z.enum(['confirm', 'digest']),
          documents: z.int(),
          state: z.enum(['sent', 'failed']),
          sentAt: z.string(),
          reference: z.string().nullable(),
          error: z.string().nullable(),
        }),
      ),
    }),
  }),
}
