import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from './app.ts'
import { oidcProvider } from './outside/oidc/oidc-provider.ts'
import type { Runtime } from './runtime.ts'
import { createStaff } from './services/agencies/create-staff.ts'
import { disableStaff } from './services/agencies/disable-staff.ts'
import type { IdentityProvider } from './services/agencies/identity-provider/identity-provider.ts'
import type { SecondFactorPolicy } from './services/agencies/second-factor/who-needs-it.ts'
import { anIdentityProvider } from './testing/an-identity-provider.ts'
import { anAgency } from './testing/factories.ts'
import { type TestRuntime, testRuntime } from './testing/test-runtime.ts'
import { codeAt } from './testing/totp-code.ts'

let runtime: TestRuntime
let app: FastifyInstance
let agencyId: string
let provider: IdentityProvider | null = null
let secondFactor: SecondFactorPolicy = 'optional'
const logged: string[] = []

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'caizheng' })
  // The provider of each test stands in the place of the one that the configuration would name.
  const withProvider: Runtime = {
    ...runtime,
    log: (message, detail) => void logged.push(`${message} ${String(detail)}`),
    contextFor: (...of) => {
      const ctx = runtime.contextFor(...of)
      return { ...ctx, identityProvider: provider, signIn: { ...ctx.signIn, secondFactor } }
    },
  }
  app = await buildApp(withProvider)
})
afterAll(() => app.close())

type Platform = Awaited<ReturnType<typeof anIdentityProvider>>
let platform: Platform
let count = 0
beforeEach(async () => {
  platform = await anIdentityProvider()
  provider = oidcProvider(platform.settings)
  secondFactor = 'optional'
  count += 1
  platform.say({ sub: `subject-${count}` })
})

const cookiesOf = (answer: { cookies: { name: string; value: string }[] }) =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))

/** Where a page leads on to by itself. */
const leadsTo = (html: string) => /content="0;url=([^"]+)"/.exec(html)?.[1]

/** The browser's whole way: begin here, sign in there, come back here. */
async function way(from: Readonly<{ path?: string; cookies?: Record<string, string> }> = {}) {
  const begun = await app.inject({ url: from.path ?? '/console/sign-in/begin', cookies: from.cookies ?? {} })
  if (begun.statusCode !== 302) return begun
  const back = await platform.comeBack(String(begun.headers.location))
  return app.inject({ url: `/console/sign-in/return?${back}`, cookies: cookiesOf(begun) })
}

async function account(what: Readonly<{ mayKeepPassword?: boolean; roles?: readonly ['reviewer'] }> = {}) {
  const login = `renyuan${count}`
  const made = await createStaff(runtime.asSystem('all'), {
    agencyId,
    login,
    name: '周海涛',
    departmentId: null,
    roles: what.roles ?? [],
    mayKeepPassword: what.mayKeepPassword ?? true,
  })
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/v1/sign-in',
    payload: { login, password: made.password },
  })
  return { ...made, login, cookies: { mingfu_session: cookiesOf(signedIn).mingfu_session ?? '' } }
}
const linkOf = (cookies: Record<string, string>) => way({ path: '/console/sign-in/begin?for=link', cookies })
const meOf = (cookies: Record<string, string>) => app.inject({ url: '/api/v1/me', cookies })
const actionsOf = async (staffId: string) => {
  const { rows } = await runtime.owner.query(
    'select action from audit_entry where object_id = $1 order by seq',
    [staffId],
  )
  return rows.map(({ action }) => action)
}

