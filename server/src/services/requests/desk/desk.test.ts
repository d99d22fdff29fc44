import { beforeAll, describe, expect, it } from 'vitest'
import { aStaffMember } from '../../../testing/factories.ts'
import { countQueue } from '../count-queue.ts'
import { getRequest } from '../get-request.ts'
import { listRequests } from '../list-requests.ts'
import { DEFAULT_OFFICE_RULES } from '../office-rules/office-rules.ts'
import { saveOfficeRules } from '../office-rules/save-office-rules.ts'
import { callForRecords } from '../record-call/call-for-records.ts'
import { myReminders, putRemindersAside } from '../reminders/my-reminders.ts'
import { remindHandlers } from '../reminders/remind-handlers.ts'
import { anOffice, day, type Office, underReview } from '../testing/office.ts'
import { cancelAbsence, listAbsences, recordAbsence } from './absences.ts'
import { bulkAct } from './bulk/bulk-act.ts'
import { handOver } from './hand-over.ts'
import { deleteQueueView, listQueueViews, saveQueueView } from './queue-views.ts'

let office: Office
let otherId: string
beforeAll(async () => {
  office = await anOffice()
  otherId = await aStaffMember(office.runtime, office.agencyId, { name: '第二经办', roles: ['clerk'] })
})
const head = (on: string) => office.as('office-head', on)
const clerk = (on: string) => office.as('clerk', on)
const other = (on: string) =>
  office.runtime.as({ agencyId: office.agencyId, roles: ['clerk'], staffId: otherId, name: '第二经办' }, on)
const system = (on: string) => office.runtime.asSystem('all', on)

describe('保存的筛选', () => {
  it('are a person’s own; one name stands for one filter', async () => {
    const { agencyId } = office
    await saveQueueView(clerk('2024-06-03'), { agencyId, name: '邮寄的', filter: { channel: 'post-signed' } })
    await saveQueueView(clerk('2024-06-03'), {
      agencyId,
      name: '邮寄的',
      filter: { channel: 'post-ordinary' },
    })
    const mine = await listQueueViews(clerk('2024-06-03'), { agencyId })
    expect(mine.map(({ name, filter }) => [name, filter])).toEqual([['邮寄的', { channel: 'post-ordinary' }]])
    expect(await listQueueViews(other('2024-06-03'), { agencyId })).toEqual([])
    await deleteQueueView(other('2024-06-03'), { agencyId, viewId: mine[0]?.viewId ?? '' })
    expect(await listQueueViews(clerk('2024-06-03'), { agencyId })).toHaveLength(1)
  })

  it('narrow by channel, class and day of receipt', async () => {
    const { on } = await underReview(office, '2024-05-06')
    const { agencyId } = on
    const list = (narrow: object) =>
      listRequests(clerk('2024-05-07'), { agencyId, group: 'open', limit: 50, ...narrow })
    const ids = async (narrow: object) => (await list(narrow)).lines.map(({ requestId }) => requestId)
    expect(await ids({ channel: 'online', from: '2024-05-06', to: '2024-05-06' })).toEqual([on.requestId])
    expect(await ids({ channel: 'fax' })).toEqual([])
    expect(await ids({ applicantClass: 'other-org' })).toEqual([])
  })
})

describe('休假和代理', () => {
  it('lets the deputy see the cases and get the reminders, until it is cancelled', async () => {
    const { agencyId } = office
    const { on } = await underReview(office, '2024-06-03')
    const before = (await countQueue(other('2024-06-17'), { agencyId })).mine
    const absence = {
      agencyId,
      staffId: office.clerkId,
      deputyId: otherId,
      fromOn: day('2024-06-17'),
      toOn: day('2024-06-21'),
    }
    await expect(recordAbsence(other('2024-06-17'), absence)).rejects.toThrow('只能登记自己的')
    await recordAbsence(clerk('2024-06-17'), absence)
    await expect(recordAbsence(clerk('2024-06-17'), absence)).rejects.toThrow('已经登记过')
    expect((await countQueue(other('2024-06-17'), { agencyId })).mine).toBeGreaterThan(before)
    const mine = await listRequests(other('2024-06-17'), {
      agencyId,
      group: 'open',
      handlerId: otherId,
      limit: 50,
    })
    expect(mine.lines.map(({ requestId }) => requestId)).toContain(on.requestId)
    // Received on 3 June, due on 2 July: on 18 June ten working days are left.
    await remindHandlers(system('2024-06-18'))
    const told = await myReminders(other('2024-06-18'), { agencyId })
    expect(told.filter(({ requestId }) => requestId === on.requestId).map(({ text }) => text)).toEqual([
      '距答复期限2024年7月2日还有10个工作日',
    ])
    expect(await myReminders(clerk('2024-06-18'), { agencyId })).toEqual([])
    const [known] = await listAbsences(clerk('2024-06-18'), { agencyId })
    await cancelAbsence(clerk('2024-06-18'), { agencyId, absenceId: known?.absenceId ?? '' })
    expect(await listAbsences(clerk('2024-06-18'), { agencyId })).toEqual([])
  })
})

