import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyMultipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { problemOf } from '../problem.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { reportCheckRoutes } from './report-check.ts'
import { apiRouter } from './route.ts'

const FIXTURES = join(import.meta.dirname, '../../../report/fixtures')

let runtime: TestRuntime
let api: FastifyInstance
beforeAll(async () => {
  runtime = await testRuntime()
  api = fastify()
  await api.register(fastifyMultipart)
  api.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error)
    return reply.status(problem.status).send(problem)
  })
  reportCheckRoutes(
    apiRouter(api, { contextOf: async () => runtime.as({ agencyId: '', roles: [] }, '2025-01-10') }),
  )
})
afterAll(() => api.close())

async function check(fileName: string, content: Buffer) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(content)]), fileName)
  const encoded = new Response(form)
  const answer = await api.inject({
    method: 'POST',
    url: '/tools/report-check',
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json() }
}

it('answers with findings, open rules and what was not read', async () => {
  const { status, body } = await check('yahe.txt', readFileSync(join(FIXTURES, 'reports/yahe-2019.txt')))
  expect(status).toBe(200)
  expect(body).toMatchObject({
    file: 'yahe.txt',
    format: '2019',
    reportYear: 2019,
    orgName: '鸭河工区管委会',
  })
  expect(body.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['AR-17', 'AR-17', 'AR-18'])
  expect(body.summary).toEqual({ errors: 0, warnings: 1, infos: 2, notAssessable: body.notAssessable.length })
  expect(body.unread).toEqual([{ what: '表三“（一）予以公开”的自然人', why: '没有找到这些单元格' }])
})

it('refuses what is no report with a sentence', async () => {
  const { status, body } = await check('notes.txt', Buffer.from('今天天气很好。'))
  expect(status).toBe(400)
  expect(body.title).toContain('没有在文件里找到年度报告的表格')
})
