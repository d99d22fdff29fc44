import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import type { Actor, Context } from '../context.ts'
import { changePassword } from './change-password.ts'
import { createStaff } from './create-staff.ts'
import { disableStaff } from './disable-staff.ts'
import { findSession } from './session.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { signOutElsewhere } from './sign-out-elsewhere.ts'

let runtime: TestRuntime
let agencyId: string
let staff: { staffId: string; password: string; login: string }
let count = 0

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
})
beforeEach(async () => {
  count += 1
  const login = `jingban${count}`
  staff = { login, ...(await createStaff(system(), { agencyId, login, name: '王敏', departmentId: null })) }
})

const system = () => runtime.asSystem('all', '2024-09-30')
const MORNING = new Date('2024-09-30T09:00:00+08:00')
const minutes = (count: number) => new Date(MORNING.getTime() + count * 60_000)

function visitor(at = MORNING): Context {
  return runtime.contextFor({ kind: 'public', ip: '10.1.2.3' }, 'all', at)
}
function tryIn(password: string, at = MORNING, login = staff.login): Promise<string> {
  return signIn(visitor(at), { login, password, userAgent: 'test' })
}
const sessionAt = (token: string, at: Date) => findSession(runtime.db, token, { now: at, ip: '10.1.2.3' })
const signedIn = (actor: Actor) => runtime.contextFor(actor, agencyId, MORNING)

async function actorOf(token: string): Promise<Actor> {
  const session = await sessionAt(token, MORNING)
  if (session === undefined) throw new Error('no session')
  return session.actor
}

async function trail(): Promise<unknown[]> {
  const { rows } = await runtime.owner.query(
    `select action, actor, ip from audit_entry where object_id = $1 order by seq`,
    [staff.staffId],
  )
  return rows
}

