import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../../../documents/src/testing/pdf-text.ts'
import { indexDocument } from '../../services/search/index-document.ts'
import { aColumn, aDocument } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { portalServer } from '../testing/portal-server.ts'

let runtime: TestRuntime
let portal: FastifyInstance
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'yahe', name: '鸭河工区管理委员会' })
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

type Attached = Readonly<{ field: string; name: string; bytes: Uint8Array }>

const PDF = new TextEncoder().encode('%PDF-1.4')

async function get(url: string) {
  const { statusCode, body } = await portal.inject(url)
  return { status: statusCode, body }
}

/** Posts as a browser without JavaScript does. */
async function post(url: string, fields: Record<string, string>, files: readonly Attached[] = []) {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  for (const { field, name, bytes } of files) data.append(field, new File([new Uint8Array(bytes)], name))
  const request = new Request('http://localhost', { method: 'POST', body: data })
  const answer = await portal.inject({
    method: 'POST',
    url,
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.body, raw: answer.rawPayload, headers: answer.headers }
}

/** Posts a form without files. */
async function send(url: string, fields: Record<string, string>) {
  const answer = await portal.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
  return { status: answer.statusCode, body: answer.body, raw: answer.rawPayload, headers: answer.headers }
}

const APPLICATION = {
  name: '欧阳测试',
  identityKind: 'resident-id',
  identityNumber: '11010519491231002X',
  phone: '13800001234',
  description: '申请公开2023年城乡环卫一体化项目的中标通知书',
  wantedMedium: 'electronic',
  wantedDelivery: 'online',
}

/** A form as it was given out, with its key made long enough ago to have been read. */
async function openForm(kind = 'person'): Promise<string> {
  const { body } = await get(`/yahe/apply/${kind}`)
  const key = /name="draftKey" value="([^"]+)"/.exec(body)?.[1] ?? ''
  await new Promise((resolve) => setTimeout(resolve, 520))
  return key
}

function idText(body: string, id: string): string {
  return new RegExp(`id="${id}"[^>]*>([^<]+)<`).exec(body)?.[1]?.trim() ?? ''
}

async function fileOne(what: Record<string, string> = {}) {
  const draftKey = await openForm()
  await post('/yahe/apply/person', { ...APPLICATION, ...what, draftKey, do: 'check' })
  return send('/yahe/apply/person', { draftKey, do: 'file' })
}

