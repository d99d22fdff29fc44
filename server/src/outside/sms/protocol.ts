import type { OutgoingMessage } from '../../services/notifications/messengers.ts'

/** 短信网关: the address, the account, and how its calls are signed. */
export type SmsSettings = Readonly<{
  kind: SmsKind
  url: string
  /** 企业名称 at 云MAS, SmsSdkAppId at 腾讯云; not used by the others. */
  account: string
  /** 应用标识, 用户名, AccessKeyId, SecretId. */
  key: string
  secret: string
  /** 短信签名, as registered with the carrier. */
  sign: string
  /** 模板编号 of messages to applicants, where the gateway wants one. */
  template: string
  /** 模板编号 of messages to staff. */
  staffTemplate: string
  /** 模板参数, by name (阿里云) or in order (腾讯云), in which `{number}` and `{link}` are filled in. */
  parameters: TemplateParameters
  /** 地域, where the gateway wants one. */
  region: string
}>

export type TemplateParameters = Readonly<Record<string, string>> | readonly string[]

/**
 * `signed`: a form with its parameters in order of name under HMAC-SHA256, as many gateways have it; `yunmas`:
 * 中国移动云MAS, which signs with MD5; `aliyun`: 阿里云短信服务 (ACS3-HMAC-SHA256); `tencent`: 腾讯云短信
 * (TC3-HMAC-SHA256). The last two send templates only.
 */
export const SMS_KINDS = ['signed', 'yunmas', 'aliyun', 'tencent'] as const
export type SmsKind = (typeof SMS_KINDS)[number]

export type GatewayAnswer = Readonly<Record<string, unknown>>

export type SmsCall = Readonly<{ url: string; body: BodyInit; headers?: Readonly<Record<string, string>> }>

export type SmsProtocol = Readonly<{
  ask(settings: SmsSettings, message: OutgoingMessage): SmsCall
  /** The gateway's number of the message; throws when it was refused. */
  read(answer: GatewayAnswer): string
  /** Whether a refusal comes with a status of its own and is explained in the answer. */
  explains?: true
}>

/** The template's parameters with what the message is about. */
export function filled(parameters: TemplateParameters, { about }: OutgoingMessage): TemplateParameters {
  const fill = (text: string) =>
    text.replaceAll('{number}', about?.number ?? '').replaceAll('{link}', about?.link ?? '')
  return Array.isArray(parameters)
    ? parameters.map(fill)
    : Object.fromEntries(Object.entries(parameters).map(([name, text]) => [name, fill(text)]))
}

export function templateOf({ template, staffTemplate }: SmsSettings, { about }: OutgoingMessage): string {
  return about?.audience === 'staff' ? staffTemplate : template
}