describe('经统一身份认证登录', () => {
  it('is not for somebody whom no account belongs to, and makes none', async () => {
    const before = await runtime.owner.query('select count(*)::int as n from staff')
    const answer = await way()
    expect([answer.statusCode, leadsTo(answer.body)]).toEqual([200, '/console/?identity=unknown'])
    expect(cookiesOf(answer).mingfu_session).toBeUndefined()
    expect((await runtime.owner.query('select count(*)::int as n from staff')).rows).toEqual(before.rows)
  })

  it('opens the account that the person has linked, tells the trail, and signs out there too', async () => {
    const { cookies, staffId } = await account()
    expect(leadsTo((await linkOf(cookies)).body)).toBe('/console/account?identity=linked')
    const answer = await way()
    expect(leadsTo(answer.body)).toBe('/console/')
    expect(answer.cookies.find(({ name }) => name === 'mingfu_session')).toMatchObject({
      sameSite: 'Strict',
      httpOnly: true,
    })
    const mine = { mingfu_session: cookiesOf(answer).mingfu_session ?? '' }
    expect((await meOf(mine)).json()).toMatchObject({ staffId, first: null })
    const out = await app.inject({ method: 'POST', url: '/api/v1/sign-out', cookies: mine })
    expect(new URL(out.json().next).searchParams.get('id_token_hint')).toMatch(/^ey/)
    expect((await meOf(mine)).statusCode).toBe(401)
    expect((await actionsOf(staffId)).slice(-3)).toEqual(['link-identity', 'sign-in-by-provider', 'sign-out'])
  })

  it('keeps of the subject only a digest', async () => {
    const { cookies, staffId } = await account()
    await linkOf(cookies)
    const { rows } = await runtime.owner.query(
      `select encode(identity_index, 'escape') as kept from staff where staff_id = $1`,
      [staffId],
    )
    expect(rows[0].kept).not.toContain(`subject-${count}`)
  })

  it('is not for a disabled account, and the trail says who tried', async () => {
    const { cookies, staffId } = await account()
    await linkOf(cookies)
    await disableStaff(runtime.asSystem('all'), { agencyId, staffId })
    expect(leadsTo((await way()).body)).toBe('/console/?identity=disabled')
    expect((await actionsOf(staffId)).at(-1)).toBe('sign-in-by-provider-refused')
  })

  it('does not ask for the first password, which was not used', async () => {
    const { cookies } = await account()
    await linkOf(cookies)
    await runtime.owner.query('update staff set must_change_password = true')
    const mine = { mingfu_session: cookiesOf(await way()).mingfu_session ?? '' }
    expect((await meOf(mine)).json().first).toBeNull()
    await runtime.owner.query('update staff set must_change_password = false')
  })

  it('asks for our code unless the provider has used two factors', async () => {
    const { cookies, password } = await account()
    await linkOf(cookies)
    const post = (path: string, payload: object) =>
      app.inject({ method: 'POST', url: `/api/v1/me/second-factor${path}`, cookies, payload })
    const { secret } = (await post('/set-up', { password })).json()
    await post('/confirm', { code: codeAt(secret, new Date()) })
    const plain = { mingfu_session: cookiesOf(await way()).mingfu_session ?? '' }
    expect((await meOf(plain)).json().first).toBe('code')
    platform.say({ sub: `subject-${count}`, amr: ['pwd', 'mfa'] })
    const strong = { mingfu_session: cookiesOf(await way()).mingfu_session ?? '' }
    expect((await meOf(strong)).json().first).toBeNull()
  })

  it('satisfies a required second factor when the provider has used two', async () => {
    const { cookies } = await account({ roles: ['reviewer'] })
    await linkOf(cookies)
    secondFactor = 'required'
    const plain = { mingfu_session: cookiesOf(await way()).mingfu_session ?? '' }
    expect((await meOf(plain)).json().first).toBe('second-factor')
    platform.say({ sub: `subject-${count}`, amr: ['mfa'] })
    const strong = { mingfu_session: cookiesOf(await way()).mingfu_session ?? '' }
    expect((await meOf(strong)).json().first).toBeNull()
  })

  it('makes an account without role or password only where the operator has named an agency', async () => {
    provider = oidcProvider({ ...platform.settings, createIn: 'caizheng' })
    platform.say({ sub: `subject-${count}`, preferred_username: 'Wang.Min', name: '王敏' })
    const mine = { mingfu_session: cookiesOf(await way()).mingfu_session ?? '' }
    const me = (await meOf(mine)).json()
    expect(me).toMatchObject({ login: 'wang.min', name: '王敏', roles: [], agency: { slug: 'caizheng' } })
    const again = { mingfu_session: cookiesOf(await way()).mingfu_session ?? '' }
    expect((await meOf(again)).json().staffId).toBe(me.staffId)
    const unlinked = await app.inject({ method: 'POST', url: '/api/v1/me/identity/unlink', cookies: again })
    expect([unlinked.statusCode, unlinked.json().title]).toEqual([
      400,
      '账户没有密码，取消关联后将不能登录；请先请系统管理员重置密码',
    ])
    expect((await actionsOf(me.staffId)).slice(0, 2)).toEqual([
      'create-staff-by-provider',
      'sign-in-by-provider',
    ])
  })
})

