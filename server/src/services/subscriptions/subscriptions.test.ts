import { beforeAll, describe, expect, it } from 'vitest'
import { Invalid, NotFound } from '../../errors.ts'
import { aColumn, aDocument } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { atNoon, type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import type { Context } from '../context.ts'
import { type OutgoingMessage, Undeliverable } from '../notifications/messengers.ts'
import { discardExpired } from '../retention/discard-expired.ts'
import { indexDocument } from '../search/index-document.ts'
import { confirmSubscription, endSubscription } from './answer-subscription.ts'
import { askSubscriber } from './ask-subscriber.ts'
import { listSubscriptionMails } from './list-subscription-mails.ts'
import { sendDigest, sendDigests } from './send-digest.ts'
import { subscribe } from './subscribe.ts'
import { type Topic, topicOf } from './subscription.ts'

let runtime: TestRuntime
let agencyId: string
let nodeId: string
let sent: OutgoingMessage[]
let refusal: Error | undefined
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { name: '鸭河工区管理委员会', slug: 'yahe' })
  nodeId = await aColumn(runtime, agencyId)
})

const EVERYTHING = topicOf({ agency: 'yahe' })

function at(ctx: Context, moment: Date | string): Context {
  const mail = {
    async send(message: OutgoingMessage) {
      if (refusal !== undefined) throw refusal
      sent.push(message)
      return { reference: `250 ok ${sent.length}` }
    },
  }
  const now = typeof moment === 'string' ? atNoon(moment) : moment
  return { ...ctx, now, messengers: { mail, sms: null }, publicUrl: 'https://gk.example.gov.cn' }
}
const visitor = (day: string) => at(runtime.asPublic(agencyId, day), day)
const worker = (day: string) => at(runtime.asSystem('all', day), day)

async function ids(): Promise<readonly string[]> {
  const { rows } = await runtime.owner.query('select subscription_id from subscription order by created_at')
  return rows.map(({ subscription_id }) => subscription_id)
}

const keyIn = (message: OutgoingMessage | undefined, act: string) =>
  new RegExp(`subscribe/${act}\\?id=[0-9a-f-]{36}&key=([\\w-]+)`).exec(message?.body ?? '')?.[1] ?? ''

/** Subscribes and confirms on a day of its own address; answers the subscription. */
async function subscribed(
  topic: Topic,
  { on, frequency = 'daily', address }: { on: string; frequency?: string; address: string },
) {
  sent = []
  refusal = undefined
  await subscribe(visitor(on), { agencyId, topic, address, frequency })
  const subscriptionId = (await ids()).at(-1) ?? ''
  await askSubscriber(worker(on), { agencyId, subscriptionId })
  const key = keyIn(sent[0], 'confirm')
  await confirmSubscription(visitor(on), { agencyId, subscriptionId, key })
  sent = []
  return subscriptionId
}

async function publish(title: string, on: string): Promise<string> {
  const { documentId } = await aDocument(runtime, agencyId, { nodeId, content: { title }, at: atNoon(on) })
  await indexDocument(worker(on), { agencyId, documentId })
  return documentId
}

