import { createHash, createHmac, randomUUID } from 'node:crypto'
import { filled, type SmsProtocol, templateOf } from './protocol.ts'
import { refusal } from './refusal.ts'

/** 阿里云短信服务: SendSms, its parameters in the query, signed with ACS3-HMAC-SHA256. */
export const ALIYUN: SmsProtocol = {
  explains: true,
  ask(settings, message) {
    const { host, protocol } = new URL(settings.url)
    const query = {
      OutId: message.id,
      PhoneNumbers: message.to,
      SignName: settings.sign,
      TemplateCode: templateOf(settings, message),
      TemplateParam: JSON.stringify(filled(settings.parameters, message)),
    }
    const headers = aliyunHeaders({
      host,
      query,
      action: 'SendSms',
      version: '2017-05-25',
      key: settings.key,
      secret: settings.secret,
      at: new Date(),
      nonce: randomUUID(),
    })
    return { url: `${protocol}//${host}/?${canonicalQuery(query)}`, body: '', headers }
  },
  read({ Code: code, Message: message, BizId: reference }) {
    if (code === 'OK') return String(reference ?? '')
    throw refusal(String(code ?? ''), String(message ?? ''))
  },
}

type Signed = Readonly<{
  host: string
  query: Readonly<Record<string, string>>
  action: string
  version: string
  key: string
  secret: string
  at: Date
  nonce: string
}>

/** The headers of a call without a body, with its signature over method, query and every header of the kind `x-acs-`. */
export function aliyunHeaders({ host, query, action, version, key, secret, at, nonce }: Signed) {
  const signed = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': at.toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  }
  const names = Object.keys(signed).sort() as (keyof typeof signed)[]
  const canonical = [
    'POST',
    '/',
    canonicalQuery(query),
    names.map((name) => `${name}:${signed[name]}\n`).join(''),
    names.join(';'),
    signed['x-acs-content-sha256'],
  ].join('\n')
  const signature = createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  return {
    ...signed,
    authorization: `ACS3-HMAC-SHA256 Credential=${key},SignedHeaders=${names.join(';')},Signature=${signature}`,
  }
}

/** Names in order, values as RFC 3986 has them. */
function canonicalQuery(query: Readonly<Record<string, string>>): string {
  const encode = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  return Object.keys(query)
    .sort()
    .map((name) => `${encode(name)}=${encode(query[name] ?? '')}`)
    .join('&')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