describe('催办提醒', () => {
  it('climbs the ladder once a rung, keeps quiet hours, and asks after units that do not answer', async () => {
    const { agencyId } = office
    const rules = { ...DEFAULT_OFFICE_RULES, remindAt: [5, 0], quietFrom: 11, quietTo: 14 }
    await saveOfficeRules(head('2024-09-02'), { agencyId, rules, reason: '试' })
    const { on } = await underReview(office, '2024-09-02')
    await callForRecords(clerk('2024-09-03'), {
      ...on,
      on: day('2024-09-03'),
      unit: '档案室',
      information: '中标通知书',
      places: ['档案柜'],
      keywords: ['中标'],
      respondBy: day('2024-09-10'),
    })
    const of = async (who: ReturnType<typeof clerk>) =>
      (await myReminders(who, { agencyId })).filter(({ requestId }) => requestId === on.requestId)
    // The context of a test is at noon, which is quiet.
    await remindHandlers(system('2024-09-23'))
    expect(await of(clerk('2024-09-23'))).toEqual([])
    await saveOfficeRules(head('2024-09-23'), {
      agencyId,
      rules: { ...rules, quietFrom: 20, quietTo: 8 },
      reason: '试',
    })
    await remindHandlers(system('2024-09-23'))
    await remindHandlers(system('2024-09-23'))
    // Due on 30 September: 24, 25, 26, 27, 29 (worked) and 30 are six, so only the unit is asked after on the 23rd.
    expect((await of(clerk('2024-09-23'))).map(({ text }) => text)).toEqual([
      '档案室没有在2024-09-10前答复协办函，请催办',
    ])
    await remindHandlers(system('2024-09-24'))
    expect(await of(clerk('2024-09-24'))).toHaveLength(2)
    await remindHandlers(system('2024-09-30'))
    const due = await of(head('2024-09-30'))
    expect(due.map(({ text }) => text)).toEqual(['答复期限今日届满，请在今日内送出答复'])
    await putRemindersAside(clerk('2024-09-30'), {
      agencyId,
      reminderIds: (await of(clerk('2024-09-30'))).map(({ reminderId }) => reminderId),
    })
    expect(await of(clerk('2024-09-30'))).toEqual([])
  })
})

describe('交接和批量办理', () => {
  it('shows what would move before anything does, and moves all of it', async () => {
    const { agencyId } = office
    const { on } = await underReview(office, '2024-06-03')
    const input = { agencyId, fromId: office.clerkId, toId: otherId, reason: '岗位调整' }
    await expect(handOver(clerk('2024-06-04'), { ...input, preview: true })).rejects.toThrow('权限')
    const shown = await handOver(head('2024-06-04'), { ...input, preview: true })
    expect((await getRequest(clerk('2024-06-04'), on)).request.handlerId).toBe(office.clerkId)
    const moved = await handOver(head('2024-06-04'), { ...input, preview: false })
    expect(moved).toEqual(shown)
    const file = await getRequest(clerk('2024-06-04'), on)
    expect(file.request.handlerId).toBe(otherId)
    expect(file.notes.at(-1)?.body).toBe('工作交接：经办人改为第二经办（岗位调整）')
  })

  it('answers for each case by itself: one that is refused holds up no other', async () => {
    const { agencyId } = office
    const one = await underReview(office, '2024-06-03')
    const two = await underReview(office, '2024-06-03')
    const targets = [
      { requestId: one.requestId, version: one.on.version },
      { requestId: two.requestId, version: 1 },
    ]
    const assign = { agencyId, targets, act: { kind: 'assign', handlerId: otherId } as const }
    const preview = await bulkAct(clerk('2024-06-04'), { ...assign, preview: true })
    expect(preview.map(({ refusal }) => refusal === null)).toEqual([true, false])
    expect((await getRequest(clerk('2024-06-04'), one.on)).request.handlerId).toBe(office.clerkId)
    await bulkAct(clerk('2024-06-04'), { ...assign, preview: false })
    expect((await getRequest(clerk('2024-06-04'), one.on)).request.handlerId).toBe(otherId)
    expect((await getRequest(clerk('2024-06-04'), two.on)).request.handlerId).toBe(office.clerkId)
    const close = {
      agencyId,
      targets: [{ ...targets[0], version: 3 }] as typeof targets,
      act: { kind: 'close' } as const,
    }
    const [line] = await bulkAct(clerk('2024-06-04'), { ...close, preview: true })
    expect(line?.refusal).toContain('不能“办结归档”')
  })
})
