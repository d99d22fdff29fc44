import { beforeEach, describe, expect, it } from 'vitest'
import { Forbidden } from '../../errors.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import type { Role } from '../allow.ts'
import { createStaff } from './create-staff.ts'
import { disableUnusedStaff } from './disable-unused-staff.ts'
import { enableStaff } from './enable-staff.ts'
import { listStaff } from './list-staff.ts'
import { findSession } from './session.ts'
import { signIn } from './sign-in.ts'

let runtime: TestRuntime
let agencyId: string
beforeEach(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { path: '/shi/', slug: 'shi' })
})

const system = (on: string) => runtime.asSystem('all', on)
const atNoon = (on: string) => new Date(`${on}T12:00:00+08:00`)

async function account(login: string, madeOn: string, roles: readonly Role[] = ['clerk'], of = agencyId) {
  const made = await createStaff(system(madeOn), {
    agencyId: of,
    login,
    name: login,
    departmentId: null,
    roles,
    mayKeepPassword: true,
  })
  await runtime.owner.query('update staff set created_at = $1 where staff_id = $2', [
    atNoon(madeOn),
    made.staffId,
  ])
  return { login, ...made }
}
const enter = (who: { login: string; password: string }, on: string) =>
  signIn(runtime.contextFor({ kind: 'public', ip: null }, 'all', atNoon(on)), { ...who, userAgent: null })

async function inUse(of = agencyId) {
  const staff = await listStaff(system('2024-06-30'), { agencyId: of })
  return staff.flatMap(({ login, disabled }) => (disabled ? [] : login))
}

describe('久不使用的账户', () => {
  it('is disabled once 90 days are over since the last sign-in, and not before', async () => {
    const used = await account('changyong', '2023-01-01')
    const unused = await account('jiubuyong', '2023-01-01')
    await enter(used, '2024-03-02')
    await enter(unused, '2024-03-01')
    // From noon of 1 March, 90 days are over at noon of 30 May.
    expect(await disableUnusedStaff(system('2024-05-30'))).toBe(0)
    const token = await enter(used, '2024-05-01')
    expect(await disableUnusedStaff(system('2024-05-31'))).toBe(1)
    expect(await inUse()).toEqual(['changyong'])
    expect(await findSession(runtime.db, token, { now: atNoon('2024-05-01'), ip: null })).toBeDefined()
    await expect(enter(unused, '2024-06-01')).rejects.toThrow('登录名或者密码不正确')
    const { rows } = await runtime.owner.query(
      `select actor, object_id, detail from audit_entry where action = 'disable-unused-staff'`,
    )
    expect(rows).toEqual([
      { actor: '系统', object_id: unused.staffId, detail: { login: 'jiubuyong', unusedAfterDays: 90 } },
    ])
    const listed = await listStaff(system('2024-06-01'), { agencyId })
    expect(listed.map(({ login, unused }) => [login, unused])).toEqual([
      ['changyong', false],
      ['jiubuyong', true],
    ])
    expect(await disableUnusedStaff(system('2024-05-31'))).toBe(0)
  })

  it('is counted from the making of an account never used, and anew when it is enabled again', async () => {
    const { staffId } = await account('xinlai', '2024-01-01')
    expect(await disableUnusedStaff(system('2024-03-31'))).toBe(0)
    expect(await disableUnusedStaff(system('2024-04-01'))).toBe(1)
    await enableStaff(system('2024-04-02'), { agencyId, staffId })
    expect(await disableUnusedStaff(system('2024-06-30'))).toBe(0)
    expect(await disableUnusedStaff(system('2024-07-02'))).toBe(1)
  })

  it('leaves the last system administrator who could let others in again', async () => {
    await account('xitong-b', '2023-01-01', ['system-admin'])
    await account('xitong-a', '2023-01-01', ['system-admin'])
    await account('anquan', '2023-01-01', ['security-admin'])
    const below = await anAgency(runtime, { path: '/shi/qu/', slug: 'qu' })
    await account('qu-xitong', '2023-01-01', ['system-admin'], below)
    expect(await disableUnusedStaff(system('2024-06-30'))).toBe(3)
    expect([await inUse(), await inUse(below)]).toEqual([['xitong-a'], []])
  })

  it('is not looked for where the operator has another way, nor by anybody but the program', async () => {
    await account('jiubuyong', '2023-01-01')
    const ctx = system('2024-06-30')
    expect(await disableUnusedStaff({ ...ctx, signIn: { ...ctx.signIn, unusedAfterDays: null } })).toBe(0)
    await expect(
      disableUnusedStaff(runtime.as({ agencyId, roles: ['security-admin'] }, '2024-06-30')),
    ).rejects.toThrow(Forbidden)
    expect(await inUse()).toEqual(['jiubuyong'])
  })
})
