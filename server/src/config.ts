import { resolve } from 'node:path'
import { COUNTING_PRACTICE, TABLE2_PRACTICE } from '@mingfu/law'
import { z } from 'zod'
import { CannotStart } from './db/embedded/cannot-start.ts'
import type { OidcSettings } from './outside/oidc/oidc-provider.ts'
import { readOidcSettings } from './outside/oidc/read-settings.ts'
import { SMS_KINDS, type SmsSettings } from './outside/sms/protocol.ts'
import { readSmsSettings } from './outside/sms/read-settings.ts'
import type { MailSettings } from './outside/smtp-mail.ts'
import type { WechatSettings } from './outside/wechat/official-account.ts'
import { SECOND_FACTOR_CHOICES } from './services/agencies/second-factor/who-needs-it.ts'
import { SIGN_IN_POLICY, type SignInPolicy } from './services/agencies/sign-in-policy.ts'
import type { YearPractice } from './services/context.ts'

const databaseUrl = (name: string) =>
  z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      `${name} 应当以 postgres:// 开头，例如 postgres://用户名:口令@主机:5432/库名`,
    )

const Environment = z.object({
  PORT: z.coerce
    .number('PORT 应当是数字')
    .int('PORT 应当是整数')
    .min(0, 'PORT 应当在0到65535之间')
    .max(65535, 'PORT 应当在0到65535之间')
    .default(8600),
  HOST: z.string().default('127.0.0.1'),
  MINGFU_HOME: z.string().default('.mingfu'),
  MINGFU_DATABASE_URL: databaseUrl('MINGFU_DATABASE_URL').optional(),
  MINGFU_DATABASE_APP_URL: databaseUrl('MINGFU_DATABASE_APP_URL').optional(),
  MINGFU_DATABASE_STATEMENTS: z
    .enum(['named', 'unnamed'], 'MINGFU_DATABASE_STATEMENTS 只能是 named 或者 unnamed')
    .default('named'),
  MINGFU_PG_BIN: z.string().optional(),
  MINGFU_PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'MINGFU_PUBLIC_URL 应当是完整的网址，例如 https://gk.example.gov.cn',
    })
    .optional(),
  MINGFU_TRUST_PROXY: z.enum(['0', '1'], 'MINGFU_TRUST_PROXY 只能是 0 或者 1').default('0'),
  MINGFU_SECOND_FACTOR: z
    .enum(SECOND_FACTOR_CHOICES, 'MINGFU_SECOND_FACTOR 只能是 off、optional 或者 required')
    .default(SIGN_IN_POLICY.secondFactor),
  MINGFU_UNUSED_ACCOUNT_DAYS: z.coerce
    .number('MINGFU_UNUSED_ACCOUNT_DAYS 应当是天数，0 表示不自动停用')
    .int('MINGFU_UNUSED_ACCOUNT_DAYS 应当是整数')
    .min(0, 'MINGFU_UNUSED_ACCOUNT_DAYS 不能小于0')
    .max(90, 'MINGFU_UNUSED_ACCOUNT_DAYS 不能超过90天，0 表示不自动停用')
    .default(SIGN_IN_POLICY.unusedAfterDays ?? 0),
  MINGFU_IDLE_MINUTES: z.coerce
    .number('MINGFU_IDLE_MINUTES 应当是分钟数')
    .int('MINGFU_IDLE_MINUTES 应当是整数')
    .min(5, 'MINGFU_IDLE_MINUTES 应当在5到60之间')
    .max(60, 'MINGFU_IDLE_MINUTES 应当在5到60之间')
    .default(SIGN_IN_POLICY.idleMinutes),
  MINGFU_PASSWORD_DAYS: z.coerce
    .number('MINGFU_PASSWORD_DAYS 应当是天数，0 表示不要求定期更换密码')
    .int('MINGFU_PASSWORD_DAYS 应当是整数')
    .min(0, 'MINGFU_PASSWORD_DAYS 不能小于0')
    .max(365, 'MINGFU_PASSWORD_DAYS 不能超过365天，0 表示不要求定期更换密码')
    .default(SIGN_IN_POLICY.passwordDays ?? 0),
  MINGFU_RESULT_YEAR_BY: z
    .enum(['decision', 'service'], 'MINGFU_RESULT_YEAR_BY 只能是 decision 或者 service')
    .default(COUNTING_PRACTICE.resultYearBy),
  MINGFU_SEVERAL_ITEMS: z
    .enum(['one-case', 'one-case-an-item'], 'MINGFU_SEVERAL_ITEMS 只能是 one-case 或者 one-case-an-item')
    .default(COUNTING_PRACTICE.severalItems),
  MINGFU_LAPSE_COUNTS_AS_REPEAL: z
    .enum(['0', '1'], 'MINGFU_LAPSE_COUNTS_AS_REPEAL 只能是 0 或者 1')
    .default(TABLE2_PRACTICE.lapseCountsAsRepeal ? '1' : '0'),
  MINGFU_OIDC_ISSUER: z.string().optional(),
  MINGFU_OIDC_CLIENT_ID: z.string().optional(),
  MINGFU_OIDC_CLIENT_SECRET: z.string().optional(),
  MINGFU_OIDC_NAME: z.string().max(20, 'MINGFU_OIDC_NAME 不超过20个字').default('统一身份认证'),
  MINGFU_OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/, 'MINGFU_OIDC_SCOPE 应当包含 openid')
    .default('openid profile'),
  MINGFU_OIDC_CLAIM: z.string().default('sub'),
  MINGFU_OIDC_CREATE_IN: z.string().optional(),
  MINGFU_SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\/./,
      'MINGFU_SMTP_URL 应当以 smtp:// 或者 smtps:// 开头，例如 smtp://用户名:口令@主机:587',
    )
    .optional(),
  MINGFU_MAIL_FROM: z
    .string()
    .regex(/@/, 'MINGFU_MAIL_FROM 应当是发信的邮箱地址，例如 政府信息公开 <gk@example.gov.cn>')
    .optional(),
  MINGFU_SMS_URL: z
    .url({ protocol: /^https?$/, error: 'MINGFU_SMS_URL 应当是短信网关的完整网址' })
    .optional(),
  MINGFU_SMS_KIND: z
    .enum(SMS_KINDS, `MINGFU_SMS_KIND 只能是 ${SMS_KINDS.join('、')} 中的一种`)
    .default('signed'),
  MINGFU_SMS_ACCOUNT: z.string().default(''),
  MINGFU_SMS_KEY: z.string().default(''),
  MINGFU_SMS_SECRET: z.string().default(''),
  MINGFU_SMS_SIGN: z.string().default(''),
  MINGFU_SMS_TEMPLATE: z.string().default(''),
  MINGFU_SMS_STAFF_TEMPLATE: z.string().default(''),
  MINGFU_SMS_PARAMETERS: z.string().optional(),
  MINGFU_SMS_REGION: z.string().default('ap-guangzhou'),
  MINGFU_WECHAT_APPID: z.string().optional(),
  MINGFU_WECHAT_SECRET: z.string().optional(),
  MINGFU_WECHAT_AGENCY: z.string().optional(),
  MINGFU_WECHAT_URL: z
    .url({ protocol: /^https?$/, error: 'MINGFU_WECHAT_URL 应当是公众号接口的完整网址' })
    .default('https://api.weixin.qq.com'),
})

