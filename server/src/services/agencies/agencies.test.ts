import { beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import type { Role } from '../allow.ts'
import { readContentVersion } from '../content-version.ts'
import { closeDepartment } from './close-department.ts'
import { createAgency } from './create-agency.ts'
import { createDepartment } from './create-department.ts'
import { getAgency } from './find-agency.ts'
import { listAgenciesBelow } from './list-agencies-below.ts'
import { listAuditEntries } from './list-audit-entries.ts'
import { listDepartments } from './list-departments.ts'
import { updateAgency } from './update-agency.ts'
import { updateDepartment } from './update-department.ts'
import { verifyAuditTrail } from './verify-audit-trail.ts'

let runtime: TestRuntime
let agencyId: string

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'yahe', path: '/yahe/', name: '鸭河工区管理委员会' })
})

const as = (role: Role, of = agencyId) => runtime.as({ agencyId: of, roles: [role] }, '2024-09-30')
const TOWNSHIP = {
  name: '皇路店镇人民政府',
  shortName: '皇路店镇',
  orgType: 'township',
  documentWord: '皇政公开',
  reconsiderationOrgan: '鸭河工区管理委员会',
  court: '南阳铁路运输法院',
} as const

describe('机关', () => {
  it('stands below its parent, with its departments in order', async () => {
    const id = await createAgency(as('system-admin'), {
      ...TOWNSHIP,
      parentId: agencyId,
      slug: 'huangludian',
      departments: [{ name: '党政办', contactName: '王敏' }, { name: '财政所' }],
    })
    expect(await getAgency(runtime.db, id)).toMatchObject({
      parentId: agencyId,
      path: '/yahe/huangludian/',
      name: '皇路店镇人民政府',
    })
    expect(
      (await listDepartments(as('clerk'), id)).map(({ name, contactName }) => [name, contactName]),
    ).toEqual([
      ['党政办', '王敏'],
      ['财政所', null],
    ])
    expect((await listAgenciesBelow(as('system-admin'), { agencyId })).map(({ slug }) => slug)).toEqual([
      'yahe',
      'huangludian',
    ])
    expect(
      (await listAgenciesBelow(as('system-admin', id), { agencyId: id })).map(({ slug }) => slug),
    ).toEqual(['huangludian'])
  })

  it('has an address of its own, also when two are made at once', async () => {
    const make = () => createAgency(as('system-admin'), { ...TOWNSHIP, parentId: agencyId, slug: 'same' })
    const both = await Promise.allSettled([make(), make()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { fields: { slug: '这个网址名称已经有机关使用，请换一个' } },
    })
  })

  it('is made by its administrator only, and the first of all by the program only', async () => {
    const { rows: before } = await runtime.owner.query('select count(*) from agency')
    await expect(
      createAgency(as('office-head'), { ...TOWNSHIP, parentId: agencyId, slug: 'no' }),
    ).rejects.toThrow('您没有办理这一事项的权限')
    await expect(
      createAgency(as('system-admin'), { ...TOWNSHIP, parentId: null, slug: 'top' }),
    ).rejects.toThrow('只能在本机关之下设立下级机关')
    const other = await anAgency(runtime)
    await expect(
      createAgency(as('system-admin'), { ...TOWNSHIP, parentId: other, slug: 'raid' }),
    ).rejects.toThrow('没有找到这个机关')
    const { rows: after } = await runtime.owner.query('select count(*) - 1 as count from agency')
    expect(after).toEqual(before)
  })

  it('is changed with effect on the portal, and cannot claim the power to make 规章 that it has not', async () => {
    const before = await readContentVersion(runtime.db)
    await updateAgency(as('system-admin'), {
      ...TOWNSHIP,
      agencyId,
      name: '鸭河工区管理委员会',
      orgType: 'functional_zone',
      siteIdCode: '4113000099',
    })
    expect(await getAgency(runtime.db, agencyId)).toMatchObject({ siteIdCode: '4113000099' })
    expect(await readContentVersion(runtime.db)).toBe(before + 1)
    await expect(
      updateAgency(as('system-admin'), { ...TOWNSHIP, agencyId, canMakeRegulations: true }),
    ).rejects.toMatchObject({
      fields: {
        canMakeRegulations:
          '乡镇、街道和功能区管理机构无权制定规章（《中华人民共和国立法法》第九十三条第三款）',
      },
    })
    const county = { ...TOWNSHIP, agencyId, name: '示例县人民政府', orgType: 'government' } as const
    await expect(
      updateAgency(as('system-admin'), { ...county, regionCode: '990123', canMakeRegulations: true }),
    ).rejects.toThrow('县级人民政府无权制定规章')
    expect((await getAgency(runtime.db, agencyId)).canMakeRegulations).toBe(false)
    const city = { ...county, name: '示例市人民政府', regionCode: '990100' }
    await updateAgency(as('system-admin'), { ...city, canMakeRegulations: true })
    expect((await getAgency(runtime.db, agencyId)).canMakeRegulations).toBe(true)
    await expect(updateAgency(as('clerk'), { ...TOWNSHIP, agencyId })).rejects.toThrow('权限')
  })
})

