import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeDocument } from '../../services/disclosure/catalogue/place-document.ts'
import { saveTopic } from '../../services/disclosure/catalogue/topics.ts'
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
  agencyId = await anAgency(runtime, { name: '鸭河工区管理委员会', slug: 'yahe' })
  nodeId = await aColumn(runtime, agencyId)
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

const TOPIC = {
  code: 'warm-winter',
  title: '温暖过冬',
  description: '临时救助一件事',
  isOpen: true,
  sortOrder: 0,
}

async function page(url: string): Promise<string> {
  return (await portal.inject(url)).body
}

/** A known version of the content is believed for a quarter of a second. */
function changed(): Promise<void> {
  return new Promise((done) => setTimeout(done, 300))
}

describe('专题', () => {
  it('stands on the front pages, the maps and a page of its own, once it holds something and while it is kept up', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    await saveTopic(drafter, { agencyId, ...TOPIC })
    expect(await page('/')).not.toContain('/yahe/topics/warm-winter')
    const document = await aDocument(runtime, agencyId, { nodeId, on: '2026-06-15' })
    await placeDocument(drafter, { ...document, placements: [{ kind: 'topic', target: 'warm-winter' }] })
    await changed()
    for (const url of ['/', '/yahe/', '/yahe/key-areas', '/sitemap', '/sitemap.xml']) {
      expect([url, (await page(url)).includes('/yahe/topics/warm-winter')]).toEqual([url, true])
    }
    expect(await page('/')).toContain('临时救助一件事')
    expect(await page('/yahe/topics/warm-winter')).toContain('关于进一步规范临时救助工作的意见')
    await saveTopic(drafter, { agencyId, ...TOPIC, isOpen: false })
    await changed()
    expect(await page('/')).not.toContain('/yahe/topics/warm-winter')
    expect(await page('/yahe/topics/warm-winter')).toContain('本专题不再更新')
  })
})

describe('一条信息、一个正文、多处展示', () => {
  it('leads every place to the one text, and leaves none of them when it is withdrawn', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    await saveTopic(drafter, { agencyId, ...TOPIC, code: 'one-text' })
    await aColumn(runtime, agencyId, { code: 'relief', title: '社会救助' })
    const other = await aColumn(runtime, agencyId, { code: 'other', title: '其他栏目' })
    const title = '关于在多个地方展示的一份文件'
    const document = await aDocument(runtime, agencyId, {
      nodeId,
      content: { title, keyAreas: [], documentNumber: '鸭管〔2026〕77号' },
    })
    await placeDocument(drafter, {
      ...document,
      placements: [
        { kind: 'column', target: other },
        { kind: 'topic', target: 'one-text' },
        { kind: 'key-content', target: 'public-services:办理条件' },
      ],
    })
    await changed()
    const places = [
      '/yahe/statutory/normative',
      '/yahe/statutory/other',
      '/yahe/topics/one-text',
      '/yahe/key-areas/public-services',
      `/yahe/key-areas/public-services?content=${encodeURIComponent('办理条件')}`,
    ]
    for (const url of places) {
      const links = [
        ...(await page(url)).matchAll(/href="(\/yahe\/documents\/[0-9a-f-]+)"[^>]*>[^<]*多个地方/g),
      ]
      expect([url, [...new Set(links.map(([, href]) => href))]]).toEqual([
        url,
        [`/yahe/documents/${document.documentId}`],
      ])
    }
    const { rows } = await runtime.owner.query(
      'select count(*)::int as texts from document where agency_id = $1 and title = $2',
      [agencyId, title],
    )
    expect(rows).toEqual([{ texts: 1 }])
    await withdrawDocument(drafter, { ...document, reason: 'duplicate', note: '重复发布' })
    await changed()
    for (const url of places) expect([url, (await page(url)).includes(title)]).toEqual([url, false])
  })
})
