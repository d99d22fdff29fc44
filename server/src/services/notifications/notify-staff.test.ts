import { beforeEach, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, NotFound } from '../../errors.ts'
import { anAgency, aStaffMember } from '../../testing/factories.ts'
import { disableStaff } from '../agencies/disable-staff.ts'
import { listStaff } from '../agencies/list-staff.ts'
import { myContact } from '../agencies/staff-contact/my-contact.ts'
import { saveMyContact } from '../agencies/staff-contact/save-my-contact.ts'
import { setStaffContact } from '../agencies/staff-contact/set-staff-contact.ts'
import { NO_CONTACT, type StaffContact } from '../agencies/staff-contact/staff-contact.ts'
import type { Context } from '../context.ts'
import { issueOrder } from '../oversight/issue-order.ts'
import { remindOrders } from '../oversight/remind-orders.ts'
import { replyOrder } from '../oversight/reply-order.ts'
import { settleOrder } from '../oversight/settle-order.ts'
import { recordSupervision } from '../oversight/supervision-records.ts'
import { assignHandler } from '../requests/assign-handler.ts'
import { handOver } from '../requests/desk/hand-over.ts'
import { myReminders } from '../requests/reminders/my-reminders.ts'
import { remindHandlers } from '../requests/reminders/remind-handlers.ts'
import { anOffice, day, type Office, underReview } from '../requests/testing/office.ts'
import { listNotifications } from './list-notifications.ts'
import type { Messengers, OutgoingMessage } from './messengers.ts'
import { saveMessageSettings } from './save-message-settings.ts'
import { sendNotification } from './send-notification.ts'
import { sendTestToMyself } from './send-test-message.ts'

let office: Office
let out: OutgoingMessage[]
beforeEach(async () => {
  out = []
  office = await anOffice()
})

/** Carriers that keep what they are given; the adapters themselves are tested against servers. */
const messengers: Messengers = {
  mail: { send: async (message) => ({ reference: `mail ${out.push(message)}` }) },
  sms: { send: async (message) => ({ reference: `sms ${out.push(message)}` }) },
}
const over = (ctx: Context): Context => ({ ...ctx, messengers, publicUrl: 'https://gk.example.gov.cn' })
const clerk = (on: string) => over(office.as('clerk', on))
const head = (on: string) => over(office.as('office-head', on))
const admin = (on: string) =>
  over(office.runtime.as({ agencyId: office.agencyId, roles: ['system-admin'] }, on))
const system = (on: string) => over(office.runtime.asSystem('all', on))

const reachable = (ctx: Context, what: Partial<StaffContact> = {}) =>
  saveMyContact(ctx, { ...NO_CONTACT, mail: 'jingban@example.gov.cn', ...what })

/** Does the work that waits, as the worker would, at a moment. */
async function work(at: Date): Promise<void> {
  const { rows } = await office.runtime.owner.query(
    `select agency_id, notification_id from notification where state = 'waiting' order by notification_id`,
  )
  for (const { agency_id: agencyId, notification_id: notificationId } of rows) {
    const ctx = office.runtime.contextFor({ kind: 'system', task: 'test' }, agencyId, at)
    await sendNotification(over(ctx), { agencyId, notificationId })
  }
}
const noon = (on: string) => new Date(`${on}T12:00:00+08:00`)

async function newest(agencyId = office.agencyId) {
  const ctx = office.runtime.as({ agencyId, roles: ['office-head'] })
  return (await listNotifications(ctx, { agencyId, to: 'staff' })).notifications[0]
}

