import { beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import type { Role } from '../allow.ts'
import { assignRoles } from './assign-roles.ts'
import { closeDepartment } from './close-department.ts'
import { createDepartment } from './create-department.ts'
import { createStaff } from './create-staff.ts'
import { disableStaff } from './disable-staff.ts'
import { enableStaff } from './enable-staff.ts'
import { listStaff } from './list-staff.ts'
import { resetPassword } from './reset-password.ts'
import { signIn } from './sign-in.ts'
import { updateStaff } from './update-staff.ts'

let runtime: TestRuntime
let agencyId: string
let below: string
let elsewhere: string

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'yahe', path: '/yahe/' })
  below = await anAgency(runtime, { slug: 'yahe-huangludian', path: '/yahe/yahe-huangludian/' })
  elsewhere = await anAgency(runtime, { slug: 'yaheshan', path: '/yaheshan/' })
})

const as = (role: Role, staffId?: string) =>
  runtime.as({ agencyId, roles: [role], ...(staffId ? { staffId } : {}) }, '2024-09-30')
const person = (login: string) => ({ agencyId, login, name: '王敏', departmentId: null })
const FORBIDDEN = '您没有办理这一事项的权限'

async function countStaff(): Promise<number> {
  const { rows } = await runtime.owner.query('select count(*)::int as n from staff')
  return rows[0].n
}

describe('增加工作人员', () => {
  it('answers a first password that opens the account, which has no role yet', async () => {
    const { staffId, password } = await createStaff(as('system-admin'), person('first'))
    const visitor = runtime.contextFor({ kind: 'public', ip: null }, 'all')
    await expect(signIn(visitor, { login: 'first', password, userAgent: null })).resolves.toBeTypeOf('string')
    const staff = await listStaff(as('security-admin'), { agencyId })
    expect(staff.find((each) => each.staffId === staffId)).toMatchObject({
      login: 'first',
      roles: [],
      disabled: false,
      locked: false,
    })
  })

  it.each(['clerk', 'security-admin', 'audit-admin'] as const)(
    'is refused to %s, and nothing is written',
    async (role) => {
      const before = await countStaff()
      await expect(createStaff(as(role), person(`by-${role}`))).rejects.toThrow(FORBIDDEN)
      expect(await countStaff()).toBe(before)
    },
  )

  it('does not let the system administrator hand out roles', async () => {
    const before = await countStaff()
    await expect(createStaff(as('system-admin'), { ...person('clerk1'), roles: ['clerk'] })).rejects.toThrow(
      FORBIDDEN,
    )
    expect(await countStaff()).toBe(before)
  })

  it('gives a login to one of two at once, and tells the other on the field', async () => {
    const both = await Promise.allSettled([
      createStaff(as('system-admin'), person('twice')),
      createStaff(as('system-admin'), person('twice')),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { fields: { login: '这个登录名已经有人使用，请换一个' } },
    })
  })

  it('reaches agencies below, and no other', async () => {
    await expect(
      createStaff(as('system-admin'), { ...person('below'), agencyId: below }),
    ).resolves.toBeDefined()
    await expect(createStaff(as('system-admin'), { ...person('else'), agencyId: elsewhere })).rejects.toThrow(
      '没有找到这个机关',
    )
    await expect(listStaff(as('system-admin'), { agencyId: elsewhere })).rejects.toThrow('没有找到这个机关')
  })
})

