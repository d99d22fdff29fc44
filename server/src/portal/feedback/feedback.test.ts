import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { portalServer } from '../testing/portal-server.ts'

let runtime: TestRuntime
let app: FastifyInstance
beforeAll(async () => {
  runtime = await testRuntime()
  await anAgency(runtime, { slug: 'yahe', name: '鸭河工区管理委员会' })
  app = await portalServer(runtime)
})
afterAll(() => app.close())

const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('互动交流', () => {
  it('takes a message by a plain form, keeps what was typed when something lacks, and shows how it stands', async () => {
    const form = await app.inject('/yahe/feedback/new?kind=site-error&page=/yahe/guide')
    const key = /name="formKey" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    expect(form.body).toContain('value="/yahe/guide"')
    const lacking = await post('/yahe/feedback/new', {
      formKey: key,
      kind: 'site-error',
      title: '',
      text: '电话写错了',
      answer: '',
    })
    expect(lacking.statusCode).toBe(422)
    expect(lacking.body).toContain('电话写错了')

    const trapped = await post('/yahe/feedback/new', {
      formKey: key,
      kind: 'message',
      title: '广告',
      text: '广告',
      website: 'x',
    })
    expect([trapped.statusCode, trapped.body.includes('验证问题')]).toEqual([422, true])

    await new Promise((resolve) => setTimeout(resolve, 600))
    const done = await post('/yahe/feedback/new', {
      formKey: key,
      kind: 'site-error',
      title: '电话有误',
      text: '电话写错了',
    })
    expect(done.statusCode).toBe(200)
    const number = /互动\d{4}-\d{5}/.exec(done.body)?.[0] ?? ''
    const code = /查询码：<strong>([^<]+)/.exec(done.body)?.[1] ?? ''
    const status = await post('/yahe/feedback/status', { number, code })
    expect([status.statusCode, status.body.includes('正在办理'), status.headers['cache-control']]).toEqual([
      200,
      true,
      'no-store',
    ])
    expect((await post('/yahe/feedback/status', { number, code: 'WRONG' })).statusCode).toBe(404)
    expect((await app.inject('/yahe/feedback')).body).not.toContain('电话写错了')
  })
})