describe('工作人员的联系方式', () => {
  it('is sealed at rest, masked in lists and on the trail, and whole for whom it belongs to', async () => {
    const { agencyId, clerkId } = office
    await setStaffContact(admin('2024-06-03'), {
      agencyId,
      staffId: clerkId,
      mail: 'jingban@example.gov.cn',
      mobile: '13800001111',
    })
    const listed = (await listStaff(admin('2024-06-03'), { agencyId })).find(
      ({ staffId }) => staffId === clerkId,
    )
    expect([listed?.mail, listed?.mobile]).toEqual(['j***@example.gov.cn', '138****1111'])
    expect(await myContact(clerk('2024-06-03'))).toMatchObject({
      mail: 'jingban@example.gov.cn',
      mobile: '13800001111',
      byMail: true,
      bySms: false,
    })
    const { rows } = await office.runtime.owner.query(
      `select row_to_json(c)::text as kept from staff_contact c where staff_id = $1
       union all select detail::text from audit_entry where object_id = $1 and action = 'set-staff-contact'`,
      [clerkId],
    )
    expect(rows).toHaveLength(2)
    for (const { kept } of rows) {
      expect(kept).not.toContain('jingban@')
      expect(kept).not.toContain('13800001111')
    }
  })

  it('is set by the system administrator of the agency or one above, and of nobody else', async () => {
    const { agencyId, clerkId, runtime } = office
    const which = { agencyId, staffId: clerkId, mail: 'a@example.gov.cn', mobile: null }
    await expect(setStaffContact(head('2024-06-03'), which)).rejects.toThrow(Forbidden)
    const beside = await anAgency(runtime)
    await expect(
      setStaffContact(runtime.as({ agencyId: beside, roles: ['system-admin'] }), which),
    ).rejects.toThrow(NotFound)
    expect((await myContact(clerk('2024-06-03'))).mail).toBeNull()
  })

  it('keeps what the person chose when the administrator changes an address', async () => {
    const { agencyId, clerkId } = office
    const chosen = { byMail: false, bySms: true, leastLevel: 'overdue', quietFrom: 12, quietTo: 14 } as const
    await reachable(clerk('2024-06-03'), { ...chosen, mobile: '13800001111' })
    await setStaffContact(admin('2024-06-03'), {
      agencyId,
      staffId: clerkId,
      mail: 'neu@example.gov.cn',
      mobile: '13800002222',
    })
    expect(await myContact(clerk('2024-06-03'))).toEqual({
      ...chosen,
      mail: 'neu@example.gov.cn',
      mobile: '13800002222',
    })
  })

  it('is refused when it cannot work, and nothing is written', async () => {
    await expect(reachable(clerk('2024-06-03'), { bySms: true })).rejects.toMatchObject({
      fields: { mobile: '选择短信提醒的，请填写手机号码' },
    })
    await expect(reachable(clerk('2024-06-03'), { quietFrom: 20 })).rejects.toThrow(Invalid)
    expect(await myContact(clerk('2024-06-03'))).toEqual(NO_CONTACT)
  })
})

