import { createHash, createHmac } from 'node:crypto'
import { filled, type GatewayAnswer, type SmsProtocol, templateOf } from './protocol.ts'
import { refusal } from './refusal.ts'

/** 腾讯云短信: SendSms of 2021-01-11, signed with TC3-HMAC-SHA256. */
export const TENCENT: SmsProtocol = {
  explains: true,
  ask(settings, message) {
    const { host } = new URL(settings.url)
    const payload = JSON.stringify({
      PhoneNumberSet: [`+86${message.to}`],
      SmsSdkAppId: settings.account,
      SignName: settings.sign,
      TemplateId: templateOf(settings, message),
      TemplateParamSet: Object.values(filled(settings.parameters, message)),
      SessionContext: message.id,
    })
    const at = new Date()
    return {
      url: settings.url,
      body: payload,
      headers: {
        'content-type': CONTENT_TYPE,
        host,
        'x-tc-action': 'SendSms',
        'x-tc-version': '2021-01-11',
        'x-tc-region': settings.region,
        'x-tc-timestamp': String(seconds(at)),
        authorization: tencentAuthorization({
          host,
          service: 'sms',
          payload,
          id: settings.key,
          secret: settings.secret,
          at,
        }),
      },
    }
  },
  read({ Response: response }) {
    const { Error: error, SendStatusSet: statuses } = (response ?? {}) as GatewayAnswer
    const { Code: code, Message: message, SerialNo: reference } = (error ?? first(statuses)) as GatewayAnswer
    if (error === undefined && code === 'Ok') return String(reference ?? '')
    throw refusal(String(code ?? ''), String(message ?? ''))
  },
}

const CONTENT_TYPE = 'application/json; charset=utf-8'

type Signed = Readonly<{
  host: string
  service: string
  payload: string
  id: string
  secret: string
  at: Date
}>

/** `Authorization` over content type, host and payload, under a key of the day. */
export function tencentAuthorization({ host, service, payload, id, secret, at }: Signed): string {
  const canonical = [
    'POST',
    '/',
    '',
    `content-type:${CONTENT_TYPE}\nhost:${host}\n`,
    'content-type;host',
    sha256(payload),
  ].join('\n')
  const day = at.toISOString().slice(0, 10)
  const scope = `${day}/${service}/tc3_request`
  const toSign = ['TC3-HMAC-SHA256', seconds(at), scope, sha256(canonical)].join('\n')
  const key = [day, service, 'tc3_request'].reduce<string | Buffer>(
    (under, part) => createHmac('sha256', under).update(part).digest(),
    `TC3${secret}`,
  )
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  return `TC3-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}

function first(list: unknown): unknown {
  return Array.isArray(list) ? (list[0] ?? {}) : {}
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
