import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, NotFound } from '../../../errors.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { codeAt } from '../../../testing/totp-code.ts'
import type { Role } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { createStaff } from '../create-staff.ts'
import { findSession } from '../session.ts'
import { signIn } from '../sign-in.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import { enterCode } from './enter-code.ts'
import { firstOf } from './first-of.ts'
import { mySecondFactor } from './my-second-factor.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { setUpSecondFactor } from './set-up-second-factor.ts'
import { stopSecondFactor } from './stop-second-factor.ts'
import { needsSecondFactor, type SecondFactorPolicy } from './who-needs-it.ts'

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
  const login = `shencha${count}`
  const made = await createStaff(runtime.asSystem('all'), {
    agencyId,
    login,
    name: '周海涛',
    departmentId: null,
    roles: ['reviewer'],
    mayKeepPassword: true,
  })
  staff = { login, ...made }
})

const MORNING = new Date('2024-09-30T09:00:00+08:00')
const seconds = (count: number) => new Date(MORNING.getTime() + count * 1000)
const findAt = (token: string, at: Date) => findSession(runtime.db, token, { now: at, ip: null })

const tryIn = (at: Date, password = staff.password) =>
  signIn(runtime.contextFor({ kind: 'public', ip: '10.1.2.3' }, 'all', at), {
    login: staff.login,
    password,
    userAgent: null,
  })
async function as(token: string, at: Date): Promise<Context> {
  const session = await findAt(token, at)
  if (session === undefined) throw new Error('no session')
  return runtime.contextFor(session.actor, agencyId, at)
}
async function enter(token: string, code: string, at: Date) {
  await enterCode(await as(token, at), { code, token })
}
async function trail() {
  const { rows } = await runtime.owner.query(
    `select action from audit_entry where object_id = $1 and action not in ('create-staff') order by seq`,
    [staff.staffId],
  )
  return rows.map(({ action }) => action)
}
const withPolicy = (ctx: Context, secondFactor: SecondFactorPolicy): Context => ({
  ...ctx,
  signIn: { ...ctx.signIn, secondFactor },
})

/** Signs in, sets a second factor up and confirms it. */
async function setUp(at = MORNING) {
  const token = await tryIn(at)
  const ctx = await as(token, at)
  const { secret, uri } = await setUpSecondFactor(ctx, { password: staff.password })
  const codes = await confirmSecondFactor(ctx, { code: codeAt(secret, at), token })
  return { token, secret, uri, codes }
}

describe('设置动态口令', () => {
  it('takes the password, an app and a first code; then recovery codes are shown once and other sessions end', async () => {
    const elsewhere = await tryIn(MORNING)
    const { token, uri, codes } = await setUp()
    expect(uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/)
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect(await findAt(elsewhere, MORNING)).toBeUndefined()
    expect(await mySecondFactor(await as(token, MORNING))).toEqual({
      offered: true,
      needed: false,
      onSince: MORNING,
      recoveryCodesLeft: 10,
    })
    expect((await trail()).at(-1)).toBe('second-factor-on')
  })

  it('keeps neither the secret nor a recovery code as it is', async () => {
    const { secret, codes } = await setUp()
    const { rows } = await runtime.owner.query(
      `select encode(secret_sealed, 'escape') as kept from staff_second_factor where staff_id = $1
       union all select encode(code_digest, 'escape') from staff_recovery_code where staff_id = $1`,
      [staff.staffId],
    )
    expect(rows).toHaveLength(11)
    const kept = rows.map((row) => row.kept).join(' ')
    expect(kept).not.toContain(secret)
    for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''))
  })

  it('asks for nothing while no code has confirmed it', async () => {
    const token = await tryIn(MORNING)
    const ctx = await as(token, MORNING)
    await setUpSecondFactor(ctx, { password: staff.password })
    await expect(confirmSecondFactor(ctx, { code: '000000', token })).rejects.toThrow('口令不正确')
    expect((await findAt(await tryIn(MORNING), MORNING))?.codeNeeded).toBe(false)
    await expect(setUpSecondFactor(ctx, { password: 'wrong' })).rejects.toMatchObject({
      fields: { password: '密码不正确' },
    })
  })

  it('is not to be had twice, nor where the installation does not use it', async () => {
    const { token } = await setUp()
    const ctx = await as(token, MORNING)
    await expect(setUpSecondFactor(ctx, { password: staff.password })).rejects.toThrow('动态口令已经启用')
    await expect(confirmSecondFactor(ctx, { code: '123456', token })).rejects.toThrow('动态口令已经启用')
    await expect(setUpSecondFactor(withPolicy(ctx, 'off'), { password: staff.password })).rejects.toThrow(
      '本系统没有启用动态口令',
    )
  })
})