describe('催办 by mail and SMS', () => {
  it('is one message for all that is new, with a number and a link and nothing of the matter', async () => {
    await reachable(clerk('2024-06-03'), { mobile: '13800001111', bySms: true })
    const one = await underReview(office, '2024-06-03')
    const two = await underReview(office, '2024-06-03')
    // Received on 3 June, due on 2 July: on 18 June ten working days are left.
    await remindHandlers(system('2024-06-18'))
    await remindHandlers(system('2024-06-18'))
    await work(noon('2024-06-18'))
    expect(out.map(({ to }) => to)).toEqual(['jingban@example.gov.cn', '13800001111'])
    const { number: first } = [one, two].toSorted((a, b) => (a.requestId < b.requestId ? -1 : 1))[0] ?? one
    expect(out[1]?.body).toBe(
      `编号${first}等2件政府信息公开申请需要办理，请登录管理台查看：https://gk.example.gov.cn/console/requests`,
    )
    expect(out[1]).toMatchObject({ about: { audience: 'staff', number: first } })
    for (const { subject, body } of out)
      for (const hidden of ['欧阳', '环卫', '002X', '1234']) expect(`${subject}${body}`).not.toContain(hidden)
    const record = await newest()
    expect(record).toMatchObject({ staffName: '经办员', occasion: 'handler-reminder', state: 'sent' })
  })

  it('names the case and leads to it when it is one, and tells the head of what is due today', async () => {
    await reachable(clerk('2024-06-03'))
    await reachable(head('2024-06-03'), { mail: 'fuzeren@example.gov.cn' })
    const { requestId, number } = await underReview(office, '2024-06-03')
    await remindHandlers(system('2024-06-18'))
    await work(noon('2024-06-18'))
    expect(out.map(({ to, about }) => [to, about?.link])).toEqual([
      ['jingban@example.gov.cn', `https://gk.example.gov.cn/console/requests/${requestId}`],
    ])
    await remindHandlers(system('2024-07-02'))
    await work(noon('2024-07-02'))
    expect(out.map(({ to }) => to).toSorted()).toEqual([
      'fuzeren@example.gov.cn',
      'jingban@example.gov.cn',
      'jingban@example.gov.cn',
    ])
    for (const { subject } of out) expect(subject).toBe(`编号${number}的政府信息公开申请需要办理`)
  })

  it('follows the choice of the person: not what is less pressing, not by a way not chosen', async () => {
    await reachable(clerk('2024-06-03'), { leastLevel: 'overdue' })
    const { requestId } = await underReview(office, '2024-06-03')
    await remindHandlers(system('2024-06-18'))
    await work(noon('2024-06-18'))
    expect(out).toEqual([])
    const told = await myReminders(clerk('2024-06-18'), { agencyId: office.agencyId })
    expect(told.map((one) => one.requestId)).toEqual([requestId])
    await remindHandlers(system('2024-07-03'))
    await work(noon('2024-07-03'))
    expect(out).toHaveLength(1)
  })

  it('waits for the end of quiet hours, one’s own before the office’s, and goes out then', async () => {
    await reachable(clerk('2024-06-03'), { quietFrom: 12, quietTo: 14 })
    await underReview(office, '2024-06-03')
    await remindHandlers(system('2024-06-18'))
    await work(noon('2024-06-18'))
    expect(out).toEqual([])
    expect(await newest()).toMatchObject({ state: 'waiting', attempts: 0 })
    const { rows } = await office.runtime.owner.query(
      `select start_after from mingfu_jobs.job where name = 'send-notification' order by created_on desc, start_after desc limit 1`,
    )
    expect(rows[0].start_after).toEqual(new Date('2024-06-18T14:00:00+08:00'))
    await work(new Date('2024-06-18T14:00:05+08:00'))
    expect(out).toHaveLength(1)
  })

  it('says in the record why nothing went out, and records nothing of who gave no address', async () => {
    const { agencyId } = office
    const before = await office.count('notification')
    await underReview(office, '2024-06-03')
    await remindHandlers(system('2024-06-18'))
    expect(await office.count('notification')).toBe(before)
    await reachable(clerk('2024-06-03'))
    await remindHandlers(office.runtime.asSystem('all', '2024-06-25'))
    expect(await newest()).toMatchObject({ state: 'not-sent', error: '没有配置电子邮件发送服务' })
    const settings = { agencyId, mail: true, sms: true, signature: '' }
    await saveMessageSettings(head('2024-06-25'), { ...settings, staff: false })
    await remindHandlers(system('2024-06-28'))
    expect(await newest()).toMatchObject({ state: 'not-sent', error: '本机关没有启用对工作人员的提醒' })
    await saveMessageSettings(head('2024-06-25'), { ...settings, staff: true })
  })
})

