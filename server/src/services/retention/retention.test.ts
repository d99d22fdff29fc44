import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../db/new-id.ts'
import { Forbidden } from '../../errors.ts'
import { aStaffMember } from '../../testing/factories.ts'
import { disableStaff } from '../agencies/disable-staff.ts'
import { setStaffContact } from '../agencies/staff-contact/set-staff-contact.ts'
import type { Context } from '../context.ts'
import { leaveFeedback } from '../feedback/leave-feedback.ts'
import { resendNotification } from '../notifications/resend-notification.ts'
import { sendTestMessage } from '../notifications/send-test-message.ts'
import { remindHandlers } from '../requests/reminders/remind-handlers.ts'
import { anOffice, type Office, underReview } from '../requests/testing/office.ts'
import { applyRetention } from './apply-retention.ts'
import { showRetention } from './show-retention.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})

const system = (on: string) => office.runtime.asSystem('all', on)
const admin = (on: string) => office.runtime.as({ agencyId: office.agencyId, roles: ['system-admin'] }, on)
const query = async (text: string, values: unknown[] = []) =>
  (await office.runtime.owner.query(text, values)).rows
const dueOf = async (key: string, on: string) =>
  (await showRetention(admin(on), { agencyId: office.agencyId })).lines.find((line) => line.key === key)?.due
const failing = { mail: { send: () => Promise.reject(new Error('down')) }, sms: null }
const withMail = (ctx: Context): Context => ({ ...ctx, messengers: failing })

