import fastifyMultipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../db/new-id.ts'
import { problemOf } from '../problem.ts'
import type { Context } from '../services/context.ts'
import { anOffice, type Office, underReview } from '../services/requests/testing/office.ts'
import { remedyRoutes } from './remedies.ts'
import { requestRoutes } from './requests.ts'
import { apiRouter } from './route.ts'

let office: Office
let api: FastifyInstance
/** Who is signed in for the next call. */
let ctx: Context
beforeAll(async () => {
  office = await anOffice()
  api = fastify()
  await api.register(fastifyMultipart)
  api.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error)
    return reply.status(problem.status).send(problem)
  })
  const router = apiRouter(api, { contextOf: async () => ctx })
  requestRoutes(router)
  remedyRoutes(router)
})
afterAll(() => api.close())

async function call(as: Context, method: 'GET' | 'POST', url: string, payload?: object) {
  ctx = as
  const answer = await api.inject({ method, url, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

/** As the console sends a form that may carry files: the body in one field. */
async function form(
  as: Context,
  url: string,
  body: object,
  file?: { field: string; name: string; bytes: Buffer },
) {
  ctx = as
  const data = new FormData()
  data.set('json', JSON.stringify(body))
  if (file) data.set(file.field, new File([new Uint8Array(file.bytes)], file.name))
  const request = new Request('http://localhost', { method: 'POST', body: data })
  const answer = await api.inject({
    method: 'POST',
    url,
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json() }
}

const clerk = (on: string) => office.as('clerk', on)

const REGISTRATION = {
  channel: 'post-signed',
  arrivedOn: '2024-06-14',
  applicantClass: 'natural-person',
  applicant: {
    kind: 'person',
    name: '欧阳测试',
    identityKind: 'resident-id',
    identityNumber: '11010519491231002X',
    contact: { phone: '13800001234' },
  },
  wish: { description: '申请公开环卫中标通知书', wantedMedium: 'paper', wantedDelivery: 'post' },
}

describe('依申请公开接口', () => {
  it('registers a letter with its scan, and takes the day of the signature', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1])
    const { status, body } = await form(
      clerk('2024-06-21'),
      '/requests',
      { ...REGISTRATION, filingKey: newId() },
      { field: 'identity-proof', name: '张三身份证.png', bytes: png },
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({ receivedOn: '2024-06-14', dueOn: '2024-07-12' })
    const { body: file } = await call(clerk('2024-06-21'), 'GET', `/requests/${body.requestId}`)
    expect(file.files).toMatchObject([{ name: '身份证明.png', purpose: 'identity-proof', sizeBytes: 5 }])
    expect(file.applicant.name).toBe('欧阳**')
    expect(JSON.stringify(file)).not.toContain('11010519491231002X')
  })

  it('takes no deadline and no state from a client', async () => {
    for (const extra of [{ dueOn: '2030-01-01' }, { state: 'closed' }, { receivedOn: '2024-01-01' }]) {
      const { status, body } = await form(clerk('2024-06-21'), '/requests', {
        ...REGISTRATION,
        filingKey: newId(),
        ...extra,
      })
      expect([status, body.code]).toEqual([400, 'invalid-input'])
    }
  })

  it('answers a refusal with its article, and a stale page with what to do', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const path = `/requests/${on.requestId}/extension`
    const extension = {
      version: on.version,
      on: '2024-06-28',
      workingDays: 21,
      reason: '需要更多时间',
      approvedBy: office.headId,
      approvedOn: '2024-06-28',
    }
    const refused = await call(clerk('2024-06-28'), 'POST', path, extension)
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'extension-too-long', basis: '《中华人民共和国政府信息公开条例》第三十三条第二款' },
    })
    const stale = await call(clerk('2024-06-28'), 'POST', path, { ...extension, workingDays: 5, version: 1 })
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version' } })
    const granted = await call(clerk('2024-06-28'), 'POST', path, { ...extension, workingDays: 5 })
    expect(granted).toMatchObject({ status: 200, body: { state: 'under-review', version: 3 } })
  })

  it('names the field that is wrong', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const { status, body } = await call(clerk('2024-06-04'), 'POST', `/requests/${on.requestId}/withdrawal`, {
      version: on.version,
      on: '2024-13-01',
      statement: '',
    })
    expect(status).toBe(400)
    expect(body.fields).toEqual({ on: '请按 2024-09-30 的样式填写日期', statement: '请填写撤回的书面说明' })
  })

  it('shows the case with its days, its articles and what may follow', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const { body } = await call(clerk('2024-06-04'), 'GET', `/requests/${on.requestId}`)
    expect(body.next).toContain('extended')
    expect(body.next).not.toContain('served')
    expect(body.clock).toMatchObject({ stage: 'running', dueOn: '2024-07-02', workingDaysUsed: 1 })
    expect(body.days.find((one: { on: string }) => one.on === '2024-06-10')).toMatchObject({
      kind: 'holiday',
    })
    expect(body.timeline.map(({ label }: { label: string }) => label)).toEqual([
      '提交申请',
      '与申请人确认',
      '开始办理',
    ])
  })

  it('lists for the queue, and explains one deadline', async () => {
    const { on, number } = await underReview(office, '2024-06-03')
    const { body } = await call(clerk('2024-06-04'), 'GET', `/requests?group=open&text=${number}`)
    expect(body.lines).toMatchObject([{ requestId: on.requestId, workingDaysLeft: 19, applicant: '欧阳**' }])
    const { body: clock } = await call(clerk('2024-06-04'), 'GET', `/requests/${on.requestId}/clock`)
    expect(clock.steps.at(-1)).toMatchObject({
      on: '2024-07-02',
      kind: 'due',
      basis: '《中华人民共和国政府信息公开条例》第三十三条第二款',
    })
  })

  it('previews the letter of a decision without keeping anything', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const before = await office.count('letter')
    const { status, body } = await call(clerk('2024-06-04'), 'POST', `/requests/${on.requestId}/preview`, {
      items: [{ outcome: 'unable-not-exist', facts: { searched: '档案系统', keywords: ['环卫'] } }],
    })
    expect(status).toBe(200)
    expect(body.title).toBe('测试区管理委员会政府信息公开申请答复书')
    expect(body.addressee).toBe('欧阳**')
    expect(body.remedy).toContain('6个月内')
    expect(await office.count('letter')).toBe(before)
  })

  it('records a search and a review by who may', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const search = {
      systems: ['档案系统'],
      words: ['环卫'],
      period: '2020年至今',
      searchedBy: '经办员',
      searchedOn: '2024-06-04',
      hits: '没有命中',
    }
    const path = `/requests/${on.requestId}/evidence`
    expect((await form(clerk('2024-06-04'), `${path}/search`, search)).status).toBe(200)
    const review = { opinion: 'disclose', text: '可以公开' }
    expect((await form(clerk('2024-06-04'), `${path}/review`, review)).status).toBe(403)
    expect((await form(office.as('reviewer', '2024-06-04'), `${path}/review`, review)).status).toBe(200)
    const { body } = await call(clerk('2024-06-04'), 'GET', `/requests/${on.requestId}`)
    expect(body.onFile).toEqual(['search-record', 'secrecy-review'])
  })

  it('carries a dispute from its filing to the order to answer again', async () => {
    const { on } = await underReview(office, '2024-06-03')
    const { body: recorded } = await call(clerk('2024-07-10'), 'POST', '/disputes', {
      requestId: on.requestId,
      block: 'review',
      organ: '测试市人民政府',
      filedOn: '2024-07-05',
      copyReceivedOn: '2024-07-08',
    })
    const { body: list } = await call(clerk('2024-07-10'), 'GET', `/disputes?requestId=${on.requestId}`)
    expect(list[0].dues).toMatchObject([{ label: '被申请人书面答复（普通程序）', dueOn: '2024-07-22' }])
    const conclusion = {
      version: 1,
      result: 'performance-ordered',
      concludedOn: '2024-08-01',
      failedStep: 'deadline',
      answerAgain: { dueOn: '2024-08-29', requestVersion: on.version },
    }
    const done = await call(
      clerk('2024-08-01'),
      'POST',
      `/disputes/${recorded.disputeId}/outcome`,
      conclusion,
    )
    expect(done.status).toBe(200)
    const { body: file } = await call(clerk('2024-08-01'), 'GET', `/requests/${on.requestId}`)
    expect([file.state, file.clock.dueOn]).toEqual(['reopened', '2024-08-29'])
  })
})
