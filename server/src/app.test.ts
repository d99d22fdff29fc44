import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from './app.ts'
import { createStaff } from './services/agencies/create-staff.ts'
import type { Role } from './services/allow.ts'
import { anAgency } from './testing/factories.ts'
import { type TestRuntime, testRuntime } from './testing/test-runtime.ts'
import { codeAt } from './testing/totp-code.ts'

let runtime: TestRuntime
let app: FastifyInstance
let agencyId: string

beforeAll(async () => {
  runtime = await testRuntime()
  app = await buildApp(runtime)
  agencyId = await anAgency(runtime, { slug: 'yahe', name: '鸭河工区管理委员会' })
})
afterAll(() => app.close())

let count = 0
async function account(roles: readonly Role[], mayKeepPassword = true) {
  count += 1
  const login = `person${count}`
  const made = await createStaff(runtime.asSystem('all'), {
    agencyId,
    login,
    name: '王敏',
    departmentId: null,
    roles,
    mayKeepPassword,
  })
  return { login, ...made }
}

const signIn = (login: string, password: string) =>
  app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { login, password } })

async function signedIn(roles: readonly Role[], mayKeepPassword = true) {
  const { login, password } = await account(roles, mayKeepPassword)
  const answer = await signIn(login, password)
  const [cookie] = answer.cookies
  return { cookies: { mingfu_session: cookie?.value ?? '' }, me: answer.json(), answer, password }
}

describe('登录', () => {
  it('gives a cookie that no script reads and no other site sends', async () => {
    const { answer, me } = await signedIn(['clerk'])
    expect(answer.statusCode).toBe(200)
    expect(answer.cookies[0]).toMatchObject({
      name: 'mingfu_session',
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    })
    expect(me).toMatchObject({ name: '王敏', roles: ['clerk'], first: null })
    expect(me.permissions).toContain('handle-request')
    expect(me.permissions).not.toContain('read-audit')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('asks whoever is not signed in to do so', async () => {
    const none = await app.inject('/api/v1/me')
    expect([none.statusCode, none.json().code, none.json().title]).toEqual([401, 'not-signed-in', '请先登录'])
    const old = await app.inject({ url: '/api/v1/me', cookies: { mingfu_session: 'x' } })
    expect([old.statusCode, old.json().title]).toEqual([401, '登录已经失效，请重新登录'])
    expect(old.headers['content-type']).toContain('application/problem+json')
  })

  it('opens nothing but the change of password while it is the first one', async () => {
    const { cookies, password } = await signedIn(['system-admin'], false)
    const staff = await app.inject({ url: '/api/v1/staff', cookies })
    expect([staff.statusCode, staff.json().title]).toEqual([403, '请先修改初始密码，再办理其他事项'])
    const change = await app.inject({
      method: 'POST',
      url: '/api/v1/me/password',
      cookies,
      payload: { current: password, next: 'qingfeng-2024' },
    })
    expect(change.statusCode).toBe(200)
    expect((await app.inject({ url: '/api/v1/staff', cookies })).statusCode).toBe(200)
  })

  it('opens nothing but the entry of the code once a second factor is on', async () => {
    const { cookies, password, me } = await signedIn(['audit-admin'])
    const post = (path: string, payload: object, of = cookies) =>
      app.inject({ method: 'POST', url: `/api/v1/me${path}`, cookies: of, payload })
    const { secret } = (await post('/second-factor/set-up', { password })).json()
    const confirmed = await post('/second-factor/confirm', { code: codeAt(secret, new Date()) })
    const [recovery] = confirmed.json().recoveryCodes
    const again = await signIn(me.login, password)
    expect(again.json()).toMatchObject({ first: 'code', permissions: [] })
    const half = { mingfu_session: again.cookies[0]?.value ?? '' }
    const audit = await app.inject({ url: '/api/v1/audit', cookies: half })
    expect([audit.statusCode, audit.json().title]).toEqual([403, '请先输入动态口令，再办理其他事项'])
    const factor = await post('/second-factor/stop', { password, code: recovery }, half)
    expect(factor.statusCode).toBe(403)
    expect((await post('/code', { code: '000000' }, half)).statusCode).toBe(400)
    const entered = await post('/code', { code: recovery }, half)
    expect([entered.statusCode, entered.json().first]).toEqual([200, null])
    expect((await app.inject({ url: '/api/v1/audit', cookies: half })).statusCode).toBe(200)
  })

  it('ends with the sign-out', async () => {
    const { cookies } = await signedIn(['clerk'])
    await app.inject({ method: 'POST', url: '/api/v1/sign-out', cookies })
    expect((await app.inject({ url: '/api/v1/me', cookies })).statusCode).toBe(401)
  })

  it('is rationed by address, whatever session a caller makes up', async () => {
    const tryOnce = (time: number) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/sign-in',
        remoteAddress: '10.9.9.9',
        cookies: { mingfu_session: `made-up-${time}` },
        payload: {},
      })
    for (let time = 0; time < 30; time += 1) expect((await tryOnce(time)).statusCode).toBe(400)
    const last = await tryOnce(30)
    expect([last.statusCode, last.json().title]).toEqual([429, '操作过于频繁，请过一会儿再试'])
    expect(last.headers['retry-after']).toBeDefined()
  })
})

