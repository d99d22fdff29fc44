import { parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, Stale } from '../../../errors.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { createDepartment } from '../../agencies/create-department.ts'
import { appointContact } from './appoint-contact.ts'
import { changeContact } from './change-contact.ts'
import { listContacts } from './list-contacts.ts'

const day = parsePlainDate
let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { name: '鸭河工区管理委员会' })
})

const office = (on = '2026-06-15') => runtime.as({ agencyId, roles: ['office-head'] }, on)
const person = { departmentId: null, post: '', phone: '', handover: '', trainedOn: null }

describe('公开联系人', () => {
  it('is missing, appointed, handed over with its history, and trained within the year', async () => {
    expect(await listContacts(office(), { agencyId })).toMatchObject([
      { unit: '鸭河工区管理委员会', faults: ['鸭河工区管理委员会没有在任的公开联系人，请补报'] },
    ])
    const first = { agencyId, ...person, name: '李某', fromOn: day('2025-03-01') }
    await appointContact(office(), { ...first, trainedOn: day('2025-06-15') })
    expect((await listContacts(office('2026-06-15'), { agencyId }))[0]?.faults).toEqual([])
    expect((await listContacts(office('2026-06-16'), { agencyId }))[0]?.faults).toEqual([
      '鸭河工区管理委员会的李某上次培训是2025-06-15，已超过12个月',
    ])
    const second = { agencyId, ...person, name: '王某', fromOn: day('2026-06-10'), handover: '台账、账户' }
    await appointContact(office(), second)
    const [unit] = await listContacts(office(), { agencyId })
    expect(unit?.contacts.map(({ name, from, to, handover }) => [name, from, to, handover])).toEqual([
      ['王某', '2026-06-10', null, ''],
      ['李某', '2025-03-01', '2026-06-09', '台账、账户'],
    ])
    expect(unit?.faults).toEqual(['鸭河工区管理委员会的王某没有受过培训'])
    const current = unit?.contacts[0]
    if (current === undefined) throw new Error('nobody')
    const change = { agencyId, contactId: current.contactId, version: current.version }
    await changeContact(office(), { ...change, trainedOn: day('2026-06-14') })
    await expect(changeContact(office(), { ...change, trainedOn: day('2026-06-14') })).rejects.toThrow(Stale)
    expect((await listContacts(office(), { agencyId }))[0]?.faults).toEqual([])
  })

  it('refuses days to come, a successor before the predecessor, and who may not', async () => {
    const to = { agencyId, ...person, name: '赵某' }
    await expect(appointContact(office(), { ...to, fromOn: day('2026-06-16') })).rejects.toThrow(Invalid)
    await expect(appointContact(office(), { ...to, fromOn: day('2026-06-10') })).rejects.toThrow(
      '应当晚于王某',
    )
    const reviewer = runtime.as({ agencyId, roles: ['reviewer'] }, '2026-06-15')
    await expect(appointContact(reviewer, { ...to, fromOn: day('2026-06-15') })).rejects.toThrow(Forbidden)
  })

  it('is asked of every department where there are departments', async () => {
    const other = await anAgency(runtime)
    const admin = runtime.as({ agencyId: other, roles: ['system-admin'] })
    const name = { agencyId: other, name: '财政局', contactName: null, contactPhone: null }
    await createDepartment(admin, name)
    const clerk = runtime.as({ agencyId: other, roles: ['clerk'] })
    expect((await listContacts(clerk, { agencyId: other })).map(({ unit }) => unit)).toEqual(['财政局'])
  })
})