describe('授予角色', () => {
  it('is for the security administrator, and on the audit trail with before and after', async () => {
    const { staffId } = await createStaff(as('system-admin'), person('roles'))
    await assignRoles(as('security-admin'), { agencyId, staffId, roles: ['clerk', 'reviewer'] })
    const staff = await listStaff(as('system-admin'), { agencyId })
    expect(staff.find((each) => each.staffId === staffId)?.roles).toEqual(['clerk', 'reviewer'])
    const { rows } = await runtime.owner.query(
      `select detail from audit_entry where object_id = $1 and action = 'assign-roles'`,
      [staffId],
    )
    expect(rows).toEqual([{ detail: { before: [], after: ['clerk', 'reviewer'] } }])
    await expect(assignRoles(as('system-admin'), { agencyId, staffId, roles: [] })).rejects.toThrow(FORBIDDEN)
  })

  it.each([
    [['system-admin', 'security-admin']],
    [['audit-admin', 'clerk']],
    [['security-admin', 'office-head']],
  ] as const)('keeps the three administrators apart: %s', async (roles) => {
    const { staffId } = await createStaff(as('system-admin'), person(`apart-${roles.join('-')}`))
    await expect(assignRoles(as('security-admin'), { agencyId, staffId, roles })).rejects.toMatchObject({
      fields: { roles: '系统管理员、安全管理员、审计管理员应当分设，不能与其他角色兼任' },
    })
  })

  it('is never for oneself', async () => {
    const { staffId } = await createStaff(as('system-admin'), person('self'))
    await expect(
      assignRoles(as('security-admin', staffId), { agencyId, staffId, roles: ['clerk'] }),
    ).rejects.toThrow('不能修改自己的角色')
  })
})

describe('停用和恢复', () => {
  it('ends the sign-in and gives it back; neither happens twice', async () => {
    const { staffId } = await createStaff(as('system-admin'), person('leaving'))
    const one = { agencyId, staffId }
    await disableStaff(as('system-admin'), one)
    await expect(disableStaff(as('system-admin'), one)).rejects.toThrow('没有找到这位在用的工作人员')
    await enableStaff(as('system-admin'), one)
    await expect(enableStaff(as('system-admin'), one)).rejects.toThrow('没有找到这位停用的工作人员')
    await expect(disableStaff(as('clerk'), one)).rejects.toThrow(FORBIDDEN)
    await expect(disableStaff(as('system-admin', staffId), one)).rejects.toThrow('不能停用自己的账户')
  })

  it('finds nobody of another agency under our own name', async () => {
    const { staffId } = await createStaff(runtime.asSystem('all'), {
      ...person('foreign'),
      agencyId: elsewhere,
    })
    await expect(disableStaff(as('system-admin'), { agencyId, staffId })).rejects.toThrow('没有找到')
    await expect(resetPassword(as('system-admin'), { agencyId, staffId })).rejects.toThrow('没有找到')
  })
})

describe('重置密码', () => {
  it('makes another first password and ends what the old one opened', async () => {
    const { staffId, password } = await createStaff(as('system-admin'), person('forgot'))
    const visitor = runtime.contextFor({ kind: 'public', ip: null }, 'all')
    const enter = (secret: string) => signIn(visitor, { login: 'forgot', password: secret, userAgent: null })
    await enter(password)
    const next = await resetPassword(as('system-admin'), { agencyId, staffId })
    await expect(enter(password)).rejects.toThrow('登录名或者密码不正确')
    const { rows } = await runtime.owner.query(
      'select count(*)::int as n from staff_session where staff_id = $1',
      [staffId],
    )
    expect(rows).toEqual([{ n: 0 }])
    await expect(enter(next)).resolves.toBeTypeOf('string')
    await expect(resetPassword(as('security-admin'), { agencyId, staffId })).rejects.toThrow(FORBIDDEN)
  })
})

describe('工作人员的内设机构', () => {
  it('is one of the agency that is not closed, and cannot be closed under them', async () => {
    const admin = as('system-admin')
    const departmentId = await createDepartment(admin, {
      agencyId,
      name: '党政办公室',
      contactName: null,
      contactPhone: null,
    })
    const { staffId } = await createStaff(admin, { ...person('placed'), departmentId })
    await expect(closeDepartment(admin, { agencyId, departmentId })).rejects.toThrow(
      '还有工作人员（如王敏）属于这个内设机构，请先调整到其他内设机构',
    )
    await updateStaff(admin, { agencyId, staffId, name: '王敏', departmentId: null })
    await closeDepartment(admin, { agencyId, departmentId })
    await expect(updateStaff(admin, { agencyId, staffId, name: '王敏', departmentId })).rejects.toMatchObject(
      { fields: { departmentId: '请从本机关现有的内设机构中选择' } },
    )
  })
})
