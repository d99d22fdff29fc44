import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../services/notifications/messengers.ts'
import { askSubscriber } from '../../services/subscriptions/ask-subscriber.ts'
import { sendDigest } from '../../services/subscriptions/send-digest.ts'
import { aColumn, aDocument } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { portalServer } from '../testing/portal-server.ts'

const sent: OutgoingMessage[] = []
const mail = {
  async send(message: OutgoingMessage) {
    sent.push(message)
    return { reference: '250 ok' }
  },
}

let runtime: TestRuntime
let agencyId: string
let app: FastifyInstance
let without: FastifyInstance
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'yahe', name: '鸭河工区管理委员会' })
  await runtime.owner.query(`update agency set site_domain = 'www.yahe.example.gov.cn'`)
  without = await portalServer(runtime)
  const contextFor: TestRuntime['contextFor'] = (...args) => ({
    ...runtime.contextFor(...args),
    messengers: { mail, sms: null },
  })
  app = await portalServer({ ...runtime, contextFor })
})
afterAll(async () => {
  await app.close()
  await without.close()
})

const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('邮件订阅', () => {
  it('offers the feed alone where the installation has no mail', async () => {
    const { body } = await without.inject('/yahe/subscribe?q=宅基地')
    expect(body).toContain('没有开通邮件订阅')
    expect(body).toContain('/search.xml?q=%E5%AE%85%E5%9F%BA%E5%9C%B0')
    expect(body).not.toContain('type="email"')
  })

  it('is asked for by a plain form, confirmed and given up by the links in the mails', async () => {
    const form = await app.inject('/yahe/subscribe?agency=yahe')
    const formKey = /name="formKey" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const wrong = await post('/yahe/subscribe', { formKey, agency: 'yahe', address: '张三', website: '' })
    expect([wrong.statusCode, wrong.body.includes('value="张三"')]).toEqual([422, true])

    await new Promise((resolve) => setTimeout(resolve, 600))
    const fields = { formKey, agency: 'yahe', address: 'zhang@example.com', frequency: 'daily' }
    const asked = await post('/yahe/subscribe', fields)
    expect([asked.statusCode, asked.body.includes('请到邮箱确认')]).toEqual([200, true])

    const { rows } = await runtime.owner.query('select subscription_id from subscription')
    const which = { agencyId, subscriptionId: rows[0].subscription_id }
    const worker = (minutes: number) => ({
      ...runtime.contextFor({ kind: 'system', task: 'test' }, 'all', new Date(Date.now() + minutes * 60_000)),
      messengers: { mail, sms: null },
    })
    await askSubscriber(worker(0), which)
    const link = /https:\/\/www\.yahe\.example\.gov\.cn(\S+)/.exec(sent[0]?.body ?? '')?.[1] ?? ''
    // Looking at the link does nothing: mail programs do that by themselves.
    expect((await app.inject(link)).body).toContain('确认订阅')
    const state = async () => (await runtime.owner.query('select state from subscription')).rows
    expect(await state()).toEqual([{ state: 'waiting' }])
    const [path = '', query = ''] = link.split('?')
    await post(path, Object.fromEntries(new URLSearchParams(query)))
    expect(await state()).toEqual([{ state: 'active' }])

    await aDocument(runtime, agencyId, { nodeId: await aColumn(runtime, agencyId), at: new Date() })
    await sendDigest(worker(60), which)
    const given = new URL(sent[1]?.unsubscribe ?? 'https://none')
    expect((await post(`${given.pathname}${given.search}`, { key: 'wrong' })).statusCode).toBe(404)
    // As the button of a mail program does it.
    const ended = await post(`${given.pathname}${given.search}`, { 'List-Unsubscribe': 'One-Click' })
    expect([ended.statusCode, ended.body.includes('已经退订')]).toEqual([200, true])
    expect(await state()).toEqual([])
  })
})
