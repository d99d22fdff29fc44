import fastifyMultipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FULL_XLSX } from '../../../screening/src/testing/xlsx-plants.ts'
import { problemOf } from '../problem.ts'
import type { Context } from '../services/context.ts'
import { theOffice } from '../testing/a-document.ts'
import { anAgency } from '../testing/factories.ts'
import { testRuntime } from '../testing/test-runtime.ts'
import { apiRouter } from './route.ts'
import { screeningRoutes } from './screening.ts'

let api: FastifyInstance
/** Who is signed in for the next call. */
let ctx: Context
let office: ReturnType<typeof theOffice>
beforeAll(async () => {
  const runtime = await testRuntime()
  office = theOffice(runtime, await anAgency(runtime))
  api = fastify()
  await api.register(fastifyMultipart)
  api.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error)
    return reply.status(problem.status).send(problem)
  })
  screeningRoutes(apiRouter(api, { contextOf: async () => ctx }))
})
afterAll(() => api.close())

async function upload(url: string, name: string, content: Uint8Array<ArrayBuffer>) {
  ctx = office.drafter
  const form = new FormData()
  form.append('file', new Blob([content]), name)
  const encoded = new Response(form)
  const headers = { 'content-type': encoded.headers.get('content-type') ?? '' }
  return api.inject({ method: 'POST', url, headers, payload: Buffer.from(await encoded.arrayBuffer()) })
}

async function call(as: Context, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  ctx = as
  const answer = await api.inject({ method, url, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

describe('发布前检查接口', () => {
  it('says where in a text what stands, and masks it', async () => {
    const { status, body } = await call(office.drafter, 'POST', '/screening/text', {
      text: '联系人13812345678，秸杆',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ masked: '联系人138****5678，秸杆', maskedCount: 1 })
    expect(
      body.findings.map(({ rule, at, length, suggestion }: Record<string, unknown>) => [
        rule,
        at,
        length,
        suggestion,
      ]),
    ).toEqual([
      ['PUB-61', 3, 11, '138****5678'],
      ['PUB-72', 15, 2, '秸秆'],
    ])
  })

  it('looks into a file, and gives back a clean one', async () => {
    const bytes = new Uint8Array(FULL_XLSX)
    const found = await upload('/screening/file', '公示表.xlsx', bytes)
    expect(found.statusCode).toBe(200)
    const places = found.json().findings.map(({ where }: { where: string }) => where)
    expect(places).toContain('隐藏的工作表“底表”')
    expect(found.body).not.toContain('11010519491231002X')
    const cleaned = await upload('/screening/clean', '公示表.xlsx', bytes)
    expect(cleaned.statusCode).toBe(200)
    expect(Object.keys(unzipSync(cleaned.rawPayload))).not.toContain('xl/comments1.xml')
  })

  it('keeps the office’s words, by those who may', async () => {
    const entry = { kind: 'allowed', words: '13812345678', note: '值班手机' }
    expect((await call(office.drafter, 'POST', '/screening/entries', entry)).status).toBe(403)
    const { body: saved } = await call(office.reviewer, 'POST', '/screening/entries', entry)
    const { body: list } = await call(office.drafter, 'GET', '/screening/entries')
    expect(list.items.map(({ words, addedBy }: Record<string, unknown>) => [words, addedBy])).toEqual([
      ['13812345678', '周海涛'],
    ])
    expect(
      (await call(office.drafter, 'POST', '/screening/text', { text: '电话13812345678' })).body.findings,
    ).toEqual([])
    expect((await call(office.reviewer, 'DELETE', `/screening/entries/${saved.entryId}`)).status).toBe(200)
    expect((await call(office.drafter, 'GET', '/screening/issues')).body).toEqual([])
  })
})
