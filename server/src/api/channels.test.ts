import fastifyMultipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf } from '../problem.ts'
import type { Context } from '../services/context.ts'
import { withdrawDocument } from '../services/disclosure/withdraw-document.ts'
import { aColumn, aDocument, theOffice } from '../testing/a-document.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { channelRoutes } from './channels.ts'
import { apiRouter } from './route.ts'

let runtime: TestRuntime
let api: FastifyInstance
let agencyId: string
let nodeId: string
/** Who is signed in for the next call. */
let ctx: Context
let office: ReturnType<typeof theOffice>
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'yahe' })
  nodeId = await aColumn(runtime, agencyId)
  office = theOffice(runtime, agencyId)
  api = fastify()
  await api.register(fastifyMultipart)
  api.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error)
    return reply.status(problem.status).send(problem)
  })
  channelRoutes(apiRouter(api, { contextOf: async () => ctx }))
})
afterAll(() => api.close())

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

async function send(
  as: Context,
  url: string,
  body: object,
  file?: Readonly<{ name: string; bytes: Buffer }>,
) {
  ctx = as
  const form = new FormData()
  form.append('json', JSON.stringify(body))
  if (file !== undefined) form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name)
  const request = new Request('http://test/', { method: 'POST', body: form })
  const answer = await api.inject({
    method: 'POST',
    url,
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json() }
}

async function get(as: Context, url: string) {
  ctx = as
  const { statusCode, headers, rawPayload } = await api.inject(url)
  return { status: statusCode, type: headers['content-type'], bytes: rawPayload }
}

describe('公众号图文的封面', () => {
  const words = { title: '临时救助怎样申请', author: '鸭河工区', digest: '对象和标准' }

  it('comes with the form, is kept, and shown again as it was', async () => {
    const { documentId } = await aDocument(runtime, agencyId, { nodeId })
    const url = `/documents/${documentId}/channel-posts`
    const { status, body } = await send(office.drafter, url, words, { name: '封面.png', bytes: PNG })
    expect(status).toBe(200)
    const cover = await get(office.drafter, `/channel-posts/${body.postId}/cover`)
    expect([cover.status, cover.type, cover.bytes.equals(PNG)]).toEqual([200, 'image/png', true])
  })

  it('is refused when it is no picture or lacks, in a sentence that says what to do', async () => {
    const { documentId } = await aDocument(runtime, agencyId, { nodeId })
    const url = `/documents/${documentId}/channel-posts`
    const text = await send(office.drafter, url, words, { name: '封面.txt', bytes: Buffer.from('text') })
    expect([text.status, text.body.title]).toEqual([
      400,
      expect.stringContaining('格式不能上传，请使用jpg、png格式的文件'),
    ])
    const renamed = await send(office.drafter, url, words, { name: '封面.png', bytes: Buffer.from('text') })
    expect(renamed.status).toBe(400)
    expect((await send(office.drafter, url, words)).body.fields ?? {}).toMatchObject({
      cover: '请上传封面图片，公众号图文必须有封面',
    })
  })
})

describe('其他渠道的回执', () => {
  const board = {
    channel: 'notice-board',
    place: '皇路店镇政府公示栏',
    shownOn: '2026-06-15',
    link: '',
    note: '',
  }

  it('says where and when, with a photograph, and hangs until somebody says it was taken down', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId, content: { title: '张贴的公告' } })
    const url = `/documents/${document.documentId}/channel-receipts`
    const made = await send(office.drafter, url, board, { name: '公示栏.png', bytes: PNG })
    expect(made.status).toBe(200)
    const { receiptId } = made.body
    expect((await get(office.drafter, `/channel-receipts/${receiptId}/photo`)).bytes.equals(PNG)).toBe(true)
    const receipts = JSON.parse(String((await get(office.drafter, url)).bytes))
    expect(receipts).toMatchObject([
      { place: '皇路店镇政府公示栏', shownOn: '2026-06-15', recordedBy: '王敏', takenDownOn: null },
    ])
    const hanging = async () =>
      JSON.parse(String((await get(office.drafter, '/channel-posts')).bytes)).hanging.map(
        ({ title, place }: { title: string; place: string }) => [title, place],
      )
    expect(await hanging()).toEqual([])
    await withdrawDocument(office.drafter, { ...document, reason: 'wrong', note: '数字有误' })
    expect(await hanging()).toEqual([['张贴的公告', '皇路店镇政府公示栏']])
    ctx = office.drafter
    const done = await api.inject({ method: 'POST', url: `/channel-receipts/${receiptId}/taken-down` })
    expect([done.statusCode, await hanging()]).toEqual([200, []])
    const again = await api.inject({ method: 'POST', url: `/channel-receipts/${receiptId}/taken-down` })
    expect(again.statusCode).toBe(404)
  })

  it('is of the past, of another channel than the site, of something published, and by who may publish', async () => {
    const { documentId } = await aDocument(runtime, agencyId, { nodeId })
    const url = `/documents/${documentId}/channel-receipts`
    const titleOf = async (body: object, as = office.drafter) => (await send(as, url, body)).body.fields
    expect(await titleOf({ ...board, shownOn: '2026-06-16' })).toMatchObject({
      shownOn: '请填写公开的日期，不能晚于今天',
    })
    expect(await titleOf({ ...board, channel: 'website' })).toMatchObject({ channel: '请选择渠道' })
    expect(await titleOf({ ...board, place: ' ' })).toMatchObject({ place: '请填写张贴的地点或者刊播的载体' })
    expect((await send(office.reviewer, url, board)).status).toBe(403)
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'approved' })
    const early = await send(office.drafter, `/documents/${draft.documentId}/channel-receipts`, board)
    expect(early.body.title).toContain('先在网站发布')
  })
})
