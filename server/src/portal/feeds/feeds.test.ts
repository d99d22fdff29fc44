import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveDocument } from '../../services/disclosure/approve-document.ts'
import { attachFile } from '../../services/disclosure/attach-file.ts'
import { publishDocument } from '../../services/disclosure/publish-document.ts'
import { reviewSecrecy } from '../../services/disclosure/review-secrecy.ts'
import { submitForReview } from '../../services/disclosure/submit-for-review.ts'
import { aColumn, aDocument, NOTHING_SECRET, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { portalServer } from '../testing/portal-server.ts'
import { faultsInXml } from './testing/well-formed.ts'

let runtime: TestRuntime
let portal: FastifyInstance
let agencyId: string
let nodeId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, {
    name: '鸭河工区管理委员会',
    slug: 'yahe',
    creditCode: '11441700007280420Y',
  })
  nodeId = await aColumn(runtime, agencyId)
  const other = await aColumn(runtime, agencyId, { code: 'plans', title: '规划计划' })
  await aDocument(runtime, agencyId, {
    nodeId: other,
    content: { title: '“十五五”规划<草案> & 说明', summary: '甲\u0000乙]]>' },
  })
  await withFile()
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

async function withFile() {
  const { drafter, reviewer, leader } = theOffice(runtime, agencyId)
  const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
  const file = { title: '标准', name: '救助标准.txt', bytes: new TextEncoder().encode('标准') }
  let on = { ...draft, ...(await attachFile(drafter, { ...draft, ...file })) }
  on = { ...on, ...(await submitForReview(drafter, on)) }
  const review = { answers: NOTHING_SECRET, opinion: 'disclose', reason: '', overrides: {} } as const
  on = { ...on, ...(await reviewSecrecy(reviewer, { ...on, ...review })) }
  on = { ...on, ...(await approveDocument(leader, on)) }
  await publishDocument(drafter, on)
}

describe('RSS', () => {
  it('is well-formed whatever stands in a title', async () => {
    for (const url of [
      '/feed.xml',
      '/yahe/feed.xml',
      '/yahe/feed.xml?column=plans',
      '/atom.xml',
      '/yahe/atom.xml?column=plans',
      '/search.xml?q=%E8%A7%84%E5%88%92',
      '/sitemap.xml',
      '/sitemap/pages.xml',
    ]) {
      const { body, headers, statusCode } = await portal.inject(url)
      expect([url, statusCode, faultsInXml(body)]).toEqual([url, 200, []])
      expect(String(headers['content-type'])).toContain('xml; charset=utf-8')
    }
  })

  it('carries title, link, index number, time, issuer, category, summary and the first attachment', async () => {
    const { body } = await portal.inject({
      url: '/yahe/feed.xml',
      headers: { host: 'www.yahe.example.gov.cn' },
    })
    const item = body.slice(body.indexOf('<item>'), body.indexOf('</item>'))
    expect(item).toContain('<title>关于进一步规范临时救助工作的意见</title>')
    expect(item).toMatch(/<link>http:\/\/www\.yahe\.example\.gov\.cn\/yahe\/documents\/[0-9a-f-]{36}<\/link>/)
    expect(item).toContain('<guid isPermaLink="false">11441700007280420Y/2026-00002</guid>')
    expect(item).toContain('<pubDate>Mon, 15 Jun 2026 04:00:00 GMT</pubDate>')
    expect(item).toContain('<author>鸭河工区管理委员会</author>')
    expect(item).toContain('<category>民政、扶贫、救灾</category>')
    expect(item).toMatch(
      /<enclosure url="http:[^"]+\/files\/yahe\/[^"]+" length="6" type="text\/plain; charset=utf-8"\/>/,
    )
  })

  it('can be had of one column', async () => {
    const { body } = await portal.inject('/yahe/feed.xml?column=plans')
    expect(body.match(/<item>/g)?.length).toBe(1)
    expect(body).toContain('“十五五”规划&lt;草案&gt; &amp; 说明')
    expect((await portal.inject('/yahe/feed.xml?column=nothing')).statusCode).toBe(404)
  })

  it('is not kept under another name of the site', async () => {
    await portal.inject({ url: '/feed.xml', headers: { host: 'one.example' } })
    const { body } = await portal.inject({ url: '/feed.xml', headers: { host: 'two.example' } })
    expect(body).not.toContain('one.example')
  })
})

describe('网站地图', () => {
  it('names every page and every document with its day', async () => {
    const { body } = await portal.inject('/sitemap.xml')
    for (const path of ['/', '/yahe/guide', '/yahe/statutory/plans'])
      expect(body).toContain(`<loc>http://localhost:80${path}</loc>`)
    expect(body.match(/<lastmod>2026-06-15T12:00:00\+08:00<\/lastmod>/g)?.length).toBe(2)
    expect((await portal.inject('/sitemap/2026-06.xml')).body.match(/<url>/g)?.length).toBe(2)
    expect((await portal.inject('/sitemap/2026-13.xml')).statusCode).toBe(404)
  })

  it('is announced in robots.txt', async () => {
    expect((await portal.inject('/robots.txt')).body).toContain('Sitemap: http://localhost:80/sitemap.xml')
  })
})
