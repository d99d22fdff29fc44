import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden } from '../../errors.ts'
import type { Context } from '../context.ts'
import { chooseReminders } from '../requests/choose-reminders.ts'
import { fileRequest } from '../requests/file-request.ts'
import { remindApplicants } from '../requests/remind-applicants.ts'
import { requestCorrection } from '../requests/request-correction.ts'
import { startReview } from '../requests/start-review.ts'
import { anApplication, anOffice, day, type Office } from '../requests/testing/office.ts'
import { listNotifications } from './list-notifications.ts'
import type { Messengers, OutgoingMessage } from './messengers.ts'
import { Undeliverable } from './messengers.ts'
import { resendNotification } from './resend-notification.ts'
import { saveMessageSettings } from './save-message-settings.ts'
import { sendNotification } from './send-notification.ts'
import { sendTestMessage } from './send-test-message.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

/** Carriers that keep what they are given; the adapters themselves are tested against servers. */
function carriers(fail?: () => Error) {
  const out: OutgoingMessage[] = []
  const carrier = {
    async send(message: OutgoingMessage) {
      if (fail !== undefined) throw fail()
      out.push(message)
      return { reference: `no ${out.length}` }
    },
  }
  return { out, messengers: { mail: carrier, sms: carrier } as Messengers }
}

const withCarriers = (ctx: Context, messengers: Messengers): Context => ({
  ...ctx,
  messengers,
  publicUrl: 'https://gk.example.gov.cn',
})

/** Does the work that waits, as the worker would; answers the errors it was told to try again for. */
async function work(messengers: Messengers): Promise<readonly string[]> {
  const { rows } = await office.runtime.owner.query(
    `select notification_id from notification where agency_id = $1 and state = 'waiting'`,
    [office.agencyId],
  )
  const errors: string[] = []
  for (const { notification_id: notificationId } of rows) {
    const ctx = withCarriers(office.runtime.asSystem(office.agencyId), messengers)
    await sendNotification(ctx, { agencyId: office.agencyId, notificationId }).catch((error: Error) =>
      errors.push(error.message),
    )
  }
  return errors
}

async function lastOf(ctx: Context) {
  const { notifications } = await listNotifications(ctx, { agencyId: office.agencyId })
  return notifications[0]
}

const head = () => office.as('office-head', '2024-06-03')

describe('提醒申请人', () => {
  it('sends a number and a link only, to who wanted it, and notes what became of it', async () => {
    const { out, messengers } = carriers()
    const visitor = withCarriers(office.visitor('2024-06-03'), messengers)
    const { number } = await fileRequest(visitor, anApplication(office.agencyId, { notifyBy: 'mail' }))
    expect(await work(messengers)).toEqual([])
    expect(out.map(({ to }) => to)).toEqual(['ceshi@example.com'])
    const said = `${out[0]?.subject} ${out[0]?.body}`
    expect(said).toContain(number)
    expect(said).toContain('https://gk.example.gov.cn/apply/status')
    for (const hidden of ['欧阳', '环卫', '002X', '1234']) expect(said).not.toContain(hidden)
    const note = await lastOf(head())
    expect(note).toMatchObject({
      state: 'sent',
      to: 'c***@example.com',
      reference: 'no 1',
      number,
    })
    // A worker that died before it noted its work comes again, and nothing goes out twice.
    await work(messengers)
    expect(out).toHaveLength(1)
  })

  it('sends nothing to who wanted nothing', async () => {
    const { out, messengers } = carriers()
    const before = await office.count('notification')
    await fileRequest(withCarriers(office.visitor('2024-06-03'), messengers), anApplication(office.agencyId))
    await work(messengers)
    expect([out.length, await office.count('notification')]).toEqual([0, before])
  })

  it('says in the record why nothing was sent, where no service is configured', async () => {
    await fileRequest(office.visitor('2024-06-03'), anApplication(office.agencyId, { notifyBy: 'sms' }))
    expect(await lastOf(head())).toMatchObject({ state: 'not-sent', error: '没有配置短信发送服务' })
    const { messengers } = carriers()
    await saveMessageSettings(head(), {
      agencyId: office.agencyId,
      mail: true,
      sms: false,
      staff: true,
      signature: '',
    })
    const visitor = withCarriers(office.visitor('2024-06-03'), messengers)
    await fileRequest(visitor, anApplication(office.agencyId, { notifyBy: 'sms' }))
    expect(await lastOf(head())).toMatchObject({ state: 'not-sent', error: '本机关没有启用短信提醒' })
    await saveMessageSettings(head(), {
      agencyId: office.agencyId,
      mail: true,
      sms: true,
      staff: true,
      signature: '',
    })
  })

  it('lets nobody choose what cannot be sent', async () => {
    const { number, queryCode } = await fileRequest(
      office.visitor('2024-06-03'),
      anApplication(office.agencyId),
    )
    const claim = { number, queryCode }
    await expect(chooseReminders(office.follower('2024-06-03'), { ...claim, by: 'mail' })).rejects.toThrow(
      '本站没有开通电子邮件提醒',
    )
  })
})

