import fastifyMultipart from '@fastify/multipart'
import { defineRoute } from '@mingfu/contract'
import { cite } from '@mingfu/law'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { Refused, Stale } from '../errors.ts'
import { problemOf } from '../problem.ts'
import type { Context } from '../services/context.ts'
import { apiRouter, FileAnswer } from './route.ts'

const Person = z.object({ name: z.string() })
const contract = {
  greet: defineRoute({
    method: 'POST',
    path: '/people/:copies/greet',
    summary: '问候',
    access: 'public',
    params: z.object({ copies: z.coerce.number().int().max(9).meta({ title: '份数' }) }),
    query: z.object({ loud: z.enum(['yes', 'no']).default('no') }),
    body: z.object({ name: z.string().min(1).meta({ title: '姓名' }) }),
    answer: z.object({ greetings: z.array(z.string()), person: Person }),
  }),
  broken: defineRoute({ method: 'GET', path: '/broken', summary: '坏', access: 'public', answer: Person }),
  letter: defineRoute({ method: 'GET', path: '/letter', summary: '文书', access: 'public' }),
  refused: defineRoute({
    method: 'GET',
    path: '/refused',
    summary: '不行',
    access: 'public',
    answer: Person,
  }),
  stale: defineRoute({ method: 'GET', path: '/stale', summary: '旧', access: 'public', answer: Person }),
  send: defineRoute({
    method: 'POST',
    path: '/send',
    summary: '提交材料',
    access: 'public',
    files: ['pdf', 'txt'],
    body: z.object({ note: z.string().min(1).meta({ title: '说明' }) }),
    answer: z.object({ received: z.array(z.string()) }),
  }),
}

const app = fastify()
beforeAll(async () => {
  await app.register(fastifyMultipart, { limits: { fileSize: 1000, files: 2 } })
  app.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error)
    return reply.status(problem.status).send(problem)
  })
  const api = apiRouter(app, { contextOf: async () => ({}) as Context })
  api.route(contract.greet, async ({ params, query, body }) => ({
    greetings: Array.from(
      { length: params.copies },
      () => `${body.name}${query.loud === 'yes' ? '！' : '。'}`,
    ),
    // What the schema does not name must not leave the house.
    person: { name: body.name, identityNumber: '411302199001011234' },
  }))
  api.route(contract.broken, async () => ({ name: 1 }) as unknown as { name: string })
  api.route(
    contract.letter,
    async () => new FileAnswer(Buffer.from('x'), "答复书(1)'s.pdf", 'application/pdf'),
  )
  api.route(contract.refused, async () => {
    throw new Refused({
      code: 'extension-too-long',
      reason: '延长的期限最长不得超过20个工作日',
      basis: cite('regulation', 33, 2),
    })
  })
  api.route(contract.stale, async () => {
    throw new Stale('这件申请')
  })
  api.route(contract.send, async ({ body, files }) => ({
    received: files.map(({ field, name, mediaType, bytes }) =>
      [body.note, field, name, mediaType, bytes.length].join(' '),
    ),
  }))
})
afterAll(() => app.close())

it('unpacks what the contract describes and answers only what it names', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/people/2/greet?loud=yes',
    payload: { name: '王敏' },
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({ greetings: ['王敏！', '王敏！'], person: { name: '王敏' } })
})

it('says what to do about a wrong field, by its Chinese name', async () => {
  const body = await app.inject({ method: 'POST', url: '/people/2/greet', payload: { name: '' } })
  expect(body.statusCode).toBe(400)
  expect(body.json()).toMatchObject({
    code: 'invalid-input',
    title: '请填写姓名',
    fields: { name: '请填写姓名' },
  })
  const params = await app.inject({ method: 'POST', url: '/people/10/greet', payload: { name: '王敏' } })
  expect(params.json()).toMatchObject({ fields: { copies: '份数不能大于9' } })
  const nothing = await app.inject({ method: 'POST', url: '/people/1/greet' })
  expect(nothing.json()).toMatchObject({ fields: { name: '请填写姓名' } })
})