describe('内设机构', () => {
  const finance = { name: '财政局', contactName: '李国强', contactPhone: '0377-66010012' }

  it('is added at the end, renamed, and closed', async () => {
    const id = await anAgency(runtime)
    const admin = as('system-admin', id)
    const office = await createDepartment(admin, {
      agencyId: id,
      name: '办公室',
      contactName: null,
      contactPhone: null,
    })
    const departmentId = await createDepartment(admin, { agencyId: id, ...finance })
    await updateDepartment(admin, { agencyId: id, departmentId, ...finance, contactName: '张建军' })
    expect(await listDepartments(admin, id)).toEqual([
      { departmentId: office, name: '办公室', contactName: null, contactPhone: null },
      { departmentId, name: '财政局', contactName: '张建军', contactPhone: '0377-66010012' },
    ])
    await closeDepartment(admin, { agencyId: id, departmentId: office })
    expect((await listDepartments(admin, id)).map(({ name }) => name)).toEqual(['财政局'])
  })

  it('bears a name that no other has, also when two are made at once', async () => {
    const id = await anAgency(runtime)
    const make = () => createDepartment(as('system-admin', id), { agencyId: id, ...finance })
    const both = await Promise.allSettled([make(), make()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listDepartments(as('clerk', id), id)).toHaveLength(1)
  })

  it('is for the system administrator, and nothing is written for others', async () => {
    const id = await anAgency(runtime)
    await expect(createDepartment(as('office-head', id), { agencyId: id, ...finance })).rejects.toThrow(
      '权限',
    )
    expect(await listDepartments(as('clerk', id), id)).toEqual([])
  })
})

describe('审计日志', () => {
  it('is read by the audit administrator alone, newest first, by action and by person', async () => {
    const id = await anAgency(runtime)
    const admin = runtime.as({ agencyId: id, roles: ['system-admin'], name: '吴磊' }, '2024-09-30')
    for (const name of ['一科', '二科']) {
      await createDepartment(admin, { agencyId: id, name, contactName: null, contactPhone: null })
    }
    const auditor = as('audit-admin', id)
    const entries = await listAuditEntries(auditor, { agencyId: id })
    expect(entries.map(({ seq, action, actor, detail }) => [seq, action, actor, detail])).toEqual([
      [2, 'create-department', '吴磊', { name: '二科' }],
      [1, 'create-department', '吴磊', { name: '一科' }],
    ])
    expect(await listAuditEntries(auditor, { agencyId: id, before: 2 })).toHaveLength(1)
    expect(await listAuditEntries(auditor, { agencyId: id, action: 'sign-in' })).toEqual([])
    expect(await listAuditEntries(auditor, { agencyId: id, actor: '吴磊' })).toHaveLength(2)
    for (const role of ['system-admin', 'security-admin', 'office-head'] as const) {
      expect(() => listAuditEntries(as(role, id), { agencyId: id })).toThrow('权限')
    }
  })

  it('names an entry that somebody changed behind the program', async () => {
    const id = await anAgency(runtime)
    const admin = as('system-admin', id)
    for (const name of ['一科', '二科', '三科']) {
      await createDepartment(admin, { agencyId: id, name, contactName: null, contactPhone: null })
    }
    const check = () => verifyAuditTrail(as('audit-admin', id), { agencyId: id })
    expect(await check()).toMatchObject({ checked: 3, faults: [] })
    await runtime.owner.query(`update audit_entry set actor = '别人' where agency_id = $1 and seq = 2`, [id])
    expect(await check()).toMatchObject({
      checked: 3,
      faults: [{ agencyId: id, seq: 2, what: 'altered' }],
    })
    await runtime.owner.query('delete from audit_entry where agency_id = $1 and seq = 2', [id])
    expect((await check()).faults).toEqual([
      { agencyId: id, seq: 2, what: 'missing' },
      { agencyId: id, seq: 3, what: 'unlinked' },
    ])
  })
})