describe('邮件订阅', () => {
  it('asks the owner of the mailbox first, and sends nothing else until he says yes', async () => {
    sent = []
    const input = { agencyId, topic: EVERYTHING, address: 'Li@Example.com', frequency: 'daily' }
    await subscribe(visitor('2026-03-02'), input)
    const [subscriptionId = ''] = await ids()
    await askSubscriber(worker('2026-03-02'), { agencyId, subscriptionId })
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['Li@Example.com', '请确认邮件订阅：鸭河工区管理委员会最新公开的信息'],
    ])
    await publish('关于春季植树的通知', '2026-03-03')
    await sendDigest(worker('2026-03-04'), { agencyId, subscriptionId })
    expect(sent).toHaveLength(1)
    const which = { agencyId, subscriptionId, key: keyIn(sent[0], 'confirm') }
    await expect(
      confirmSubscription(visitor('2026-03-03'), { ...which, key: `${which.key.slice(1)}A` }),
    ).rejects.toBeInstanceOf(NotFound)
    expect(await confirmSubscription(visitor('2026-03-04'), which)).toBe('鸭河工区管理委员会最新公开的信息')
    // What was published before he said yes is no news.
    await sendDigest(worker('2026-03-05'), { agencyId, subscriptionId })
    expect(sent).toHaveLength(1)
    // The same address in other letters, and the same wish again: nothing new, and the same answer.
    await subscribe(visitor('2026-03-05'), { ...input, address: 'li@example.com' })
    expect(await ids()).toEqual([subscriptionId])
    await runtime.owner.query('delete from subscription')
  })

  it('keeps addresses sealed and three questions at most in one mailbox', async () => {
    for (const q of ['预算', '低保', '征地', '公交']) {
      const topic = topicOf({ q })
      await subscribe(visitor('2026-03-02'), {
        agencyId,
        topic,
        address: 'wang@example.com',
        frequency: 'weekly',
      })
    }
    const { rows } = await runtime.owner.query(
      'select topic, address_sealed, address_index from subscription',
    )
    expect(rows).toHaveLength(3)
    expect(Buffer.concat(rows.map((row) => row.address_sealed)).toString('latin1')).not.toContain('wang')
    await discardExpired(worker('2026-03-03'))
    expect(await ids()).toHaveLength(3)
    await discardExpired(worker('2026-03-05'))
    expect(await ids()).toEqual([])
  })

  it('refuses what is no address, and an installation without mail', async () => {
    const input = { agencyId, topic: EVERYTHING, address: 'a@b', frequency: 'daily' }
    await expect(subscribe(visitor('2026-03-02'), input)).rejects.toBeInstanceOf(Invalid)
    await expect(
      subscribe(visitor('2026-03-02'), { ...input, address: 'a@example.com\r\nBcc: all@example.com' }),
    ).rejects.toBeInstanceOf(Invalid)
    const without = { ...visitor('2026-03-02'), messengers: { mail: null, sms: null } }
    await expect(subscribe(without, { ...input, address: 'a@example.com' })).rejects.toThrow(
      '没有开通邮件订阅',
    )
    expect(await ids()).toEqual([])
  })
})