it('answers a refusal of the law with its code and article', async () => {
  const answer = await app.inject('/refused')
  expect(answer.statusCode).toBe(409)
  expect(answer.json()).toEqual({
    type: 'about:blank',
    status: 409,
    code: 'extension-too-long',
    title: '延长的期限最长不得超过20个工作日',
    basis: '《中华人民共和国政府信息公开条例》第三十三条第二款',
  })
})

it('tells whoever comes second that something changed', async () => {
  const answer = await app.inject('/stale')
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'stale-version'])
})

it('keeps a broken answer inside', async () => {
  const answer = await app.inject('/broken')
  expect(answer.statusCode).toBe(500)
  expect(answer.json()).toMatchObject({ code: 'unexpected', basis: null })
  expect(answer.body).not.toContain('expected string')
})

it('sends a file under its Chinese name', async () => {
  const answer = await app.inject('/letter')
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="___(1)'s.pdf"; filename*=UTF-8''%E7%AD%94%E5%A4%8D%E4%B9%A6%281%29%27s.pdf`,
  )
  expect(answer.headers['content-type']).toBe('application/pdf')
  expect(answer.headers['cache-control']).toBe('no-store')
})

/** A form of a note and one file. */
function form(file: { name: string; content: string }, note = '补充材料') {
  const part = (head: string, content: string) =>
    `--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
  return {
    method: 'POST' as const,
    url: '/send',
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    payload: `${part('name="note"', note)}${part(`name="evidence"; filename="${file.name}"`, file.content)}--edge--\r\n`,
  }
}

it('takes files of the kinds that the contract lists, and decides their type itself', async () => {
  const answer = await app.inject(form({ name: 'C:\\文件\\申请说明.txt', content: '说明' }))
  expect(answer.json()).toEqual({ received: ['补充材料 evidence 申请说明.txt text/plain 6'] })
})

it('takes a form whose file was left alone', async () => {
  const answer = await app.inject(form({ name: '', content: '' }))
  expect(answer.json()).toEqual({ received: [] })
})

// biome-ignore format: a table
const UPLOADS = [
  ['of a kind that is not taken', { name: '程序.exe', content: 'MZ' }, '“程序.exe”的格式不能上传，请使用pdf、txt格式的文件'],
  ['that is empty', { name: '空.txt', content: '' }, '“空.txt”是空文件，请重新选择'],
  ['that is not what its name says', { name: '假.pdf', content: '<html>' }, '“假.pdf”的内容与文件名不符，请用原来的软件另存后再上传'],
] as const
it.each(UPLOADS)('refuses a file %s, on its field', async (_case, file, sentence) => {
  const answer = await app.inject(form(file))
  expect(answer.statusCode).toBe(400)
  expect(answer.json().fields).toEqual({ evidence: sentence })
})

it('refuses a file that is too large in words', async () => {
  const answer = await app.inject(form({ name: '大.txt', content: '字'.repeat(500) }))
  expect(answer.statusCode).toBe(413)
  expect(answer.json().title).toBe('附件超过了大小限制（单个不超过20兆字节），请压缩或者分开上传。')
})

it('reads what is not flat from the field json, and says when that is none', async () => {
  const nested = await app.inject({
    ...form({ name: '说明.txt', content: '说明' }),
    payload: form({ name: '说明.txt', content: '说明' }, '')
      .payload.replace('"note"', '"json"')
      .replace('\r\n\r\n\r\n', '\r\n\r\n{"note":"来自JSON"}\r\n'),
  })
  expect(nested.json()).toEqual({ received: ['来自JSON evidence 说明.txt text/plain 6'] })
  const broken = await app.inject({
    ...form({ name: '说明.txt', content: '说明' }),
    payload: form({ name: '说明.txt', content: '说明' }, '{').payload.replace('"note"', '"json"'),
  })
  expect([broken.statusCode, broken.json().title]).toEqual([400, '提交的内容不是有效的 JSON，请检查后再提交'])
})
