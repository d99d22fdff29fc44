import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { portalServer } from './testing/portal-server.ts'

let runtime: TestRuntime
let app: FastifyInstance
beforeAll(async () => {
  runtime = await testRuntime()
  app = await portalServer(runtime)
})
afterAll(() => app.close())

describe('门户', () => {
  it('says in Chinese that there is nothing yet, before the first agency', async () => {
    const answer = await app.inject('/')
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('网站暂时不能访问')
  })

  it('shows the home page in the encoding that the browser takes, and 304 when it has it', async () => {
    await anAgency(runtime, { name: '鸭河工区管理委员会', slug: 'yahe' })
    const plain = await app.inject('/')
    expect(plain.statusCode).toBe(200)
    expect(plain.body).toContain('<a href="/yahe/">鸭河工区管理委员会</a>')
    const brotli = await app.inject({ url: '/', headers: { 'accept-encoding': 'gzip, br' } })
    expect(brotli.headers['content-encoding']).toBe('br')
    const again = await app.inject({
      url: '/',
      headers: { 'accept-encoding': 'br', 'if-none-match': String(brotli.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })

  it('answers a page that is not there with the way on, and keeps search engines away from it', async () => {
    const answer = await app.inject('/nowhere/at/all')
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('没有找到')
    expect(answer.body).toContain('<meta name="robots" content="noindex"/>')
  })

  it('remembers 长者模式 by a plain form and leads back to where the visitor was, never to another site', async () => {
    const chosen = await app.inject({
      method: 'POST',
      url: '/view',
      ...form('view=elder&back=%2Fsearch%3Fq%3Da'),
    })
    expect(chosen.statusCode).toBe(303)
    expect(chosen.headers.location).toBe('/search?q=a')
    const cookie = String(chosen.headers['set-cookie']).split(';')[0] ?? ''
    expect((await app.inject({ url: '/view.css', headers: { cookie } })).body).toContain('137.5%')
    expect((await app.inject('/view.css')).body).not.toContain('137.5%')
    for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a b']) {
      const answer = await app.inject({
        method: 'POST',
        url: '/view',
        ...form(`view=plain&back=${encodeURIComponent(back)}`),
      })
      expect(answer.headers.location).toBe('/')
    }
  })
})

function form(payload: string) {
  return { payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
}
