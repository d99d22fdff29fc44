import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { Undeliverable } from '../services/notifications/messengers.ts'
import type { SmsSettings } from './sms/protocol.ts'
import { smsGateway } from './sms-gateway.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

type Answer = Readonly<{ status?: number; body: string }>

/** A gateway on loopback: hands each call's body to `answer`, as the carriers' own documents describe them. */
async function gateway(answer: (body: string) => Answer): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { status = 200, body } = answer(Buffer.concat(chunks).toString())
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/sms`
}

const settings = (url: string, what: Partial<SmsSettings> = {}): SmsSettings => ({
  kind: 'signed',
  url,
  account: '测试区管理委员会',
  key: 'app-1',
  secret: 'geheim',
  sign: '测试区政务公开',
  template: '',
  staffTemplate: '',
  parameters: {},
  region: '',
  ...what,
})
const MESSAGE = {
  id: '0198-1',
  to: '13800001234',
  subject: '',
  body: '您编号X-2026-0001的申请有新的进展',
  about: {
    audience: 'applicant',
    number: 'X-2026-0001',
    link: 'https://gk.example.gov.cn/apply/status',
  },
} as const
const failureOf = (sent: Promise<unknown>) => sent.catch((error: unknown) => error)

it('signs its parameters in order of name, so that the gateway can check who sends what', async () => {
  const calls: URLSearchParams[] = []
  const url = await gateway((body) => {
    const call = new URLSearchParams(body)
    calls.push(call)
    const { sign, ...rest } = Object.fromEntries(call)
    // The signature the gateway works out, over what it was given.
    const names = Object.keys(rest).sort()
    const text = names.map((name) => `${name}=${rest[name]}`).join('&')
    const expected = createHmac('sha256', 'geheim').update(text).digest('hex')
    return { body: JSON.stringify(sign === expected ? { code: '0', msgId: 'M-77' } : { code: 'BadSign' }) }
  })
  expect(await smsGateway(settings(url, { template: 'T9' })).send(MESSAGE)).toEqual({ reference: 'M-77' })
  const { mobile, content, outId, templateId } = Object.fromEntries(calls[0] ?? [])
  expect([mobile, content, outId, templateId]).toEqual(['13800001234', MESSAGE.body, '0198-1', 'T9'])
  const failure = await failureOf(smsGateway(settings(url, { secret: 'anders' })).send(MESSAGE))
  expect(failure).toBeInstanceOf(Undeliverable)
  expect(String(failure)).toContain('BadSign')
})

it('speaks the protocol of 云MAS', async () => {
  const url = await gateway((body) => {
    const call = JSON.parse(Buffer.from(body, 'base64').toString()) as Record<string, string>
    const { ecName, apId, mobiles, content, sign, addSerial, mac } = call
    const text = `${ecName}${apId}geheim${mobiles}${content}${sign}${addSerial}`
    const holds = createHash('md5').update(text).digest('hex') === mac
    return {
      body: JSON.stringify(
        holds
          ? { msgGroup: '0808140602000000001', rspcod: 'success', success: true }
          : { msgGroup: '', rspcod: 'IllegalMac', success: false },
      ),
    }
  })
  const { send } = smsGateway(settings(url, { kind: 'yunmas' }))
  expect(await send(MESSAGE)).toEqual({ reference: '0808140602000000001' })
  const wrong = smsGateway(settings(url, { kind: 'yunmas', secret: 'anders' }))
  expect(String(await failureOf(wrong.send(MESSAGE)))).toContain('IllegalMac')
})

// biome-ignore format: a table
const ANSWERS: readonly (readonly [string, Answer, boolean])[] = [
  ['a number it refuses',        { body: '{"code":"InvalidMobile","message":"号码错误"}' },   true],
  ['a limit that passes',        { body: '{"code":"Throttled","message":"发送过于频繁"}' },    false],
  ['an error of its own',        { status: 502, body: 'Bad Gateway' },                       false],
  ['a call it does not take',    { status: 403, body: 'forbidden' },                         true],
  ['a page in place of an answer', { body: '<html>' },                                       false],
]
it.each(ANSWERS)('tells what is final: %s', async (_case, answer, final) => {
  const failure = await failureOf(smsGateway(settings(await gateway(() => answer))).send(MESSAGE))
  expect(failure).toBeInstanceOf(Error)
  expect(failure instanceof Undeliverable).toBe(final)
})

it('asks no gateway about a number that cannot take an SMS', async () => {
  let asked = 0
  const url = await gateway(() => {
    asked += 1
    return { body: '{"code":"0"}' }
  })
  expect(await failureOf(smsGateway(settings(url)).send({ ...MESSAGE, to: '010-12345678' }))).toBeInstanceOf(
    Undeliverable,
  )
  expect(asked).toBe(0)
})
