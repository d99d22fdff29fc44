import { z } from 'zod'
import { defineRoute } from './route.ts'

const id = z.string()

export const NOTIFICATION_STATES = {
  waiting: '等待发送',
  sent: '已发出',
  failed: '没有发出，需要处理',
  'not-sent': '没有发送',
} as const
const StateId = z.enum(
  Object.keys(NOTIFICATION_STATES) as (keyof typeof NOTIFICATION_STATES)[],
  '请选择发送结果',
)
const ChannelId = z.enum(['mail', 'sms'], '请选择发送方式').meta({ title: '发送方式' })

const Notification = z.object({
  notificationId: id,
  /** Of the application, or of the matter that a member of staff is told of. */
  number: z.string().nullable(),
  /** The member of staff it went to; null for an applicant. */
  staffName: z.string().nullable(),
  channel: ChannelId,
  occasion: z.string(),
  /** Masked. */
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  state: StateId,
  attempts: z.int(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  reference: z.string().nullable(),
  error: z.string().nullable(),
})
export type NotificationView = z.infer<typeof Notification>

const Settings = z.strictObject({
  mail: z.boolean().meta({ title: '邮件提醒' }),
  sms: z.boolean().meta({ title: '短信提醒' }),
  staff: z.boolean().default(true).meta({ title: '提醒工作人员' }),
  signature: z.string().trim().max(40).default('').meta({ title: '落款' }),
})

/** What the carrier said of one message. */
export const SendOutcome = z.object({
  state: StateId,
  reference: z.string().nullable(),
  error: z.string().nullable(),
})
export type SendOutcome = z.infer<typeof SendOutcome>

/** 提醒: messages to applicants and staff who want them, and the record of each. */
export const notifications = {
  list: defineRoute({
    method: 'GET',
    path: '/notifications',
    summary: '提醒记录，新的在前；发给谁、什么内容、何时发出、结果',
    access: 'staff',
    query: z.object({
      state: StateId.optional(),
      to: z.enum(['applicants', 'staff']).optional().meta({ title: '发给谁' }),
    }),
    answer: z.object({
      notifications: z.array(Notification),
      settings: Settings,
      configured: z.object({ mail: z.boolean(), sms: z.boolean() }),
    }),
  }),
  saveSettings: defineRoute({
    method: 'PUT',
    path: '/notifications/settings',
    summary: '设置本机关的提醒方式和落款',
    access: 'staff',
    body: Settings,
    answer: z.object({}),
  }),
  resend: defineRoute({
    method: 'POST',
    path: '/notifications/:notificationId/resend',
    summary: '重新发送没有发出的提醒',
    access: 'staff',
    params: z.object({ notificationId: id }),
    answer: z.object({}),
  }),
  test: defineRoute({
    method: 'POST',
    path: '/notifications/test',
    summary: '试发一条消息，当即告知结果',
    access: 'staff',
    perMinute: 10,
    body: z.strictObject({
      channel: ChannelId,
      to: z.string().trim().min(3).max(200).meta({ title: '邮箱或者手机号码' }),
    }),
    answer: SendOutcome,
  }),
}
