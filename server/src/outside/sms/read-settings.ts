import { z } from 'zod'
import { CannotStart } from '../../db/embedded/cannot-start.ts'
import type { SmsKind, SmsSettings, TemplateParameters } from './protocol.ts'

type Environment = Readonly<{
  MINGFU_SMS_URL?: string | undefined
  MINGFU_SMS_KIND: SmsKind
  MINGFU_SMS_ACCOUNT: string
  MINGFU_SMS_KEY: string
  MINGFU_SMS_SECRET: string
  MINGFU_SMS_SIGN: string
  MINGFU_SMS_TEMPLATE: string
  MINGFU_SMS_STAFF_TEMPLATE: string
  MINGFU_SMS_PARAMETERS?: string | undefined
  MINGFU_SMS_REGION: string
}>

/** Where the two clouds are reached; the other gateways have addresses of their own. */
const ADDRESSES: Partial<Record<SmsKind, string>> = {
  aliyun: 'https://dysmsapi.aliyuncs.com',
  tencent: 'https://sms.tencentcloudapi.com',
}

const NAMES: Partial<Record<SmsKind, string>> = { aliyun: '阿里云', tencent: '腾讯云' }

/** The SMS gateway of an installation; `undefined` where none is set up. Throws `CannotStart` in words. */
export function readSmsSettings(env: Environment): SmsSettings | undefined {
  const { MINGFU_SMS_KIND: kind, MINGFU_SMS_ACCOUNT: account } = env
  const started = env.MINGFU_SMS_KEY !== '' || env.MINGFU_SMS_SECRET !== ''
  const url = env.MINGFU_SMS_URL ?? (started ? ADDRESSES[kind] : undefined)
  if (url === undefined) return undefined
  if (env.MINGFU_SMS_KEY === '' || env.MINGFU_SMS_SECRET === '')
    throw new CannotStart('设置了短信网关的，还应当设置 MINGFU_SMS_KEY 和 MINGFU_SMS_SECRET。')
  if (kind === 'yunmas' && account === '')
    throw new CannotStart('使用云MAS的，还应当用 MINGFU_SMS_ACCOUNT 设置企业名称。')
  if (kind === 'tencent' && account === '')
    throw new CannotStart('使用腾讯云短信的，还应当用 MINGFU_SMS_ACCOUNT 设置应用编号（SmsSdkAppId）。')
  const cloud = NAMES[kind]
  if (cloud !== undefined && (env.MINGFU_SMS_SIGN === '' || env.MINGFU_SMS_TEMPLATE === ''))
    throw new CannotStart(
      `使用${cloud}短信的，还应当用 MINGFU_SMS_SIGN 设置短信签名，用 MINGFU_SMS_TEMPLATE 设置模板编号。`,
    )
  return {
    kind,
    url,
    account,
    key: env.MINGFU_SMS_KEY,
    secret: env.MINGFU_SMS_SECRET,
    sign: env.MINGFU_SMS_SIGN,
    template: env.MINGFU_SMS_TEMPLATE,
    staffTemplate: env.MINGFU_SMS_STAFF_TEMPLATE || env.MINGFU_SMS_TEMPLATE,
    parameters: parametersOf(kind, env.MINGFU_SMS_PARAMETERS),
    region: env.MINGFU_SMS_REGION,
  }
}

const ByName = z.record(z.string().min(1), z.string())
const InOrder = z.array(z.string())

/** Each cloud has its own form of template parameters; a placeholder that nobody fills would be sent as it stands. */
function parametersOf(kind: SmsKind, text: string | undefined): TemplateParameters {
  if (text === undefined) return kind === 'tencent' ? ['{number}'] : { number: '{number}' }
  const said =
    kind === 'tencent'
      ? 'MINGFU_SMS_PARAMETERS 应当是 JSON 数组，例如 ["{number}","{link}"]，顺序与模板的变量一致。'
      : 'MINGFU_SMS_PARAMETERS 应当是 JSON 对象，例如 {"number":"{number}"}，名称与模板的变量一致。'
  const parsed = (kind === 'tencent' ? InOrder : ByName).safeParse(fromJson(text))
  if (!parsed.success) throw new CannotStart(said)
  const unknown = Object.values(parsed.data).flatMap((value) =>
    [...value.matchAll(/\{(\w+)\}/g)].filter(([, name]) => name !== 'number' && name !== 'link'),
  )[0]
  if (unknown !== undefined)
    throw new CannotStart(
      `MINGFU_SMS_PARAMETERS 中的 ${unknown[0]} 没有可填的内容，只能用 {number} 和 {link}。`,
    )
  return parsed.data
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
