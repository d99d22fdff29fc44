import { z } from 'zod'
import { Me } from './agency-views.ts'
import { MailAddress, MobileNumber } from './contact-fields.ts'
import { SendOutcome } from './notifications.ts'
import { defineRoute } from './route.ts'

const none = z.object({})
const Password = z.string().min(1).max(200).meta({ title: '现在的密码' })
const Code = z
  .string()
  .trim()
  .min(6, '请输入6位数字的动态口令，或者恢复码')
  .max(40)
  .meta({ title: '动态口令或者恢复码' })
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

const SessionView = z.object({
  signedInAt: z.string(),
  lastSeenAt: z.string(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** The session that asks. */
  here: z.boolean(),
})
export type SessionView = z.infer<typeof SessionView>

/** 提醒的程度, the least pressing last. */
export const REMINDER_LEVELS = {
  overdue: '只提醒已经逾期的',
  urgent: '提醒逾期和紧急的',
  soon: '提醒逾期、紧急和临近期限的',
  note: '全部提醒',
} as const

const hour = (title: string) => z.int().min(0).max(24).nullable().default(null).meta({ title })
const Contact = z.strictObject({
  mail: MailAddress,
  mobile: MobileNumber,
  byMail: z.boolean().meta({ title: '邮件' }),
  bySms: z.boolean().meta({ title: '短信' }),
  leastLevel: z
    .enum(Object.keys(REMINDER_LEVELS) as (keyof typeof REMINDER_LEVELS)[], '请选择提醒的程度')
    .meta({ title: '提醒哪些' }),
  quietFrom: hour('免打扰开始').refine((at) => at !== 24, '开始的钟点是0至23'),
  quietTo: hour('免打扰结束'),
})

/** 个人设置: what somebody sees to about the own account. */
export const account = {
  enterCode: defineRoute({
    method: 'POST',
    path: '/me/code',
    summary: '输入动态口令或者恢复码，完成登录',
    access: 'staff',
    perMinute: 20,
    body: z.object({ code: Code }),
    answer: Me,
  }),
  secondFactor: defineRoute({
    method: 'GET',
    path: '/me/second-factor',
    summary: '自己的动态口令是否启用，还有几个恢复码',
    access: 'staff',
    answer: z.object({
      /** Whether the installation uses it at all. */
      offered: z.boolean(),
      needed: z.boolean(),
      onSince: z.string().nullable(),
      recoveryCodesLeft: z.int(),
    }),
  }),
  setUpSecondFactor: defineRoute({
    method: 'POST',
    path: '/me/second-factor/set-up',
    summary: '取得动态口令的密钥；用一次口令确认以后才启用',
    access: 'staff',
    perMinute: 20,
    body: z.object({ password: Password }),
    answer: z.object({ secret: z.string(), uri: z.string() }),
  }),
  confirmSecondFactor: defineRoute({
    method: 'POST',
    path: '/me/second-factor/confirm',
    summary: '用第一个口令启用动态口令；恢复码只显示这一次',
    access: 'staff',
    perMinute: 20,
    body: z.object({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, '动态口令是6位数字')
        .meta({ title: '应用中显示的6位数字' }),
    }),
    answer: RecoveryCodes,
  }),
  renewRecoveryCodes: defineRoute({
    method: 'POST',
    path: '/me/second-factor/codes',
    summary: '更换恢复码；新的只显示这一次，旧的全部失效',
    access: 'staff',
    perMinute: 20,
    body: z.object({ password: Password }),
    answer: RecoveryCodes,
  }),
  stopSecondFactor: defineRoute({
    method: 'POST',
    path: '/me/second-factor/stop',
    summary: '停用自己的动态口令',
    access: 'staff',
    perMinute: 20,
    body: z.object({ password: Password, code: Code }),
    answer: none,
  }),
  contact: defineRoute({
    method: 'GET',
    path: '/me/contact',
    summary: '自己的邮箱、手机和提醒方式',
    access: 'staff',
    answer: Contact.extend({ configured: z.object({ mail: z.boolean(), sms: z.boolean() }) }),
  }),
  saveContact: defineRoute({
    method: 'PUT',
    path: '/me/contact',
    summary: '修改自己的邮箱、手机和提醒方式',
    access: 'staff',
    body: Contact,
    answer: none,
  }),
  testMessage: defineRoute({
    method: 'POST',
    path: '/me/test-message',
    summary: '给自己试发一条消息，当即告知结果',
    access: 'staff',
    perMinute: 6,
    body: z.strictObject({
      channel: z.enum(['mail', 'sms'], '请选择发送方式').meta({ title: '发送方式' }),
    }),
    answer: SendOutcome,
  }),
  identity: defineRoute({
    method: 'GET',
    path: '/me/identity',
    summary: '自己的账户是否与统一身份认证关联',
    access: 'staff',
    answer: z.object({ provider: z.string().nullable(), linkedSince: z.string().nullable() }),
  }),
  unlinkIdentity: defineRoute({
    method: 'POST',
    path: '/me/identity/unlink',
    summary: '取消自己的账户与统一身份认证的关联',
    access: 'staff',
    answer: none,
  }),
  sessions: defineRoute({
    method: 'GET',
    path: '/me/sessions',
    summary: '自己在哪些设备上登录着',
    access: 'staff',
    answer: z.array(SessionView),
  }),
}