describe('关联', () => {
  it('is for one account only, until it is given up', async () => {
    const first = await account()
    await linkOf(first.cookies)
    const subject = `subject-${count}`
    count += 1
    const second = await account()
    expect(leadsTo((await linkOf(second.cookies)).body)).toBe('/console/account?identity=linked-elsewhere')
    const unlink = () =>
      app.inject({ method: 'POST', url: '/api/v1/me/identity/unlink', cookies: first.cookies })
    expect((await unlink()).statusCode).toBe(200)
    expect((await unlink()).json().title).toBe('账户没有关联统一身份')
    platform.say({ sub: subject })
    expect(leadsTo((await linkOf(second.cookies)).body)).toBe('/console/account?identity=linked')
    const shown = await app.inject({ url: '/api/v1/me/identity', cookies: second.cookies })
    expect(shown.json()).toMatchObject({ provider: '省统一身份认证', linkedSince: expect.any(String) })
  })

  it('needs a session that is still there', async () => {
    const { cookies } = await account()
    const begun = await app.inject({ url: '/console/sign-in/begin?for=link', cookies })
    const back = await platform.comeBack(String(begun.headers.location))
    await app.inject({ method: 'POST', url: '/api/v1/sign-out', cookies })
    const answer = await app.inject({ url: `/console/sign-in/return?${back}`, cookies: cookiesOf(begun) })
    expect(leadsTo(answer.body)).toBe('/console/account?identity=late')
  })
})

describe('what goes wrong on the way', () => {
  it.each([
    ['a token that does not hold', { nonce: 'another' }, '/console/?identity=invalid'],
    ['an expired token', { exp: 1_700_000_000 }, '/console/?identity=invalid'],
  ])('%s is told in the console, and its details in the log', async (_case, claims, to) => {
    platform.say({ sub: `subject-${count}`, ...claims })
    const before = logged.length
    expect(leadsTo((await way()).body)).toBe(to)
    expect(logged.length).toBe(before + 1)
  })

  it('a platform that does not answer', async () => {
    await platform.close()
    expect(leadsTo((await way()).body)).toBe('/console/?identity=unreachable')
  })

  it('somebody who comes back without having begun, or with another’s or a made-up memory', async () => {
    const begun = await app.inject('/console/sign-in/begin')
    const back = await platform.comeBack(String(begun.headers.location))
    for (const cookies of [{}, { mingfu_identity: 'made-up' }] as Record<string, string>[]) {
      const answer = await app.inject({ url: `/console/sign-in/return?${back}`, cookies })
      expect(leadsTo(answer.body)).toBe('/console/?identity=late')
    }
    const another = cookiesOf(await app.inject('/console/sign-in/begin'))
    const answer = await app.inject({ url: `/console/sign-in/return?${back}`, cookies: another })
    expect(leadsTo(answer.body)).toBe('/console/?identity=invalid')
  })

  it('an installation without a provider', async () => {
    provider = null
    expect(leadsTo((await way()).body)).toBe('/console/')
    expect((await app.inject('/api/v1/sign-in/options')).json()).toEqual({ identityProvider: null })
  })
})