describe('送不出去的提醒', () => {
  it('is tried again, given up in the end, and sent anew by a person', async () => {
    const down = carriers(() => new Error('connection refused'))
    const visitor = withCarriers(office.visitor('2024-06-03'), down.messengers)
    await fileRequest(visitor, anApplication(office.agencyId, { notifyBy: 'sms' }))
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await work(down.messengers)).toEqual(['connection refused'])
    }
    expect(await lastOf(head())).toMatchObject({ state: 'waiting', attempts: 5 })
    // The sixth try is the last: it is noted, and not thrown.
    expect(await work(down.messengers)).toEqual([])
    const failed = await lastOf(head())
    expect(failed).toMatchObject({ state: 'failed', attempts: 6, error: 'connection refused' })
    const which = { agencyId: office.agencyId, notificationId: failed?.notificationId ?? '' }
    await expect(resendNotification(head(), which)).rejects.toThrow('没有配置短信发送服务')
    const up = carriers()
    await expect(
      resendNotification(withCarriers(office.as('clerk', '2024-06-03'), up.messengers), which),
    ).rejects.toThrow(Forbidden)
    await resendNotification(withCarriers(head(), up.messengers), which)
    await work(up.messengers)
    expect(up.out.map(({ id, to }) => [id, to])).toEqual([[which.notificationId, '13800001234']])
    await expect(resendNotification(withCarriers(head(), up.messengers), which)).rejects.toThrow('已经发出')
  })

  it('is given up at once when the carrier says that it never will', async () => {
    const refused = carriers(() => new Undeliverable('550 no such user'))
    const visitor = withCarriers(office.visitor('2024-06-03'), refused.messengers)
    await fileRequest(visitor, anApplication(office.agencyId, { notifyBy: 'mail' }))
    expect(await work(refused.messengers)).toEqual([])
    expect(await lastOf(head())).toMatchObject({ state: 'failed', attempts: 1, error: '550 no such user' })
  })
})

it('tells of a step of the office, and three working days before a period ends, once', async () => {
  const { out, messengers } = carriers()
  const visitor = withCarriers(office.visitor('2024-06-03'), messengers)
  const application = anApplication(office.agencyId, { notifyBy: 'mail' })
  const { requestId } = await fileRequest(visitor, application)
  const { agencyId, clerkId } = office
  const clerk = withCarriers(office.as('clerk', '2024-06-06'), messengers)
  const { version } = await startReview(clerk, {
    agencyId,
    requestId,
    version: 1,
    on: day('2024-06-06'),
    handlerId: clerkId,
    applicantClass: 'natural-person',
  })
  await requestCorrection(clerk, {
    agencyId,
    requestId,
    version,
    on: day('2024-06-06'),
    items: ['请明确年份'],
    guidance: '写明日期',
    respondBy: day('2024-06-20'),
    deliveredOn: null,
  })
  // 2024-06-17 is a Monday; the 20th, a Thursday, is three working days on. The Saturday and Sunday before are not asked.
  for (const on of ['2024-06-14', '2024-06-15', '2024-06-17', '2024-06-17', '2024-06-18']) {
    const system = withCarriers(office.runtime.asSystem('all', on), messengers)
    await remindApplicants(system)
  }
  await work(messengers)
  const { notifications } = await listNotifications(head(), { agencyId })
  const mine = notifications.filter(({ number }) => out.at(-1)?.subject.includes(number ?? '?'))
  expect(mine.map(({ occasion }) => occasion).toSorted()).toEqual(
    ['correction-due', 'correction-requested', 'filed'].toSorted(),
  )
})

describe('试发', () => {
  const test = (messengers: Messengers, on = '2024-07-08') =>
    sendTestMessage(withCarriers(office.as('office-head', on), messengers), {
      agencyId: office.agencyId,
      channel: 'mail',
      to: 'guanli@example.com',
    })

  it('goes out at once, to whom one says, and tells what the carrier said', async () => {
    const { out, messengers } = carriers()
    expect(await test(messengers)).toEqual({ state: 'sent', reference: 'no 1', error: null })
    expect(out.map(({ to, subject }) => [to, subject])).toEqual([['guanli@example.com', '试发消息']])
    await work(messengers)
    expect(out).toHaveLength(1)
  })

  it('is told as failed when it failed, and is not tried behind one’s back', async () => {
    const down = carriers(() => new Error('connection refused'))
    expect(await test(down.messengers, '2024-07-09')).toEqual({
      state: 'failed',
      reference: null,
      error: 'connection refused',
    })
    expect(await lastOf(head())).toMatchObject({ state: 'failed', error: 'connection refused' })
    expect(await work(down.messengers)).toEqual([])
  })
})