describe('工作交接', () => {
  it('takes reminders and messages along, and tells who takes over', async () => {
    const { agencyId, clerkId, runtime } = office
    const newcomerId = await aStaffMember(runtime, agencyId, { name: '接手人', roles: ['clerk'] })
    const newcomer = (on: string) =>
      over(runtime.as({ agencyId, roles: ['clerk'], staffId: newcomerId, name: '接手人' }, on))
    await reachable(clerk('2024-06-03'), { quietFrom: 12, quietTo: 14 })
    await reachable(newcomer('2024-06-03'), { mail: 'jieshou@example.gov.cn' })
    const { number, requestId } = await underReview(office, '2024-06-03')
    await remindHandlers(system('2024-06-18'))
    expect(await myReminders(clerk('2024-06-18'), { agencyId })).toHaveLength(1)
    await handOver(head('2024-06-18'), {
      agencyId,
      fromId: clerkId,
      toId: newcomerId,
      reason: '调离',
      preview: false,
    })
    expect(await myReminders(clerk('2024-06-18'), { agencyId })).toEqual([])
    expect((await myReminders(newcomer('2024-06-18'), { agencyId })).map(({ text }) => text)).toEqual([
      '距答复期限2024年7月2日还有10个工作日',
    ])
    await work(new Date('2024-06-18T15:00:00+08:00'))
    expect(out.map(({ to, subject, about }) => [to, subject, about?.link])).toEqual([
      [
        'jieshou@example.gov.cn',
        `编号${number}的政府信息公开申请已经移交您办理`,
        `https://gk.example.gov.cn/console/requests/${requestId}`,
      ],
    ])
    // Told once of a rung is told for both: the newcomer hears of the next one only.
    await remindHandlers(system('2024-06-18'))
    await remindHandlers(system('2024-06-25'))
    await work(noon('2024-06-25'))
    expect(out.map(({ to }) => to)).toEqual(['jieshou@example.gov.cn', 'jieshou@example.gov.cn'])
  })

  it('of one case tells who was given it, unless he took it himself, and its reminders go along', async () => {
    const { agencyId, runtime, clerkId } = office
    const otherId = await aStaffMember(runtime, agencyId, { name: '第二经办', roles: ['clerk'] })
    const other = (on: string) =>
      over(runtime.as({ agencyId, roles: ['clerk'], staffId: otherId, name: '第二经办' }, on))
    await reachable(other('2024-06-03'), { mail: 'dier@example.gov.cn' })
    await reachable(clerk('2024-06-03'))
    const { number, on } = await underReview(office, '2024-06-03')
    await remindHandlers(system('2024-06-18'))
    const version = await assignHandler(clerk('2024-06-18'), { ...on, handlerId: otherId })
    expect((await myReminders(other('2024-06-18'), { agencyId })).map((one) => one.number)).toEqual([number])
    await assignHandler(clerk('2024-06-18'), { ...on, version, handlerId: clerkId })
    await work(noon('2024-06-18'))
    expect(out.map(({ to, subject }) => [to, subject])).toEqual([
      ['jingban@example.gov.cn', `编号${number}的政府信息公开申请需要办理`],
      ['dier@example.gov.cn', `编号${number}的政府信息公开申请已经移交您办理`],
    ])
  })

  it('tells the head of cases whose handler can no longer sign in, and writes to him no more', async () => {
    const { agencyId, runtime } = office
    const goneId = await aStaffMember(runtime, agencyId, { name: '离职者', roles: ['clerk'] })
    const gone = over(
      runtime.as({ agencyId, roles: ['clerk'], staffId: goneId, name: '离职者' }, '2024-06-03'),
    )
    await reachable(gone, { mail: 'lizhi@example.gov.cn' })
    await reachable(head('2024-06-03'), { mail: 'fuzeren@example.gov.cn' })
    const { requestId } = await underReview(office, '2024-06-03')
    await runtime.owner.query('update request set handler_id = $1 where request_id = $2', [goneId, requestId])
    await disableStaff(admin('2024-06-17'), { agencyId, staffId: goneId })
    await remindHandlers(system('2024-06-18'))
    await work(noon('2024-06-18'))
    expect(out.map(({ to }) => to)).toContain('fuzeren@example.gov.cn')
    expect(out.map(({ to }) => to)).not.toContain('lizhi@example.gov.cn')
  })
})

describe('督办和整改', () => {
  it('is told to who answers for the organ, and the reply to who issued it', async () => {
    const { runtime } = office
    const aboveId = await anAgency(runtime, { path: '/shang/', slug: 'shang' })
    const belowId = await anAgency(runtime, { path: '/shang/xia/', slug: 'xia' })
    const people = async (
      agencyId: string,
      roles: readonly ('supervisor' | 'office-head' | 'clerk')[],
      name: string,
    ) => {
      const staffId = await aStaffMember(runtime, agencyId, { name, roles: [...roles] })
      const ctx = over(runtime.as({ agencyId, roles, staffId, name }, '2024-06-03'))
      await reachable(ctx, { mail: `${name}@example.gov.cn` })
      return ctx
    }
    const supervisor = await people(aboveId, ['supervisor'], 'jiandu')
    const answers = await people(belowId, ['office-head'], 'xiaji')
    await people(belowId, ['clerk'], 'jingban')
    const { orderId, number } = await issueOrder(supervisor, {
      agencyId: aboveId,
      toAgencyId: belowId,
      ground: 'overdue',
      subject: '王某的申请逾期未答复',
      demand: '限期答复王某',
      requestNumber: '',
      replyBy: day('2024-06-20'),
    })
    await work(noon('2024-06-03'))
    expect(out.map(({ to, subject }) => [to, subject])).toEqual([
      ['xiaji@example.gov.cn', `编号${number}的督办需要办理并回复`],
    ])
    expect(JSON.stringify(out)).not.toContain('王某')
    await replyOrder(answers, { agencyId: belowId, orderId, version: 1, reply: '已经答复' })
    await settleOrder(supervisor, {
      agencyId: aboveId,
      orderId,
      version: 2,
      settlement: 'returned',
      remark: '没有附答复书',
    })
    await recordSupervision(supervisor, {
      agencyId: aboveId,
      aboutAgencyId: belowId,
      kind: 'inspection',
      heldOn: day('2024-06-03'),
      title: '半年检查',
      findings: '目录不全',
      score: null,
      rectifyBy: day('2024-07-03'),
      rectifiedOn: null,
    })
    await work(noon('2024-06-03'))
    expect(out.slice(1).map(({ to, subject }) => [to, subject])).toEqual([
      ['jiandu@example.gov.cn', `编号${number}的督办已经回复，请审核`],
      ['xiaji@example.gov.cn', `编号${number}的督办回复被退回，需要重新回复`],
      ['xiaji@example.gov.cn', '有1件整改要求需要办理'],
    ])
    expect(await newest(belowId)).toMatchObject({ occasion: 'rectification', state: 'sent' })
  })
})

