import { createHash, createHmac, randomUUID } from 'node:crypto'
import { type Messenger, type OutgoingMessage, Undeliverable } from '../services/notifications/messengers.ts'

/** 短信网关: the address, the account, and how its calls are signed. */
export type SmsSettings = Readonly<{
  kind: SmsKind
  url: string
  /** 企业名称 at 云MAS; not used by the other. */
  account: string
  /** 应用标识, 用户名. */
  key: string
  secret: string
  /** 短信签名, as registered with the carrier. */
  sign: string
  /** 模板编号, where the gateway wants one. */
  template: string
}>

/**
 * `signed`: a form with its parameters in order of name under HMAC-SHA256, as most gateways have it;
 * `yunmas`: 中国移动云MAS, which signs with MD5.
 */
export const SMS_KINDS = ['signed', 'yunmas'] as const
export type SmsKind = (typeof SMS_KINDS)[number]

const PATIENCE_MS = 15_000

/** 短信 through an HTTP gateway. A gateway that says no is believed; one that does not answer is asked again. */
export function smsGateway(settings: SmsSettings): Messenger {
  const { ask, read } = PROTOCOLS[settings.kind]
  return {
    async send(message) {
      if (!/^1\d{10}$/.test(message.to)) throw new Undeliverable('联系电话不是手机号码，不能发送短信')
      const answer = await fetch(settings.url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...ask(settings, message),
      })
      const text = await answer.text()
      if (answer.status >= 500 || answer.status === 429) throw new Error(`短信网关应答 ${answer.status}`)
      if (!answer.ok) throw new Undeliverable(`短信网关应答 ${answer.status}：${text.slice(0, 200)}`)
      return { reference: read(objectOf(text)) }
    },
  }
}

type Answer = Readonly<Record<string, unknown>>

type Protocol = Readonly<{
  ask(settings: SmsSettings, message: OutgoingMessage): Pick<RequestInit, 'body' | 'headers'>
  /** The gateway's number of the message; throws when it was refused. */
  read(answer: Answer): string
}>

const PROTOCOLS: Readonly<Record<SmsKind, Protocol>> = {
  signed: {
    ask({ key, secret, sign, template }, { id, to, body }) {
      const parameters = {
        appKey: key,
        content: body,
        mobile: to,
        nonce: randomUUID(),
        outId: id,
        signName: sign,
        timestamp: String(Date.now()),
        ...(template === '' ? {} : { templateId: template }),
      }
      const signature = createHmac('sha256', secret).update(inOrder(parameters)).digest('hex')
      return { body: new URLSearchParams({ ...parameters, sign: signature }) }
    },
    read(answer) {
      const code = String(answer.code ?? answer.Code ?? '')
      const said = String(answer.message ?? answer.Message ?? answer.msg ?? '')
      if (['0', '200', 'ok', 'success'].includes(code.toLowerCase()))
        return String(answer.msgId ?? answer.bizId ?? '')
      if (/limit|busy|频繁|繁忙/i.test(`${code}${said}`)) throw new Error(`短信网关暂不受理：${code} ${said}`)
      throw new Undeliverable(`短信网关没有受理：${code} ${said}`)
    },
  },
  yunmas: {
    ask({ account, key, secret, sign }, { to, body }) {
      const addSerial = ''
      const mac = createHash('md5')
        .update(`${account}${key}${secret}${to}${body}${sign}${addSerial}`)
        .digest('hex')
      const call = { ecName: account, apId: key, mobiles: to, content: body, sign, addSerial, mac }
      return {
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify(call)).toString('base64'),
      }
    },
    read({ success, rspcod, msgGroup }) {
      if (success === true) return String(msgGroup ?? '')
      throw new Undeliverable(`短信网关没有受理：${String(rspcod ?? '')}`)
    },
  },
}

/** `a=1&b=2`: names in order, values as they are. */
function inOrder(parameters: Readonly<Record<string, string>>): string {
  return Object.keys(parameters)
    .sort()
    .map((name) => `${name}=${parameters[name]}`)
    .join('&')
}

function objectOf(text: string): Answer {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null) return answer as Answer
  } catch {
    // Said below: what is no JSON is no answer.
  }
  throw new Error(`短信网关的应答不能识别：${text.slice(0, 100)}`)
}