describe('用动态口令登录', () => {
  it('opens a session that may do nothing until the code was entered', async () => {
    const { secret } = await setUp()
    const token = await tryIn(seconds(60))
    const half = await findAt(token, seconds(60))
    expect(half?.codeNeeded).toBe(true)
    if (half !== undefined) expect(firstOf(half, runtime.signIn, MORNING)).toBe('code')
    await enter(token, codeAt(secret, seconds(60)), seconds(60))
    expect((await findAt(token, seconds(60)))?.codeNeeded).toBe(false)
    expect(await findAt(token, seconds(25 * 60))).toBeDefined()
    expect((await trail()).slice(-2)).toEqual(['sign-in-awaits-code', 'sign-in'])
  })

  it('waits ten minutes for the code and no longer', async () => {
    await setUp()
    const token = await tryIn(seconds(60))
    expect(await findAt(token, seconds(60 + 9 * 60))).toBeDefined()
    expect(await findAt(token, seconds(60 + 11 * 60))).toBeUndefined()
  })

  it('takes a code once', async () => {
    const { secret } = await setUp()
    const code = codeAt(secret, seconds(60))
    await enter(await tryIn(seconds(60)), code, seconds(60))
    await expect(enter(await tryIn(seconds(65)), code, seconds(65))).rejects.toThrow('已经用过')
    await enter(await tryIn(seconds(95)), codeAt(secret, seconds(95)), seconds(95))
  })

  it('lets one of two with the same code in', async () => {
    const { secret } = await setUp()
    const code = codeAt(secret, seconds(60))
    const tokens = [await tryIn(seconds(60)), await tryIn(seconds(60))]
    const both = await Promise.allSettled(tokens.map((token) => enter(token, code, seconds(60))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('counts wrong codes towards the lock, whatever right passwords come between, and ends what had begun', async () => {
    const { secret } = await setUp()
    for (let failure = 1; failure <= 5; failure += 1) {
      await expect(enter(await tryIn(seconds(60)), '000000', seconds(60))).rejects.toThrow(Invalid)
    }
    await expect(tryIn(seconds(61))).rejects.toThrow('账户暂时锁定')
    expect((await trail()).slice(-3)).toEqual([
      'sign-in-awaits-code',
      'account-locked',
      'sign-in-while-locked',
    ])
    const { rows } = await runtime.owner.query(
      'select 1 from staff_session where staff_id = $1 and code_needed',
      [staff.staffId],
    )
    expect(rows).toEqual([])
    const later = seconds(17 * 60)
    await enter(await tryIn(later), codeAt(secret, later), later)
  })

  it('takes a recovery code once, however it is typed, and says on the trail how many are left', async () => {
    const { codes } = await setUp()
    const [first = ''] = codes
    await enter(await tryIn(seconds(60)), first.toLowerCase().replaceAll('-', ' '), seconds(60))
    await expect(enter(await tryIn(seconds(70)), first, seconds(70))).rejects.toThrow('已经用过')
    const { rows } = await runtime.owner.query(
      `select detail from audit_entry where object_id = $1 and action = 'use-recovery-code'`,
      [staff.staffId],
    )
    expect(rows).toEqual([{ detail: { left: 9 } }])
  })

  it('is not asked for where the installation has turned it off', async () => {
    await setUp()
    const visitor = runtime.contextFor({ kind: 'public', ip: null }, 'all', MORNING)
    const token = await signIn(withPolicy(visitor, 'off'), {
      login: staff.login,
      password: staff.password,
      userAgent: null,
    })
    expect((await findAt(token, MORNING))?.codeNeeded).toBe(false)
  })
})

describe('停用、重置和更换', () => {
  it('stops with password and code, and then only the password is asked for', async () => {
    const { token, secret } = await setUp()
    const at = seconds(60)
    const ctx = await as(token, at)
    await expect(stopSecondFactor(ctx, { password: staff.password, code: '000000' })).rejects.toThrow(
      '口令不正确',
    )
    await stopSecondFactor(ctx, { password: staff.password, code: codeAt(secret, at) })
    expect((await findAt(await tryIn(at), at))?.codeNeeded).toBe(false)
    expect((await trail()).slice(-2)).toEqual(['second-factor-off', 'sign-in'])
  })

  it('changes recovery codes: the older ones open nothing', async () => {
    const { token, codes } = await setUp()
    const fresh = await renewRecoveryCodes(await as(token, MORNING), { password: staff.password })
    expect(fresh.some((code) => codes.includes(code))).toBe(false)
    await expect(enter(await tryIn(MORNING), codes[0] ?? '', MORNING)).rejects.toThrow(Invalid)
    await enter(await tryIn(MORNING), fresh[0] ?? '', MORNING)
  })

  it('is reset by the security administrator alone, of others alone, and ends every session', async () => {
    const { token } = await setUp()
    const which = { agencyId, staffId: staff.staffId }
    const someone = (role: Role, staffId?: string) =>
      runtime.as({ agencyId, roles: [role], ...(staffId === undefined ? {} : { staffId }) })
    await expect(resetSecondFactor(someone('system-admin'), which)).rejects.toThrow(Forbidden)
    await expect(resetSecondFactor(someone('security-admin', staff.staffId), which)).rejects.toThrow(
      '请由其他安全管理员办理',
    )
    expect(await findAt(token, MORNING)).toBeDefined()
    await resetSecondFactor(someone('security-admin'), which)
    expect(await findAt(token, MORNING)).toBeUndefined()
    expect((await findAt(await tryIn(MORNING), MORNING))?.codeNeeded).toBe(false)
    expect((await trail()).slice(-2)).toEqual(['reset-second-factor', 'sign-in'])
    await expect(resetSecondFactor(someone('security-admin'), which)).rejects.toThrow(NotFound)
  })

  it('is not for the administrator of an agency beside, but of the one above', async () => {
    await setUp()
    const beside = await anAgency(runtime)
    const which = { agencyId, staffId: staff.staffId }
    await expect(
      resetSecondFactor(runtime.as({ agencyId: beside, roles: ['security-admin'] }), which),
    ).rejects.toThrow(NotFound)
    const { rows } = await runtime.owner.query('select path from agency where agency_id = $1', [agencyId])
    const above = await anAgency(runtime, { path: '/', slug: `shang${count}` })
    expect(rows[0]?.path).toMatch(/^\//)
    await resetSecondFactor(runtime.as({ agencyId: above, roles: ['security-admin'] }), which)
  })
})

describe('谁必须使用', () => {
  // biome-ignore format: a table
  const CASES = [
    ['optional', ['system-admin'],   false],
    ['off',      ['system-admin'],   false],
    ['required', ['system-admin'],   true],
    ['required', ['security-admin'], true],
    ['required', ['audit-admin'],    true],
    ['required', ['leader'],         true],
    ['required', ['reviewer'],       true],
    ['required', ['office-head'],    true],
    ['required', ['clerk'],          false],
    ['required', ['supervisor'],     false],
    ['required', ['clerk', 'leader'], true],
    ['required', [],                 false],
  ] as const
  it.each(CASES)('%s, %j: %s', (policy, roles, needed) => {
    expect(needsSecondFactor(policy, roles)).toBe(needed)
  })

  it('comes before all else but the first password, once the code was entered', async () => {
    const session = await findAt(await tryIn(MORNING), MORNING)
    if (session === undefined) throw new Error('no session')
    const policy = { ...runtime.asSystem('all').signIn, secondFactor: 'required' } as const
    expect(firstOf(session, policy, MORNING)).toBe('second-factor')
    expect(firstOf({ ...session, mustChangePassword: true }, policy, MORNING)).toBe('password')
    expect(firstOf({ ...session, mustChangePassword: true, codeNeeded: true }, policy, MORNING)).toBe('code')
    expect(firstOf({ ...session, secondFactorOn: true }, policy, MORNING)).toBeNull()
  })

  it('asks for a new password once the old one has been in use for the days that the operator has set', async () => {
    const session = await findAt(await tryIn(MORNING), MORNING)
    if (session === undefined) throw new Error('no session')
    const changed = { ...session, passwordChangedAt: new Date('2024-07-02T09:00:00+08:00') }
    // 90 days after the morning of 2 July are over on the morning of 30 September.
    const policy = { ...runtime.signIn, passwordDays: 90 }
    expect(firstOf(changed, policy, MORNING)).toBeNull()
    expect(firstOf(changed, policy, seconds(1))).toBe('password-expired')
    expect(firstOf({ ...changed, byProvider: 'one-factor' }, policy, seconds(1))).toBeNull()
    expect(firstOf(changed, runtime.signIn, seconds(1))).toBeNull()
  })
})