describe('在线申请', () => {
  it('goes from the form over the review to number, code and receipt', async () => {
    const draftKey = await openForm()
    const review = await post('/yahe/apply/person', { ...APPLICATION, draftKey, do: 'check' }, [
      { field: 'identity', name: '证件.pdf', bytes: PDF },
    ])
    expect(review.status).toBe(200)
    for (const shown of ['请核对申请内容', '欧阳测试', '中标通知书', '证件.pdf'])
      expect(review.body).toContain(shown)

    const done = await send('/yahe/apply/person', { draftKey, do: 'file' })
    const number = idText(done.body, 'request-number')
    const queryCode = idText(done.body, 'query-code')
    expect(number).toMatch(/^YAHE-\d{4}-\d{4}$/)
    expect(queryCode).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    expect(done.headers['cache-control']).toBe('no-store')

    const receipt = await send('/yahe/apply/receipt', { number, queryCode })
    const text = (await pdfPages(new Uint8Array(receipt.raw))).join('')
    for (const printed of [number, queryCode, '欧阳测试']) expect(text).toContain(printed)

    const { rows } = await runtime.owner.query(
      `select f.purpose from request_file f join request r using (agency_id, request_id) where r.number = $1`,
      [number],
    )
    expect(rows).toEqual([{ purpose: 'identity-proof' }])
  })

  it('files once, however often the button is pressed', async () => {
    const draftKey = await openForm()
    await post('/yahe/apply/person', { ...APPLICATION, draftKey, do: 'check' })
    const pages = await Promise.all(
      Array.from({ length: 4 }, () => send('/yahe/apply/person', { draftKey, do: 'file' })),
    )
    expect(new Set(pages.map(({ body }) => idText(body, 'request-number'))).size).toBe(1)
    expect(new Set(pages.map(({ body }) => idText(body, 'query-code'))).size).toBe(1)
  })

  it('keeps everything typed and attached when something is missing, and leads to each fault', async () => {
    const draftKey = await openForm()
    const typed = { ...APPLICATION, draftKey, do: 'check', description: '', wantedDelivery: 'post' }
    const { status, body } = await post('/yahe/apply/person', typed, [
      { field: 'identity', name: '证件.pdf', bytes: PDF },
      { field: 'attachment', name: '程序.exe', bytes: PDF },
    ])
    expect(status).toBe(422)
    for (const kept of ['value="欧阳测试"', 'value="13800001234"', '证件.pdf']) expect(body).toContain(kept)
    for (const fault of [
      '<a href="#description">请填写所需信息的内容描述</a>',
      '<a href="#address">选择邮寄的，请填写通信地址</a>',
      '“程序.exe”的格式不能接收，请换成 PDF、OFD、Word、JPG 或者 PNG 文件',
    ]) {
      expect(body).toContain(fault)
    }
    expect(body).toContain('aria-invalid="true"')
    const again = await post('/yahe/apply/person', {
      ...typed,
      description: '环卫合同',
      address: '解放路1号',
    })
    expect(again.status).toBe(200)
    expect(again.body).toContain('证件.pdf')
  })

  it('puts a form aside under a code to type, in no address, and finds it again until it is filed', async () => {
    const draftKey = await openForm('organisation')
    const typed = { name: '南召县某合作社', description: '水源保护区划定文件' }
    const kept = await post('/yahe/apply/organisation', { ...typed, draftKey, do: 'keep' }, [
      { field: 'attachment', name: '营业执照.pdf', bytes: PDF },
    ])
    const code = idText(kept.body, 'resume-code')
    expect(kept.status).toBe(200)
    expect(kept.body).not.toContain('需要补充')
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(kept.body).not.toMatch(/(href|action)="[^"]*(draft|code)/i)

    const resumed = await send('/yahe/apply/resume', { resumeCode: ` ${code.toLowerCase()} ` })
    expect(resumed.headers['cache-control']).toBe('no-store')
    for (const shown of [
      'value="南召县某合作社"',
      '水源保护区划定文件',
      '营业执照.pdf',
      `value="${draftKey}"`,
    ]) {
      expect(resumed.body).toContain(shown)
    }
    expect(resumed.body).toContain('action="/yahe/apply/organisation"')

    for (const resumeCode of ['', 'AAAA-AAAA-AAAA-AAAA-AAAA', draftKey]) {
      const wrong = await send('/yahe/apply/resume', { resumeCode })
      expect(wrong.status).toBe(404)
      expect(wrong.body).toContain('没有找到这份暂存的申请表')
    }
    const byAddress = await get(`/yahe/apply/organisation?draft=${draftKey}`)
    expect(byAddress.body).not.toContain('南召县某合作社')
  })

  it('takes five attachments in all, not five a try', async () => {
    const draftKey = await openForm()
    const four = Array.from({ length: 4 }, (_, at) => ({
      field: 'attachment',
      name: `${at}.pdf`,
      bytes: PDF,
    }))
    await post('/yahe/apply/person', { draftKey, do: 'keep' }, four)
    const { body } = await post('/yahe/apply/person', { draftKey, do: 'keep' }, four.slice(0, 2))
    expect(body).toContain('附件最多5个，“1.pdf”没有收下')
  })

  it('takes a doubtful number with a word about it, and never asks for a purpose', async () => {
    const draftKey = await openForm()
    const doubtful = { ...APPLICATION, identityNumber: '110105194912310021', draftKey, do: 'check' }
    const review = await post('/yahe/apply/person', doubtful)
    expect(review.status).toBe(200)
    expect(review.body).toContain('居民身份证号码的校验码不符')
    const done = await send('/yahe/apply/person', { draftKey, do: 'file' })
    expect(idText(done.body, 'request-number')).toMatch(/^YAHE-/)
    expect(done.body).toContain('经办人可能会请您补正')
  })

  it('takes an agent along', async () => {
    const page = await fileOne({ agentName: '张代理', agentPhone: '13900009999' })
    expect(page.body).toContain('没有附授权委托书')
    const draftKey = await openForm()
    const nameless = await post('/yahe/apply/person', {
      ...APPLICATION,
      agentPhone: '13900009999',
      draftKey,
      do: 'check',
    })
    expect(nameless.body).toContain('<a href="#agentName">由他人代为申请的，请填写代理人姓名</a>')
  })

  it('asks a question where a program seems to fill in the form, and files when it is answered', async () => {
    const draftKey = await openForm()
    const trapped = { ...APPLICATION, website: 'http://example.com', draftKey, do: 'check' }
    const asked = await post('/yahe/apply/person', trapped)
    const [, first = '', second = ''] =
      /([一二三四五六七八九])加([一二三四五六七八九])等于几？/.exec(asked.body) ?? []
    const sum = '零一二三四五六七八九'.indexOf(first) + '零一二三四五六七八九'.indexOf(second)
    const wrong = await send('/yahe/apply/person', { draftKey, do: 'file', answer: '99' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('回答不正确，请再算一次')
    const right = await send('/yahe/apply/person', { draftKey, do: 'file', answer: String(sum) })
    expect(idText(right.body, 'request-number')).toMatch(/^YAHE-/)
  })

  it('gives a form whose key is not ours a new one, and loses nothing typed', async () => {
    const { body } = await post('/yahe/apply/person', { ...APPLICATION, draftKey: 'made-up', do: 'check' })
    expect(body).toContain('请核对申请内容')
    expect(body).toContain('欧阳测试')
    expect(body).not.toContain('value="made-up"')
  })

  it('shows what somebody typed as text, never as markup', async () => {
    const draftKey = await openForm()
    const { body } = await post('/yahe/apply/person', {
      ...APPLICATION,
      description: '<script>alert(1)</script>',
      draftKey,
      do: 'check',
    })
    expect(body).toContain('&lt;script>')
    expect(body).not.toContain('<script>alert')
  })

  it('shows what is published already, and lets the applicant go on all the same', async () => {
    const nodeId = await aColumn(runtime, agencyId)
    const title = '鸭河工区垃圾分类实施方案'
    const { documentId } = await aDocument(runtime, agencyId, { nodeId, content: { title } })
    await indexDocument(runtime.asSystem(agencyId), { agencyId, documentId })
    const draftKey = await openForm()
    const { body } = await post('/yahe/apply/person', {
      ...APPLICATION,
      description: '申请公开垃圾分类实施方案',
      draftKey,
      do: 'check',
    })
    expect(body).toContain('下列信息已经公开')
    expect(body).toContain(title)
    const done = await send('/yahe/apply/person', { draftKey, do: 'file' })
    expect(idText(done.body, 'request-number')).toMatch(/^YAHE-/)
  })

  it('says while somebody types what is published already, to a page that asks', async () => {
    const found = await send('/yahe/apply/matching', { description: '申请公开垃圾分类实施方案' })
    expect(JSON.parse(found.body)).toMatchObject([{ text: '鸭河工区垃圾分类实施方案' }])
    expect(JSON.parse((await send('/yahe/apply/matching', { description: '' })).body)).toEqual([])
  })

  it('warns of an exact duplicate by its day, without its number, and files it all the same', async () => {
    const same = { identityNumber: '110105194912310062', description: '申请公开2022年度部门预算' }
    const first = await fileOne(same)
    const draftKey = await openForm()
    const review = await post('/yahe/apply/person', { ...APPLICATION, ...same, draftKey, do: 'check' }, [
      { field: 'authority', name: '委托书.pdf', bytes: PDF },
    ])
    expect(review.body).toContain('内容完全相同的申请')
    expect(review.body).not.toContain(idText(first.body, 'request-number'))
    const done = await send('/yahe/apply/person', { draftKey, do: 'file' })
    const number = idText(done.body, 'request-number')
    expect(number).toMatch(/^YAHE-/)
    const { rows } = await runtime.owner.query(
      `select f.purpose from request_file f join request r using (agency_id, request_id) where r.number = $1`,
      [number],
    )
    expect(rows).toEqual([{ purpose: 'identity-proof' }])
  })

  it('offers the form to print', async () => {
    const answer = await portal.inject('/yahe/apply/form/organisation.pdf')
    expect(answer.headers['content-type']).toBe('application/pdf')
    const text = (await pdfPages(new Uint8Array(answer.rawPayload))).join('')
    for (const printed of [
      '鸭河工区管理委员会政府信息公开申请表',
      '统一社会信用代码*',
      '□邮寄',
      '申请人签名或者盖章',
    ]) {
      expect(text).toContain(printed)
    }
    expect(text).toContain('所需信息的用途')
    expect(text).not.toContain('所需信息的用途*')
    expect((await get('/yahe/apply/form/person.exe')).status).toBe(404)
  })
})

describe('查询办理进度', () => {
  it('shows where the application stands and says nothing of who asked what', async () => {
    const done = await fileOne()
    const claim = { number: idText(done.body, 'request-number'), queryCode: idText(done.body, 'query-code') }
    const { status, body } = await send('/apply/status', claim)
    expect(status).toBe(200)
    expect(body).toContain('已登记')
    for (const hidden of ['欧阳', '002X', '13800001234', '环卫']) expect(body).not.toContain(hidden)
    const wrong = await send('/apply/status', { ...claim, queryCode: 'AAAA' })
    const unknown = await send('/apply/status', {
      number: claim.number.replace(/\d{4}$/, '9999'),
      queryCode: 'AAAA',
    })
    const faultOf = (page: string) => /role="alert">(.*?)<\/div>/s.exec(page)?.[1]
    expect([wrong.status, unknown.status]).toEqual([404, 404])
    expect(faultOf(wrong.body)).toBe(faultOf(unknown.body))
  })

  it('hands out a paper only with the last four', async () => {
    const done = await fileOne()
    const claim = { number: idText(done.body, 'request-number'), queryCode: idText(done.body, 'query-code') }
    const { body } = await send('/apply/status', claim)
    const paperId = /name="paperId" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const wrong = await send('/apply/status/paper', { ...claim, paperId, lastFour: '0000' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('后四位与登记的证件号码、联系电话都不相符')
    const right = await send('/apply/status/paper', { ...claim, paperId, lastFour: '1234' })
    expect(right.headers['content-type']).toBe('application/pdf')
  })

  it('takes what the applicant sends in, keeps it when something is missing, and shows it to nobody else', async () => {
    const done = await fileOne()
    const claim = { number: idText(done.body, 'request-number'), queryCode: idText(done.body, 'query-code') }
    const { body } = await send('/apply/status', claim)
    for (const shown of ['为什么是这一天', '期限怎么算的', '逐日计算表', '没有开通邮件和短信提醒']) {
      expect(body).toContain(shown)
    }
    const messageKey = /name="messageKey" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const early = await send('/apply/status/act', {
      ...claim,
      messageKey,
      do: 'correction',
      text: '补正的内容',
    })
    expect(early.status).toBe(422)
    expect(early.body).toContain('申请目前“已登记”，不能“提交补正”')
    const asked = { ...claim, messageKey, do: 'explanation', text: '为什么还没有答复？' }
    const said = await send('/apply/status/act', asked)
    expect([said.status, said.body.includes('您的来信已经收到')]).toEqual([200, true])
    expect(said.body).not.toContain('为什么还没有答复')
    await send('/apply/status/act', asked)
    const own = await send('/apply/status', { ...claim, lastFour: '1234' })
    expect(own.body.split('为什么还没有答复？')).toHaveLength(2)
    const nobody = await send('/apply/status', { ...claim, lastFour: '9999' })
    expect([nobody.status, nobody.body.includes('为什么还没有答复')]).toEqual([422, false])
    const refused = await send('/apply/status/act', {
      ...claim,
      messageKey: 'other',
      do: 'withdrawal',
      text: '已经取得',
      lastFour: '9999',
    })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('已经取得</textarea>')
    const withdrawn = await send('/apply/status/act', {
      ...claim,
      messageKey: 'other',
      do: 'withdrawal',
      text: '已经取得',
      lastFour: '1234',
    })
    expect(withdrawn.body).toContain('申请已经撤回')
    const rated = await send('/apply/status/act', { ...claim, do: 'rating', score: '5', text: '' })
    expect(rated.body).toContain('感谢您的评价')
    expect((await send('/apply/status/act', { ...claim, do: 'nothing' })).status).toBe(404)
  })

  it('no public page shows an application or its applicant', async () => {
    await fileOne()
    for (const url of [
      '/',
      '/yahe',
      '/yahe/apply',
      '/apply/status',
      '/sitemap.xml',
      '/feed.xml',
      '/robots.txt',
    ]) {
      const { body } = await get(url)
      for (const hidden of ['欧阳', '11010519491231002X', '13800001234', '环卫一体化', 'YAHE-20']) {
        expect(body, `${url} shows ${hidden}`).not.toContain(hidden)
      }
    }
    expect(agencyId).not.toBe('')
  })
})