type Environment = z.infer<typeof Environment>

/** Everything the environment may say, read once. */
export type Config = Readonly<{
  port: number
  host: string
  /** Where all data lies, absolute. */
  home: string
  /** An external PostgreSQL, as the schema's owner; embedded when there is none. */
  databaseUrl: string | undefined
  /** The same database as the running program signs in; else the owner's connection takes the program's role. */
  databaseAppUrl: string | undefined
  statements: 'named' | 'unnamed'
  serverFolder: string | undefined
  publicUrl: string | undefined
  trustProxy: boolean
  countingPractice: YearPractice
  signIn: SignInPolicy
  /** Without it nobody signs in through a provider. */
  oidc: OidcSettings | undefined
  /** Without it no mail is sent. */
  mail: MailSettings | undefined
  /** Without it no SMS is sent. */
  sms: SmsSettings | undefined
  /** Without it nothing is posted on an official account. */
  wechat: WechatSettings | undefined
}>

/** Reads the environment. Throws `CannotStart` with one Chinese sentence a fault. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(filled)
  if (!parsed.success)
    throw new CannotStart(`${parsed.error.issues.map(({ message }) => message).join('；')}。`)
  const env = parsed.data
  if (env.MINGFU_DATABASE_APP_URL !== undefined && env.MINGFU_DATABASE_URL === undefined) {
    throw new CannotStart('设置了 MINGFU_DATABASE_APP_URL，还应当设置 MINGFU_DATABASE_URL。')
  }
  return {
    port: env.PORT,
    host: env.HOST,
    home: resolve(env.MINGFU_HOME),
    databaseUrl: env.MINGFU_DATABASE_URL,
    databaseAppUrl: env.MINGFU_DATABASE_APP_URL,
    statements: env.MINGFU_DATABASE_STATEMENTS,
    serverFolder: env.MINGFU_PG_BIN,
    publicUrl: env.MINGFU_PUBLIC_URL?.replace(/\/$/, ''),
    trustProxy: env.MINGFU_TRUST_PROXY === '1',
    countingPractice: {
      resultYearBy: env.MINGFU_RESULT_YEAR_BY,
      severalItems: env.MINGFU_SEVERAL_ITEMS,
      lapseCountsAsRepeal: env.MINGFU_LAPSE_COUNTS_AS_REPEAL === '1',
    },
    signIn: {
      secondFactor: env.MINGFU_SECOND_FACTOR,
      unusedAfterDays: env.MINGFU_UNUSED_ACCOUNT_DAYS === 0 ? null : env.MINGFU_UNUSED_ACCOUNT_DAYS,
      idleMinutes: env.MINGFU_IDLE_MINUTES,
      passwordDays: env.MINGFU_PASSWORD_DAYS === 0 ? null : env.MINGFU_PASSWORD_DAYS,
    },
    oidc: readOidcSettings(env),
    mail: mailOf(env),
    sms: readSmsSettings(env),
    wechat: wechatOf(env),
  }
}

function mailOf({ MINGFU_SMTP_URL: url, MINGFU_MAIL_FROM: from }: Environment): MailSettings | undefined {
  if (url === undefined) return undefined
  if (from === undefined)
    throw new CannotStart('设置了 MINGFU_SMTP_URL，还应当用 MINGFU_MAIL_FROM 设置发信地址。')
  return { url, from }
}

function wechatOf(env: Environment): WechatSettings | undefined {
  const { MINGFU_WECHAT_APPID: appId, MINGFU_WECHAT_SECRET: secret, MINGFU_WECHAT_URL: url } = env
  if (appId === undefined && secret === undefined) return undefined
  if (appId === undefined || secret === undefined)
    throw new CannotStart('MINGFU_WECHAT_APPID 和 MINGFU_WECHAT_SECRET 应当一起设置。')
  return { appId, secret, url, agency: env.MINGFU_WECHAT_AGENCY ?? null }
}
