import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachFile } from '../../services/disclosure/attach-file.ts'
import { withdrawDocument } from '../../services/disclosure/withdraw-document.ts'
import { aColumn, aDocument, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { portalServer } from '../testing/portal-server.ts'

let runtime: TestRuntime
let portal: FastifyInstance
let agencyId: string
let nodeId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'yahe', creditCode: '11441700007280420Y' })
  await runtime.owner.query(`update agency set site_domain = 'www.yahe.example.gov.cn'`)
  nodeId = await aColumn(runtime, agencyId)
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

const body = async (url: string) => (await portal.inject(url)).body

function upload(name: string, bytes: Uint8Array) {
  const boundary = 'x7q2'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return portal.inject({
    method: 'POST',
    url: '/verify',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}

describe('核验', () => {
  it('leads from the page to what is published, and tells another content from it', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId })
    const page = await body(`/yahe/documents/${document.documentId}`)
    const address = /href="(\/verify\?[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(page).toContain('aria-label="核验本页的二维码"')
    expect(await body(address)).toContain('与公布的内容一致')
    expect(await body(address.replace(/d=\w+/, 'd=0123456789abcdef'))).toContain('与现在公布的内容不一致')
    expect(await body(`/verify?i=${encodeURIComponent(document.indexNumber)}`)).toContain('由本网站公布')
    expect(await body('/verify?i=11441700007280420Y/1999-00001')).toContain('没有公布过')
  })

  it('knows a downloaded text and an attachment, bit for bit, and no other file', async () => {
    const draft = await aDocument(runtime, agencyId, {
      nodeId,
      stage: 'draft',
      content: { title: '补贴标准' },
    })
    const bytes = new TextEncoder().encode('每亩二百元')
    const file = { ...draft, title: '标准表', name: '标准表.txt', bytes }
    await attachFile(theOffice(runtime, agencyId).drafter, file)
    expect((await upload('标准表.txt', bytes)).body).toContain('不是本网站公布的文件')
    await runtime.owner.query(
      `update document set state = 'published', index_number = 'x/2026-00001', published_at = now() where document_id = $1`,
      [draft.documentId],
    )
    expect((await upload('改了名.txt', bytes)).body).toContain('附件“标准表”，与现在公布的内容一致')
    expect((await upload('a.txt', new TextEncoder().encode('每亩三百元'))).body).toContain(
      '不是本网站公布的文件',
    )

    for (const type of ['pdf', 'docx']) {
      const url = `/files/yahe/${draft.documentId}/text/${type}`
      const [first, second] = [await portal.inject(url), await portal.inject(url)]
      expect(first.rawPayload.equals(second.rawPayload)).toBe(true)
      const answer = await upload(`a.${type}`, first.rawPayload)
      expect(answer.body).toContain('是本网站公布的文件')
      expect(answer.body).toContain('补贴标准')
    }
  })

  it('says of what was withdrawn only that, and asks for a file when none came', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId, content: { title: '错发的名单' } })
    const url = `/verify?i=${encodeURIComponent(document.indexNumber)}`
    const withdrawal = { ...document, reason: 'personal', note: '漏了遮盖' } as const
    await withdrawDocument(theOffice(runtime, agencyId).drafter, withdrawal)
    const page = await body(url)
    expect(page).toContain('已经撤回')
    expect(page).not.toContain('错发的名单')
    const none = await upload('', new Uint8Array())
    expect([none.statusCode, none.body.includes('请选择要核验的文件')]).toEqual([422, true])
  })
})
