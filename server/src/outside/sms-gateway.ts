import { createHash, createHmac, randomUUID } from 'node:crypto'
import { type Messenger, namingNobody, Undeliverable } from '../services/notifications/messengers.ts'
import { ALIYUN } from './sms/aliyun.ts'
import {
  type GatewayAnswer,
  type SmsKind,
  type SmsProtocol,
  type SmsSettings,
  templateOf,
} from './sms/protocol.ts'
import { TENCENT } from './sms/tencent.ts'

const PATIENCE_MS = 15_000

/** 短信 through an HTTP gateway. A gateway that says no is believed; one that does not answer is asked again. */
export function smsGateway(settings: SmsSettings): Messenger {
  const { ask, read, explains } = PROTOCOLS[settings.kind]
  return namingNobody({
    async send(message) {
      if (!/^1\d{10}$/.test(message.to)) throw new Undeliverable('联系电话不是手机号码，不能发送短信')
      const { url, body, headers = {} } = ask(settings, message)
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers,
        body,
      })
      const text = await answer.text()
      if (answer.status >= 500 || answer.status === 429) throw new Error(`短信网关应答 ${answer.status}`)
      if (!answer.ok && explains !== true)
        throw new Undeliverable(`短信网关应答 ${answer.status}：${text.slice(0, 200)}`)
      return { reference: read(objectOf(text)) }
    },
  })
}

const PROTOCOLS: Readonly<Record<SmsKind, SmsProtocol>> = {
  aliyun: ALIYUN,
  tencent: TENCENT,
  signed: {
    ask(settings, message) {
      const { url, key, secret, sign } = settings
      const template = templateOf(settings, message)
      const parameters = {
        appKey: key,
        content: message.body,
        mobile: message.to,
        nonce: randomUUID(),
        outId: message.id,
        signName: sign,
        timestamp: String(Date.now()),
        ...(template === '' ? {} : { templateId: template }),
      }
      const signature = createHmac('sha256', secret).update(inOrder(parameters)).digest('hex')
      return { url, body: new URLSearchParams({ ...parameters, sign: signature }) }
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
    ask({ url, account, key, secret, sign }, { to, body }) {
      const addSerial = ''
      const mac = createHash('md5')
        .update(`${account}${key}${secret}${to}${body}${sign}${addSerial}`)
        .digest('hex')
      const call = { ecName: account, apId: key, mobiles: to, content: body, sign, addSerial, mac }
      return {
        url,
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

function objectOf(text: string): GatewayAnswer {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null) return answer as GatewayAnswer
  } catch {
    // Said below: what is no JSON is no answer.
  }
  throw new Error(`短信网关的应答不能识别：${text.slice(0, 100)}`)
}
