import type { FastifyInstance } from 'fastify'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachFile } from '../services/disclosure/attach-file.ts'
import { withdrawDocument } from '../services/disclosure/withdraw-document.ts'
import { aColumn, aDocument, publishDraft, theOffice } from '../testing/a-document.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { portalServer } from './testing/portal-server.ts'

let runtime: TestRuntime
let portal: FastifyInstance
let agencyId: string
let nodeId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'yahe' })
  await runtime.owner.query(`update agency set site_domain = 'www.yahe.example.gov.cn'`)
  nodeId = await aColumn(runtime, agencyId)
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const docx = (text: string) =>
  zipSync({
    'word/document.xml': strToU8(
      `<w:document ${W}><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  })
const PDF = new Uint8Array(Buffer.from('%PDF-1.4\n%%EOF'))

/** A draft with these files. */
async function aDraft(files: Readonly<Record<string, Uint8Array>>) {
  const { drafter } = theOffice(runtime, agencyId)
  let { documentId, version } = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
  const ids: string[] = []
  for (const [name, bytes] of Object.entries(files)) {
    const attached = await attachFile(drafter, { agencyId, documentId, version, title: '', name, bytes })
    version = attached.version
    ids.push(attached.fileId)
  }
  const at = (fileId: string) => `/yahe/documents/${documentId}/preview/${fileId}`
  return { documentId, version, ids, paths: ids.map(at) }
}

const publish = (draft: Readonly<{ documentId: string; version: number }>) =>
  publishDraft(runtime, agencyId, draft)

describe('附件预览', () => {
  it('is there as long as the document is public, and at no other time', async () => {
    const draft = await aDraft({ '补贴发放名册.docx': docx('预览里才有的文字') })
    const [path = ''] = draft.paths
    const look = async () => {
      const { statusCode, body } = await portal.inject(path)
      return [statusCode, body.includes('预览里才有的文字')]
    }
    expect(await look()).toEqual([404, false])
    const version = await publish(draft)
    expect(await look()).toEqual([200, true])
    const { drafter } = theOffice(runtime, agencyId)
    const { documentId } = draft
    await withdrawDocument(drafter, { agencyId, documentId, version, reason: 'wrong', note: '有误' })
    await expect.poll(look).toEqual([404, false])
    const file = path.replace('documents/', '').replace('/preview', '').replace('/yahe', '/files/yahe')
    expect((await portal.inject(`${file}/inline`)).statusCode).toBe(404)
  })

  it('names the document as the page to list, says that the file counts, and is made once for the same bytes', async () => {
    const draft = await aDraft({ '补贴标准.docx': docx('每户五百元') })
    await publish(draft)
    const { body } = await portal.inject(draft.paths[0] ?? '')
    expect(body).toContain(
      `<link rel="canonical" href="https://www.yahe.example.gov.cn/yahe/documents/${draft.documentId}"/>`,
    )
    expect(body).toContain('版式可能与原文件不同，以原文件为准。')
    expect(body).toContain('下载原文件（DOCX，')
    expect((await portal.inject(`/yahe/documents/${draft.documentId}`)).body).toContain(
      `href="${draft.paths[0]}"`,
    )
    expect((await portal.inject('/sitemap.xml')).body).not.toContain('preview')
    const { rows } = await runtime.owner.query('select pages from file_preview where $1 = any(pages)', [
      '<p>每户五百元</p>',
    ])
    expect(rows).toHaveLength(1)
    // What is kept is what is shown: nothing converts the file again.
    await runtime.owner.query(
      `update file_preview set pages = array['<p>留存的一页</p>'] where $1 = any(pages)`,
      ['<p>每户五百元</p>'],
    )
    await runtime.owner.query(`update counter set value = value + 1 where kind = 'content'`)
    await expect.poll(async () => (await portal.inject(draft.paths[0] ?? '')).body).toContain('留存的一页')
  })

  it('has pages, each below 100 KB, and none beyond the last', async () => {
    const lines = Array.from({ length: 4000 }, (_, row) => `第${row + 1}项,临时救助,500元`)
    const draft = await aDraft({ '救助明细.csv': strToU8(lines.join('\n')) })
    await publish(draft)
    const [path = ''] = draft.paths
    const { body } = await portal.inject(path)
    expect(body.includes('共4000行，只显示前2000行')).toBe(true)
    const last = Number(/预览共(\d+)页，这是第1页/.exec(body)?.[1])
    expect(last).toBeGreaterThan(1)
    expect(Buffer.byteLength(body)).toBeLessThan(60_000)
    expect((await portal.inject(`${path}?page=${last}`)).body).toContain('第2000项')
    expect((await portal.inject(`${path}?page=${last + 1}`)).statusCode).toBe(404)
    expect((await portal.inject(`${path}?page=x`)).statusCode).toBe(404)
  })

  it('shows a PDF in the viewer of the browser, framed by our own pages only, and says where nothing can be shown', async () => {
    const draft = await aDraft({
      '平面图.pdf': PDF,
      '原始版式.ofd': zipSync({ 'OFD.xml': strToU8('<OFD/>') }),
    })
    await publish(draft)
    const [pdf = '', ofd = ''] = draft.paths
    const inline = `/files/yahe/${draft.documentId}/${draft.ids[0]}/inline`
    expect((await portal.inject(pdf)).body).toContain(
      `<iframe class="pdf" src="${inline}" title="平面图（PDF）" loading="lazy">`,
    )
    const { headers, statusCode } = await portal.inject(inline)
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(headers['content-disposition']).toMatch(/^inline; /)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect((await portal.inject(`/files/yahe/${draft.documentId}/${draft.ids[1]}/inline`)).statusCode).toBe(
      404,
    )
    expect((await portal.inject(ofd)).body).toContain('OFD文件不能在网页上预览，请下载后用相应的软件打开。')
  })
})