describe('订阅邮件', () => {
  it('brings what is new of an organ once, with its address and the way to give it up', async () => {
    const subscriptionId = await subscribed(EVERYTHING, { on: '2026-04-01', address: 'zhang@example.com' })
    const documentId = await publish('关于开展防汛检查的通知', '2026-04-02')
    const which = { agencyId, subscriptionId }
    await sendDigest(worker('2026-04-03'), which)
    await sendDigest(worker('2026-04-03'), which)
    await sendDigest(worker('2026-04-04'), which)
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['zhang@example.com', '鸭河工区管理委员会最新公开的信息：1条新信息'],
    ])
    expect(sent[0]?.body).toContain(`https://gk.example.gov.cn/yahe/documents/${documentId}`)
    expect(sent[0]?.body).toContain('2026年4月2日发布')
    expect(sent[0]?.unsubscribe).toMatch(/^https:\/\/gk\.example\.gov\.cn\/yahe\/subscribe\/end\?id=/)
    await endSubscription(visitor('2026-04-05'), { ...which, key: keyIn(sent[0], 'end') })
    await endSubscription(visitor('2026-04-05'), { ...which, key: keyIn(sent[0], 'end') })
    expect(await ids()).toEqual([])
  })

  it('brings what a search finds and nothing else', async () => {
    const topic = topicOf({ q: '宅基地' })
    const subscriptionId = await subscribed(topic, { on: '2026-05-01', address: 'sun@example.com' })
    await publish('关于农村宅基地审批的通知', '2026-05-02')
    await publish('关于公园免费开放的公告', '2026-05-02')
    await sendDigest(worker('2026-05-03'), { agencyId, subscriptionId })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.subject).toBe('全站检索“宅基地”：1条新信息')
    expect(sent[0]?.body).toContain('关于农村宅基地审批的通知')
    expect(sent[0]?.body).not.toContain('公园')
    await runtime.owner.query('delete from subscription')
  })

  it('tells of a correction those who had the text before, whatever they subscribed to', async () => {
    const all = await subscribed(EVERYTHING, { on: '2026-05-10', address: 'a@example.com' })
    const searching = await subscribed(topicOf({ q: '河道' }), { on: '2026-05-10', address: 'b@example.com' })
    const other = await subscribed(topicOf({ q: '学校' }), { on: '2026-05-10', address: 'c@example.com' })
    await publish('关于河道清淤的公告', '2026-05-11')
    for (const subscriptionId of [all, searching, other])
      await sendDigest(worker('2026-05-12'), { agencyId, subscriptionId })
    sent = []
    await runtime.owner.query(
      `update document set corrected_at = '2026-05-12T15:00:00+08:00' where title = '关于河道清淤的公告'`,
    )
    for (const subscriptionId of [all, searching, other])
      await sendDigest(worker('2026-05-13'), { agencyId, subscriptionId })
    expect(sent.map(({ to, subject }) => [to, subject.replace(/^.*：/, '')])).toEqual([
      ['a@example.com', '1条更正'],
      ['b@example.com', '1条更正'],
    ])
    expect(sent[0]?.body).toContain('【更正】关于河道清淤的公告')
    expect(sent[0]?.body).toContain('2026年5月12日更正，更正说明见网页')
    await sendDigest(worker('2026-05-14'), { agencyId, subscriptionId: all })
    expect(sent).toHaveLength(2)
    await runtime.owner.query('delete from subscription')
  })

  it('leaves out what was published a moment ago, and brings it the next time', async () => {
    const subscriptionId = await subscribed(EVERYTHING, { on: '2026-06-01', address: 'he@example.com' })
    await publish('刚刚发布的公告', '2026-06-02')
    const moments = (hours: string) => at(runtime.asSystem('all', '2026-06-02'), new Date(hours))
    await sendDigest(moments('2026-06-02T12:05:00+08:00'), { agencyId, subscriptionId })
    expect(sent).toHaveLength(0)
    await sendDigest(worker('2026-06-03'), { agencyId, subscriptionId })
    expect(sent[0]?.body).toContain('刚刚发布的公告')
    await runtime.owner.query('delete from subscription')
  })

  it('is queued every day or every seventh', async () => {
    const daily = await subscribed(EVERYTHING, { on: '2026-07-01', address: 'd@example.com' })
    const weekly = await subscribed(EVERYTHING, {
      on: '2026-07-01',
      address: 'w@example.com',
      frequency: 'weekly',
    })
    const due = async (day: string) => {
      await runtime.owner.query(`delete from mingfu_jobs.job where name = 'send-digest'`)
      await sendDigests(worker(day))
      const { rows } = await runtime.owner.query(
        `select data->>'subscriptionId' as id from mingfu_jobs.job where name = 'send-digest'`,
      )
      return [daily, weekly].map((id) => rows.some((row) => row.id === id))
    }
    await runtime.owner.query(`update subscription set mailed_on = '2026-07-02'`)
    expect(await due('2026-07-02')).toEqual([false, false])
    expect(await due('2026-07-03')).toEqual([true, false])
    expect(await due('2026-07-08')).toEqual([true, false])
    expect(await due('2026-07-09')).toEqual([true, true])
    await runtime.owner.query('delete from subscription')
  })

  it('is tried again after a failure that may pass; a mailbox that is gone is forgotten', async () => {
    const subscriptionId = await subscribed(EVERYTHING, { on: '2026-08-01', address: 'x@example.com' })
    await publish('八月的公告', '2026-08-02')
    refusal = new Error('connection refused')
    const which = { agencyId, subscriptionId }
    await expect(sendDigest(worker('2026-08-03'), which)).rejects.toThrow('connection refused')
    expect(await ids()).toEqual([subscriptionId])
    refusal = new Undeliverable('550 no such user')
    await sendDigest(worker('2026-08-03'), which)
    expect(await ids()).toEqual([])
    const clerk = {
      ...runtime.as({ agencyId, roles: ['clerk'] }),
      messengers: worker('2026-08-03').messengers,
    }
    const record = await listSubscriptionMails(clerk, { agencyId })
    expect(record).toMatchObject({ active: 0, waiting: 0, configured: true })
    const failed = record.mails.find(({ state }) => state === 'failed')
    expect(failed).toMatchObject({ occasion: 'digest', documents: 1, error: '550 no such user' })
    expect(JSON.stringify(record)).not.toContain('example.com')
    refusal = undefined
  })
})