describe('a page of another site', () => {
  const create = (headers: Record<string, string>, cookies: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/departments',
      headers: { host: 'mingfu.example', ...headers },
      cookies,
      payload: { name: `内设机构${count}${Object.keys(headers).length}` },
    })

  it('cannot act with our cookie', async () => {
    const { cookies, me } = await signedIn(['system-admin'])
    const foreign = await create({ origin: 'https://evil.example', 'x-csrf-token': me.csrfToken }, cookies)
    expect([foreign.statusCode, foreign.json().title]).toEqual([403, '请从本站的页面提交'])
    const untold = await create({ origin: 'http://mingfu.example' }, cookies)
    expect([untold.statusCode, untold.json().title]).toEqual([403, '页面已经过期，请刷新后再提交'])
  })

  it('is told apart from our own page, and from a program', async () => {
    const { cookies, me } = await signedIn(['system-admin'])
    const ours = { origin: 'http://mingfu.example', 'x-csrf-token': me.csrfToken }
    expect((await create(ours, cookies)).statusCode).toBe(200)
    expect((await create({}, cookies)).statusCode).toBe(200)
  })
})

describe('permissions at the door', () => {
  it('shows the audit trail to the audit administrator alone', async () => {
    const auditor = await signedIn(['audit-admin'])
    const entries = await app.inject({ url: '/api/v1/audit', cookies: auditor.cookies })
    expect(entries.json()[0]).toMatchObject({ action: 'sign-in', actor: '王敏', ip: '127.0.0.1' })
    const { cookies } = await signedIn(['office-head'])
    const refused = await app.inject({ url: '/api/v1/audit', cookies })
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'forbidden'])
  })

  it('never shows a password hash', async () => {
    const { cookies } = await signedIn(['system-admin'])
    const { body } = await app.inject({ url: '/api/v1/staff', cookies })
    expect(body).toContain('person1')
    expect(body).not.toContain('argon2')
  })
})

describe('around the API', () => {
  it('tells whoever watches that it lives, is ready, and how long answers take', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ok' })
    const metrics = await app.inject('/metrics')
    expect(metrics.headers['content-type']).toContain('text/plain')
    expect(metrics.body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} 1/,
    )
  })

  it('publishes its contract', async () => {
    const { openapi, paths } = (await app.inject('/api/openapi.json')).json()
    expect(openapi).toBe('3.1.0')
    expect(paths['/api/v1/sign-in'].post.summary).toBe('登录')
  })

  it('sends strict headers and a number by which an answer is found again', async () => {
    const { headers } = await app.inject('/healthz')
    expect(headers['content-security-policy']).toBe(
      "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{16}$/)
  })

  it('answers an unknown address in the form of its caller', async () => {
    const api = await app.inject('/api/v1/nothing')
    expect([api.statusCode, api.json().title]).toEqual([404, '没有找到这个接口，请核对地址'])
    const page = await app.inject({ url: '/%E0%A4%A', headers: { accept: 'text/html' } })
    expect([page.statusCode, page.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
    expect(page.body).toContain('请求的格式不正确，请检查后再试。')
  })

  it('leads from an address with bare Chinese in it to the same one encoded, and refuses what is none in words', async () => {
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const ask = async (line: string) => {
      const socket = connect(port, '127.0.0.1')
      socket.write(Buffer.from(`${line}\r\nhost: localhost\r\nconnection: close\r\n\r\n`))
      return text(socket)
    }
    const led = await ask('GET /search?q=宅基地 HTTP/1.1')
    expect(led).toMatch(/^HTTP\/1\.1 301 /)
    expect(led).toContain('\r\nlocation: /search?q=%E5%AE%85%E5%9F%BA%E5%9C%B0\r\n')
    expect(await ask('GET //other.example/宅 HTTP/1.1')).toMatch(/^HTTP\/1\.1 400 /)
    const refused = await ask('GET /a\u0001b HTTP/1.1')
    expect(refused).toMatch(/^HTTP\/1\.1 400 /)
    expect(refused).toContain('请求的格式不正确，请检查网址后再试。')
  })

  it('refuses a body that is not JSON in words', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      headers: { 'content-type': 'application/json' },
      payload: '{"login"',
    })
    expect([answer.statusCode, answer.json().title]).toEqual([
      400,
      '提交的内容不是有效的 JSON，请检查后再提交。',
    ])
  })
})