describe('督办催办', () => {
  it('reminds the organ three working days before and on the day, and who issued it once it is over', async () => {
    const { runtime } = office
    const aboveId = await anAgency(runtime, { path: '/shang/', slug: 'shang' })
    const belowId = await anAgency(runtime, { path: '/shang/xia/', slug: 'xia' })
    const people = async (agencyId: string, role: 'supervisor' | 'office-head', name: string) => {
      const staffId = await aStaffMember(runtime, agencyId, { name, roles: [role] })
      const ctx = over(runtime.as({ agencyId, roles: [role], staffId, name }, '2024-06-03'))
      await reachable(ctx, { mail: `${name}@example.gov.cn` })
      return ctx
    }
    const supervisor = await people(aboveId, 'supervisor', 'jiandu')
    await people(belowId, 'office-head', 'xiaji')
    await people(belowId, 'office-head', 'fuzhi')
    const { number } = await issueOrder(supervisor, {
      agencyId: aboveId,
      toAgencyId: belowId,
      ground: 'overdue',
      subject: '逾期未答复',
      demand: '限期答复',
      requestNumber: '',
      replyBy: day('2024-06-20'),
    })
    await work(noon('2024-06-03'))
    out = []
    // The 20th is a Thursday; the 15th and 16th are a weekend, the 17th is three working days before.
    const sent = async (on: string) => {
      out = []
      await remindOrders(system(on))
      await remindOrders(system(on))
      await work(noon(on))
      return out.map(({ to, subject }) => [to.split('@')[0], subject]).toSorted()
    }
    expect(await sent('2024-06-16')).toEqual([])
    expect(await sent('2024-06-17')).toEqual([
      ['fuzhi', `编号${number}的督办临近回复期限，请办理并回复`],
      ['xiaji', `编号${number}的督办临近回复期限，请办理并回复`],
    ])
    expect(await sent('2024-06-18')).toEqual([])
    expect((await sent('2024-06-20')).map(([to]) => to)).toEqual(['fuzhi', 'xiaji'])
    expect((await sent('2024-06-21')).map(([to]) => to)).toEqual(['fuzhi', 'jiandu', 'xiaji'])
    expect(await sent('2024-06-24')).toEqual([])
  })
})

describe('给自己试发', () => {
  it('needs an address on file, and tells what the carrier said', async () => {
    await expect(sendTestToMyself(clerk('2024-06-03'), { channel: 'mail' })).rejects.toThrow(
      '请先填写并保存邮箱，再试发',
    )
    await reachable(clerk('2024-06-03'))
    expect(await sendTestToMyself(clerk('2024-06-03'), { channel: 'mail' })).toEqual({
      state: 'sent',
      reference: 'mail 1',
      error: null,
    })
    await expect(sendTestToMyself(office.as('clerk', '2024-06-03'), { channel: 'mail' })).rejects.toThrow(
      '没有配置电子邮件发送服务，不能试发',
    )
  })
})
