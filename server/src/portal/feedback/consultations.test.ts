import { addDays, parsePlainDate } from '@mingfu/law'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayInChina } from '../../runtime.ts'
import { openCall } from '../../services/feedback/opinion-calls/open-call.ts'
import { aColumn, aDocument, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { portalServer } from '../testing/portal-server.ts'

let runtime: TestRuntime
let app: FastifyInstance
let path: string
let draftPath: string
beforeAll(async () => {
  runtime = await testRuntime()
  const agencyId = await anAgency(runtime, { slug: 'yahe', name: '鸭河工区管理委员会' })
  const nodeId = await aColumn(runtime, agencyId)
  const today = dayInChina(new Date())
  const dated = { writtenOn: today, effectiveOn: null, documentNumber: null, kind: 'announcement' } as const
  const draft = await aDocument(runtime, agencyId, {
    nodeId,
    on: today,
    content: { title: '停车管理办法（征求意见稿）', ...dated },
  })
  const { callId } = await openCall(theOffice(runtime, agencyId, today).drafter, {
    agencyId,
    documentId: draft.documentId,
    subject: 'other',
    title: '关于停车管理办法征求意见的公告',
    explanation: '重点征求收费标准的意见。\n请写明条款。',
    otherWays: '',
    opensOn: today,
    closesOn: addDays(parsePlainDate(today), 40),
    shortReason: '',
  })
  path = `/yahe/consultations/${callId}`
  draftPath = `/yahe/documents/${draft.documentId}`
  app = await portalServer(runtime)
})
afterAll(() => app.close())

const post = (fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `${path}/opinion`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('意见征集 on the portal', () => {
  it('is found from the organ, the draft and the list, each leading to the other', async () => {
    const list = await app.inject('/yahe/consultations')
    expect(list.body).toContain(`href="${path}"`)
    expect((await app.inject('/yahe')).body).toContain(`href="${path}"`)
    const page = await app.inject(path)
    expect([page.statusCode, page.body.includes(`href="${draftPath}"`)]).toEqual([200, true])
    expect(page.body).toContain('<meta name="ColumnType" content="征集调查"/>')
    expect((await app.inject(draftPath)).body).toContain(`href="${path}"`)
    expect((await app.inject('/yahe/consultations/1')).statusCode).toBe(404)
  })

  it('takes an opinion by a plain form, keeps what was typed when something lacks', async () => {
    const form = await app.inject(`${path}/opinion`)
    expect(form.headers['cache-control']).toBe('no-store')
    const formKey = /name="formKey" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const lacking = await post({ formKey, text: '', clause: '第三条', answer: '' })
    expect([lacking.statusCode, lacking.body.includes('value="第三条"')]).toEqual([422, true])
    const trapped = await post({ formKey, text: '广告', website: 'x' })
    expect([trapped.statusCode, trapped.body.includes('验证问题')]).toEqual([422, true])
    await new Promise((resolve) => setTimeout(resolve, 600))
    const done = await post({ formKey, text: '收费偏高', clause: '第三条' })
    expect(done.statusCode).toBe(200)
    expect(done.body).toMatch(/意见\d{4}-00001/)
    expect((await app.inject(path)).body).not.toContain('收费偏高')
  })
})