describe('到期清除', () => {
  it('erases the address of a message after 190 days, keeps its record, and says so when it is sent anew', async () => {
    const { agencyId } = office
    const head = withMail(office.as('office-head', '2024-01-10'))
    await sendTestMessage(head, { agencyId, channel: 'mail', to: 'guanli@example.com' })
    // 190 days after noon of 10 January are over at noon of 18 July.
    expect(await dueOf('notification-addresses', '2024-07-18')).toBe(0)
    expect(await dueOf('notification-addresses', '2024-07-19')).toBe(1)
    await applyRetention(system('2024-07-18'))
    expect(await query('select length(to_sealed) > 0 as kept from notification')).toEqual([{ kept: true }])
    await applyRetention(system('2024-07-19'))
    expect(await query('select length(to_sealed) as n, to_masked from notification')).toEqual([
      { n: 0, to_masked: 'g***@example.com' },
    ])
    const [{ notification_id: notificationId } = {}] = await query('select notification_id from notification')
    await expect(
      resendNotification(withMail(office.as('office-head', '2024-07-20')), { agencyId, notificationId }),
    ).rejects.toThrow('收件地址已经按保存期限清除')
  })

  it('erases the contact of who wrote in a year after the answer, and keeps letter and answer', async () => {
    const { agencyId } = office
    await leaveFeedback(office.visitor('2023-01-10'), {
      agencyId,
      formKey: newId(),
      kind: 'question',
      title: '办事时间',
      text: '请问周末可以办理吗',
      contact: '13800001234',
      pagePath: '',
    })
    const contacts = () => query('select contact_sealed is not null as kept from feedback')
    await applyRetention(system('2024-01-20'))
    expect(await contacts()).toEqual([{ kept: true }])
    await query(
      `update feedback set state = 'answered', answer = '可以', answered_at = '2023-01-12T12:00:00+08:00'`,
    )
    await applyRetention(system('2024-01-12'))
    expect(await contacts()).toEqual([{ kept: true }])
    await applyRetention(system('2024-01-13'))
    expect(await contacts()).toEqual([{ kept: false }])
    expect(await query('select answer, length(text_sealed) > 0 as letter from feedback')).toEqual([
      { answer: '可以', letter: true },
    ])
  })

  it('forgets where a disabled account was reached, and how it signed in, after 190 days; the account stays', async () => {
    const { agencyId, runtime } = office
    const staffId = await aStaffMember(runtime, agencyId, { name: '离职者', roles: ['clerk'] })
    await setStaffContact(admin('2024-01-10'), { agencyId, staffId, mail: 'a@example.gov.cn', mobile: null })
    await query(
      `insert into staff_second_factor (agency_id, staff_id, secret_sealed, made_at) values ($1, $2, 'sealed', now())`,
      [agencyId, staffId],
    )
    await disableStaff(admin('2024-01-10'), { agencyId, staffId })
    await applyRetention(system('2024-07-18'))
    expect(await query('select staff_id from staff_contact')).toEqual([{ staff_id: staffId }])
    await applyRetention(system('2024-07-19'))
    expect(await query('select staff_id from staff_contact')).toEqual([])
    expect(await query('select staff_id from staff_second_factor')).toEqual([])
    expect(await query('select name from staff where staff_id = $1', [staffId])).toEqual([{ name: '离职者' }])
  })

  it('removes reminders that were put aside a year ago, and no other', async () => {
    const { agencyId } = office
    await underReview(office, '2023-06-05')
    await remindHandlers(system('2023-06-21'))
    await query(`update staff_reminder set read_at = '2023-06-21T12:00:00+08:00'
      where reminder_id = (select min(reminder_id::text)::uuid from staff_reminder)`)
    const before = await office.count('staff_reminder')
    await remindHandlers(system('2023-06-30'))
    const all = await office.count('staff_reminder')
    await applyRetention(system('2024-06-20'))
    expect(await office.count('staff_reminder')).toBe(all)
    await applyRetention(system('2024-06-21'))
    expect([before > 0, await office.count('staff_reminder')]).toEqual([true, all - 1])
    const { runs } = await showRetention(admin('2024-06-22'), { agencyId })
    expect(runs[0]?.removed).toEqual({ reminders: 1 })
  })

  it('takes away uploads that no record names after 30 days, and keeps what one names', async () => {
    const { agencyId, runtime } = office
    const ctx = system('2024-03-01')
    const put = (text: string) => ctx.files.put(Buffer.from(text))
    const [orphan, young, named] = [await put('没有提交'), await put('刚刚上传'), await put('进入案卷')]
    await query(
      `insert into file (agency_id, file_id, name, media_type, size_bytes, sha256, sm3) values ($1, $2, 'a.pdf', 'application/pdf', 1, $3, $4)`,
      [agencyId, newId(), named.sha256, named.sm3],
    )
    const at = (sha256: string, day: string) => {
      const moment = new Date(`${day}T12:00:00+08:00`)
      utimesSync(join(runtime.home, 'files', sha256.slice(0, 2), sha256), moment, moment)
    }
    at(orphan.sha256, '2024-01-30')
    at(named.sha256, '2024-01-30')
    at(young.sha256, '2024-01-31')
    await applyRetention(ctx)
    expect(await ctx.files.find(orphan.sha256)).toBeUndefined()
    expect(await ctx.files.find(young.sha256)).toBeDefined()
    expect(await ctx.files.find(named.sha256)).toBeDefined()
    const { runs } = await showRetention(admin('2024-03-01'), { agencyId })
    expect(runs[0]?.removed).toEqual({ uploads: 1 })
  })

  it('touches nothing that the schedule keeps', async () => {
    const kept = [
      'request',
      'applicant',
      'request_event',
      'letter',
      'document',
      'feedback',
      'notification',
      'staff',
    ]
    const counts = () => Promise.all(kept.map((table) => office.count(table)))
    const before = await counts()
    const entries = await query(`select seq, hash from audit_entry where agency_id = $1 order by seq`, [
      office.agencyId,
    ])
    await applyRetention(system('2090-01-01'))
    expect(await counts()).toEqual(before)
    const after = await query(`select seq, hash from audit_entry where agency_id = $1 order by seq`, [
      office.agencyId,
    ])
    expect(after.slice(0, entries.length)).toEqual(entries)
  })

  it('is carried out by the program alone, and shown to administrators and the head of the office', async () => {
    await expect(applyRetention(admin('2024-06-22'))).rejects.toThrow(Forbidden)
    const { agencyId } = office
    await expect(showRetention(office.as('clerk', '2024-06-22'), { agencyId })).rejects.toThrow(Forbidden)
    const { lines } = await showRetention(office.as('office-head', '2024-06-22'), { agencyId })
    expect(lines.find(({ key }) => key === 'cases')).toEqual({ key: 'cases', due: null })
  })
})
