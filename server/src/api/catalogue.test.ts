import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf } from '../problem.ts'
import type { Context } from '../services/context.ts'
import { aDocument, theOffice } from '../testing/a-document.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { catalogueRoutes } from './catalogue.ts'
import { apiRouter } from './route.ts'

let runtime: TestRuntime
let agencyId: string
let api: FastifyInstance
/** Who is signed in for the next call. */
let ctx: Context
let office: ReturnType<typeof theOffice>
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  office = theOffice(runtime, agencyId)
  api = fastify()
  api.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error)
    return reply.status(problem.status).send(problem)
  })
  catalogueRoutes(apiRouter(api, { contextOf: async () => ctx }))
})
afterAll(() => api.close())

async function call(as: Context, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  ctx = as
  const answer = await api.inject({ method, url, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

describe('公开目录接口', () => {
  it('goes from the starter catalogue over a change to what is in force, planned, placed and covered', async () => {
    const { drafter, leader } = office
    const { body: plan } = await call(drafter, 'POST', '/catalogues/basic/starter/preview', {})
    expect(plan).toMatchObject({ organ: 'government', met: [] })
    expect(plan.added[0]).toMatchObject({
      path: ['机构概况', '机构职能'],
      columnTitle: '机构职能',
      nodeId: null,
      isMandatory: true,
    })
    expect(plan.columns[0]).toEqual({ code: 'profile-functions', title: '机构职能', parentTitle: '机构概况' })

    const { body: built } = await call(drafter, 'POST', '/catalogues/basic/starter', { organ: 'township' })
    expect(built).toEqual({ version: 1, entries: built.columns, columns: built.columns })
    const { body: draft } = await call(drafter, 'GET', '/catalogues/basic/duties?version=1')
    const {
      entryId,
      items: _,
      newestOn: __,
      plannedOn: ___,
      planNote: ____,
      state: _____,
      dueOn: ______,
      ...words
    } = draft.duties[0]
    const saved = await call(drafter, 'PUT', `/catalogues/basic/entries/${entryId}`, {
      ...words,
      deadlineText: '变更之日起5个工作日内',
    })
    expect(saved).toEqual({ status: 200, body: { version: 1, entryId } })
    const bad = await call(drafter, 'PUT', `/catalogues/basic/entries/${entryId}`, { ...words, basis: [] })
    expect(bad.status).toBe(400)
    expect(JSON.stringify(bad.body)).toContain('请填写公开依据')
    const gone = draft.duties[1].entryId
    expect((await call(drafter, 'DELETE', `/catalogues/basic/entries/${gone}`)).body).toEqual({ version: 1 })

    expect((await call(drafter, 'POST', '/catalogues/basic/approve', { version: 1 })).status).toBe(403)
    expect((await call(leader, 'POST', '/catalogues/basic/approve', { version: 1 })).status).toBe(200)
    const { body: now } = await call(drafter, 'GET', '/catalogues/basic/duties')
    expect(now.duties[0]).toMatchObject({ state: 'missing', deadlineText: '变更之日起5个工作日内' })
    await call(drafter, 'PUT', `/catalogue-plans/${entryId}`, { plannedOn: '2026-07-01', note: '' })
    const document = await aDocument(runtime, agencyId, { nodeId: now.duties[2].nodeId, stage: 'draft' })
    const { body: choices } = await call(drafter, 'GET', '/catalogue-entries')
    expect(choices[0]).toEqual({ entryId, catalogue: 'basic', path: ['机构概况', '机构职能'] })
    const placements = [{ kind: 'entry', target: entryId }]
    expect(
      (await call(drafter, 'PUT', `/documents/${document.documentId}/placements`, { placements })).status,
    ).toBe(200)
    const after = (await call(drafter, 'GET', '/catalogues/basic/duties')).body.duties[0]
    // A draft fulfils nothing.
    expect(after).toMatchObject({ state: 'planned', dueOn: '2026-07-01', items: 0 })
    const { body: versions } = await call(drafter, 'GET', '/catalogues')
    expect(versions).toMatchObject([{ version: 1, state: 'in-force', source: 'starter' }])
  })

  it('answers a catalogue or a line that is not there with a sentence', async () => {
    expect((await call(office.drafter, 'POST', '/catalogues/area-99/starter', {})).status).toBe(400)
    const none = await call(
      office.drafter,
      'DELETE',
      '/catalogues/basic/entries/00000000-0000-7000-8000-0000000000ff',
    )
    expect(none.status).toBe(404)
    expect((await call(office.drafter, 'POST', '/catalogues/basic/discard', { version: 9 })).status).toBe(404)
  })
})
