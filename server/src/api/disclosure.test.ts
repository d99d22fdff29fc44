import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf } from '../problem.ts'
import type { Context } from '../services/context.ts'
import { aColumn, NOTHING_SECRET, theOffice } from '../testing/a-document.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { disclosureRoutes } from './disclosure.ts'
import { apiRouter } from './route.ts'

let runtime: TestRuntime
let api: FastifyInstance
let nodeId: string
/** Who is signed in for the next call. */
let ctx: Context
let office: ReturnType<typeof theOffice>
beforeAll(async () => {
  runtime = await testRuntime()
  const agencyId = await anAgency(runtime, { creditCode: '11441700007280420Y' })
  nodeId = await aColumn(runtime, agencyId)
  office = theOffice(runtime, agencyId)
  api = fastify()
  api.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error)
    return reply.status(problem.status).send(problem)
  })
  disclosureRoutes(apiRouter(api, { contextOf: async () => ctx }))
})
afterAll(() => api.close())

async function call(as: Context, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  ctx = as
  const answer = await api.inject({ method, url, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

const draft = () => ({
  kind: 'announcement',
  nodeId,
  title: '关于停水的公告',
  issuer: '鸭河工区管理委员会',
  legalItem: 'A20_15',
  summary: '停水的时间和范围。',
  writtenOn: '2026-06-01',
  attribute: 'proactive',
  legalBasis: '《城市供水条例》第二十二条',
  html: '<p>定于6月10日停水。</p>',
})

describe('主动公开接口', () => {
  it('carries a document from the draft to the public', async () => {
    const { body: made } = await call(office.drafter, 'POST', '/documents', draft())
    const path = `/documents/${made.documentId}`
    const { body: submitted } = await call(office.drafter, 'POST', `${path}/submit`, { version: 1 })
    const review = { ...submitted, answers: NOTHING_SECRET, opinion: 'disclose' }
    const { body: reviewed } = await call(office.reviewer, 'POST', `${path}/review`, review)
    expect(reviewed.formNumber).toBe('保审〔2026〕1号')
    const { body: approved } = await call(office.leader, 'POST', `${path}/approve`, {
      version: reviewed.version,
    })
    const { body: published } = await call(office.drafter, 'POST', `${path}/publish`, approved)
    expect(published).toEqual({
      version: 5,
      indexNumber: '11441700007280420Y/2026-00001',
      publishedAt: '2026-06-15T04:00:00.000Z',
    })
    const { body: file } = await call(office.drafter, 'GET', path)
    expect([file.state, file.acts, file.reviews[0].current]).toEqual([
      'published',
      ['correct', 'withdraw'],
      true,
    ])
    const { body: list } = await call(office.drafter, 'GET', '/documents?state=published')
    expect(list.items.map(({ title }: { title: string }) => title)).toEqual(['关于停水的公告'])
    const { body: ledger } = await call(office.drafter, 'GET', '/documents-ledger/2026')
    expect(ledger[0].approver).toBe('郑国栋')
    const { body: catalogue } = await call(office.drafter, 'GET', '/catalogue')
    expect(catalogue[0].count).toBe(1)
  })

  it('refuses with the article', async () => {
    const { body: made } = await call(office.drafter, 'POST', '/documents', draft())
    const { status, body } = await call(office.drafter, 'POST', `/documents/${made.documentId}/publish`, {
      version: 1,
    })
    expect([status, body.code, body.basis]).toEqual([
      409,
      'not-from-here',
      '《中华人民共和国政府信息公开条例》第十七条',
    ])
  })

  it('says that somebody else was faster, and changes nothing', async () => {
    const { body: made } = await call(office.drafter, 'POST', '/documents', draft())
    const path = `/documents/${made.documentId}`
    await call(office.drafter, 'PUT', path, { ...draft(), version: 1, title: '关于临时停水的公告' })
    const late = await call(office.drafter, 'PUT', path, { ...draft(), version: 1, title: '关于停气的公告' })
    expect([late.status, late.body.code]).toEqual([409, 'stale-version'])
    expect((await call(office.drafter, 'GET', path)).body.content.title).toBe('关于临时停水的公告')
  })

  it('names the field that is wrong', async () => {
    const { status, body } = await call(office.drafter, 'POST', '/documents', {
      ...draft(),
      writtenOn: '6月1日',
    })
    expect([status, body.fields]).toEqual([400, { writtenOn: '请按 2024-09-30 的样式填写日期' }])
  })

  it('has an empty guide before the first one', async () => {
    const { body } = await call(office.drafter, 'GET', '/guide')
    expect([body.version, body.revisedOn, body.content.office.phone]).toEqual([0, null, ''])
  })
})