describe('登录', () => {
  it('opens a session that knows who it is, and tells the audit trail who and from where', async () => {
    const token = await tryIn(staff.password)
    expect(await sessionAt(token, MORNING)).toEqual({
      actor: {
        kind: 'staff',
        staffId: staff.staffId,
        name: '王敏',
        agencyId,
        departmentId: null,
        roles: [],
        ip: '10.1.2.3',
      },
      login: staff.login,
      mustChangePassword: true,
      codeNeeded: false,
      secondFactorOn: false,
      byProvider: null,
      passwordChangedAt: null,
    })
    expect(await trail()).toEqual([
      { action: 'create-staff', actor: '系统', ip: null },
      { action: 'sign-in', actor: '王敏', ip: '10.1.2.3' },
    ])
  })

  it('stores a digest of the token, never the token', async () => {
    const token = await tryIn(staff.password)
    const { rows } = await runtime.owner.query(
      'select token_hash::text from staff_session where staff_id = $1',
      [staff.staffId],
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'))
  })

  it('answers an unknown login, a wrong password and a disabled account alike', async () => {
    const sentence = '登录名或者密码不正确'
    await expect(tryIn('wrong-password-1')).rejects.toThrow(sentence)
    await expect(tryIn(staff.password, MORNING, 'nobody')).rejects.toThrow(sentence)
    await disableStaff(system(), { agencyId, staffId: staff.staffId })
    await expect(tryIn(staff.password)).rejects.toThrow(sentence)
  })

  it('locks the account for a quarter of an hour after five failures, the right password included', async () => {
    for (let failure = 0; failure < 5; failure += 1) {
      await expect(tryIn('wrong-password-1')).rejects.toThrow('登录名或者密码不正确')
    }
    await expect(tryIn(staff.password, minutes(14))).rejects.toThrow('账户暂时锁定，请15分钟后再试')
    await expect(tryIn(staff.password, minutes(16))).resolves.toBeTypeOf('string')
    expect((await trail()).slice(-3)).toEqual([
      { action: 'account-locked', actor: '未登录', ip: '10.1.2.3' },
      { action: 'sign-in-while-locked', actor: '未登录', ip: '10.1.2.3' },
      { action: 'sign-in', actor: '王敏', ip: '10.1.2.3' },
    ])
  })

  it('counts failures that come at once one by one', async () => {
    await Promise.allSettled(Array.from({ length: 5 }, () => tryIn('wrong-password-1')))
    await expect(tryIn(staff.password)).rejects.toThrow('账户暂时锁定')
  })

  it('keeps the five newest sessions of an account', async () => {
    const tokens: string[] = []
    for (let number = 0; number < 6; number += 1) tokens.push(await tryIn(staff.password, minutes(number)))
    const alive = await Promise.all(tokens.map((token) => sessionAt(token, minutes(6))))
    expect(alive.map((session) => session !== undefined)).toEqual([false, true, true, true, true, true])
  })
})

describe('会话', () => {
  it('ends half an hour after the last call, and twelve hours after the sign-in however busy', async () => {
    const token = await tryIn(staff.password)
    expect(await sessionAt(token, minutes(31))).toBeUndefined()
    for (let call = 1; call <= 24; call += 1) {
      expect(await sessionAt(token, minutes(call * 29))).toBeDefined()
    }
    expect(await sessionAt(token, minutes(12 * 60 - 1))).toBeDefined()
    expect(await sessionAt(token, minutes(12 * 60 + 1))).toBeUndefined()
  })

  it('ends with the sign-out, with the account, and with a token that nobody gave', async () => {
    const first = await tryIn(staff.password)
    await signOut(signedIn(await actorOf(first)), first)
    expect(await sessionAt(first, MORNING)).toBeUndefined()
    const second = await tryIn(staff.password)
    await disableStaff(system(), { agencyId, staffId: staff.staffId })
    expect(await sessionAt(second, MORNING)).toBeUndefined()
    expect(await sessionAt('guessed', MORNING)).toBeUndefined()
  })

  it('goes on alone when all others are ended', async () => {
    const [here, there] = [await tryIn(staff.password), await tryIn(staff.password)]
    expect(await signOutElsewhere(signedIn(await actorOf(here)), { token: here })).toBe(1)
    expect(await sessionAt(here, MORNING)).toBeDefined()
    expect(await sessionAt(there, MORNING)).toBeUndefined()
  })
})

describe('修改密码', () => {
  it('ends the other sessions and the duty to change; the old password opens nothing any more', async () => {
    const [here, there] = [await tryIn(staff.password), await tryIn(staff.password)]
    const ctx = signedIn(await actorOf(here))
    await changePassword(ctx, { current: staff.password, next: 'qingfeng-2024', token: here })
    expect((await sessionAt(here, MORNING))?.mustChangePassword).toBe(false)
    expect(await sessionAt(there, MORNING)).toBeUndefined()
    await expect(tryIn(staff.password)).rejects.toThrow('登录名或者密码不正确')
    await expect(tryIn('qingfeng-2024')).resolves.toBeTypeOf('string')
  })

  // biome-ignore format: a table
  const REFUSED = [
    ['a wrong current password', 'wrong', () => 'qingfeng-2024', { current: '现在的密码不正确' }],
    ['a short one', null, () => 'qing-2024', { next: '新密码不少于10个字符' }],
    ['one without a digit', null, () => 'qingfeng-shanfang', { next: '新密码应当同时包含字母和数字' }],
    ['one that names the login', null, (login: string) => `${login.toUpperCase()}-2024`, { next: '新密码不能包含登录名' }],
  ] as const
  it.each(REFUSED)('refuses %s and changes nothing', async (_case, current, next, fields) => {
    const token = await tryIn(staff.password)
    const ctx = signedIn(await actorOf(token))
    const input = { current: current ?? staff.password, next: next(staff.login), token }
    await expect(changePassword(ctx, input)).rejects.toMatchObject({ fields })
    await expect(tryIn(staff.password)).resolves.toBeTypeOf('string')
  })

  it('lets one of two changes at once through', async () => {
    const token = await tryIn(staff.password)
    const ctx = signedIn(await actorOf(token))
    const both = await Promise.allSettled([
      changePassword(ctx, { current: staff.password, next: 'qingfeng-2024', token }),
      changePassword(ctx, { current: staff.password, next: 'mingyue-2024', token }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
