import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveDocument } from '../services/disclosure/approve-document.ts'
import { attachFile } from '../services/disclosure/attach-file.ts'
import { changeValidity } from '../services/disclosure/change-validity.ts'
import { draftCorrection } from '../services/disclosure/draft-correction.ts'
import { editDocument } from '../services/disclosure/edit-document.ts'
import { type PortalTheme, savePortalTheme } from '../services/disclosure/portal-theme.ts'
import { publishDocument } from '../services/disclosure/publish-document.ts'
import { reviewSecrecy } from '../services/disclosure/review-secrecy.ts'
import { submitForReview } from '../services/disclosure/submit-for-review.ts'
import { withdrawDocument } from '../services/disclosure/withdraw-document.ts'
import { aColumn, aDocument, content, NOTHING_SECRET, theOffice } from '../testing/a-document.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { portalServer } from './testing/portal-server.ts'

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
  await runtime.owner.query(
    `update agency set site_domain = 'www.yahe.example.gov.cn', site_id_code = '4113000099'`,
  )
  nodeId = await aColumn(runtime, agencyId)
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

async function page(url: string) {
  const { statusCode, body, headers } = await portal.inject(url)
  return { status: statusCode, body, headers }
}

/** `<meta name>` tags of a page in order, without those that browsers themselves read. */
function tagsOf(html: string): string[][] {
  const all = [...html.matchAll(/<meta name="([^"]+)" content="([^"]*)"\/>/g)].map(([, name, value]) => [
    name ?? '',
    value ?? '',
  ])
  return all.filter(([name]) => !['viewport', 'renderer', 'theme-color', 'robots'].includes(name ?? ''))
}

describe('网页标签', () => {
  it('are three on the home page', async () => {
    expect(tagsOf((await page('/')).body)).toEqual([
      ['SiteName', '鸭河工区管理委员会'],
      ['SiteDomain', 'www.yahe.example.gov.cn'],
      ['SiteIDCode', '4113000099'],
    ])
  })

  it('are seven on a column page, with the category of the column and not its name', async () => {
    await aDocument(runtime, agencyId, { nodeId })
    expect(tagsOf((await page('/yahe/statutory/normative')).body)).toEqual([
      ['SiteName', '鸭河工区管理委员会'],
      ['SiteDomain', 'www.yahe.example.gov.cn'],
      ['SiteIDCode', '4113000099'],
      ['ColumnName', '行政规范性文件'],
      ['ColumnDescription', '本机关制发的行政规范性文件'],
      ['ColumnKeywords', '规范性文件,政策文件'],
      ['ColumnType', '政策文件'],
    ])
  })

  it('are complete on a content page, with the time of publication in China to the minute', async () => {
    const { documentId } = await aDocument(runtime, agencyId, {
      nodeId,
      at: new Date('2026-06-15T01:05:33Z'),
    })
    expect(tagsOf((await page(`/yahe/documents/${documentId}`)).body)).toEqual([
      ['SiteName', '鸭河工区管理委员会'],
      ['SiteDomain', 'www.yahe.example.gov.cn'],
      ['SiteIDCode', '4113000099'],
      ['ColumnName', '行政规范性文件'],
      ['ColumnDescription', '本机关制发的行政规范性文件'],
      ['ColumnKeywords', '规范性文件,政策文件'],
      ['ColumnType', '政策文件'],
      ['ArticleTitle', '关于进一步规范临时救助工作的意见'],
      ['PubDate', '2026-06-15 09:05'],
      ['ContentSource', '鸭河工区管理委员会'],
      ['Keywords', '临时救助'],
      ['Author', '鸭河工区管理委员会'],
      ['Description', '细化临时救助的对象、标准和公示要求。'],
      ['Url', `https://www.yahe.example.gov.cn/yahe/documents/${documentId}`],
    ])
  })
})

describe('公开平台', () => {
  const ENTRIES = [
    ['/yahe/guide', '政府信息公开指南'],
    ['/yahe/systems', '政府信息公开制度'],
    ['/yahe/statutory', '法定主动公开内容'],
    ['/yahe/annual', '政府信息公开年报'],
    ['/yahe/apply', '依申请公开'],
  ]
  /** The first links of the navigation that has this class, without the tree below them. */
  function entriesIn(body: string, name: string): string[][] {
    const from = body.indexOf(`class="${name}`)
    const nav = from < 0 ? '' : body.slice(from, body.indexOf('</nav>', from)).replace(/<svg.*?<\/svg>/g, '')
    return [...nav.matchAll(/<a (?:class="\w+" )?href="([^"]+)"[^>]*>([^<]+)</g)]
      .map(([, href, label]) => [href ?? '', label ?? ''])
      .filter(([href]) => !/statutory\/|catalogue|key-areas/.test(href ?? ''))
  }
  async function themed(theme: PortalTheme | null): Promise<void> {
    await savePortalTheme(runtime.as({ agencyId, roles: ['system-admin'] }), { agencyId, theme })
    // A known version of the content is believed for a quarter of a second.
    await new Promise((done) => setTimeout(done, 300))
  }

  it('has the entries by exact label and in order, at the left of every list, with the third one open', async () => {
    await aDocument(runtime, agencyId, { nodeId })
    for (const url of ['/yahe/', '/yahe/guide', '/yahe/statutory/normative', '/yahe/annual']) {
      const { body } = await page(url)
      expect([url, entriesIn(body, 'column-nav')]).toEqual([url, ENTRIES])
      expect(body).toContain('href="/yahe/statutory/normative"')
      expect(entriesIn(body, 'entries')).toEqual([])
    }
  })

  it('has the same entries where the organ chose tiles, and in its colour', async () => {
    await themed({ layout: 'tiles', colour: 'red', applyEntry: true })
    const { body } = await page('/yahe/')
    expect(entriesIn(body, 'entries')).toEqual(ENTRIES)
    expect([body.includes('class="column-nav"'), body.includes('<body class="red">')]).toEqual([false, true])
  })

  it('has four entries where the way to apply stands in the guide alone, and the guide still leads to it', async () => {
    await themed({ layout: 'columns', colour: 'teal', applyEntry: false })
    expect(entriesIn((await page('/yahe/annual')).body, 'column-nav')).toEqual(ENTRIES.slice(0, 4))
    expect((await page('/yahe/apply')).status).toBe(200)
    await themed(null)
    expect(entriesIn((await page('/yahe/annual')).body, 'column-nav')).toEqual(ENTRIES)
  })

  it('does not render a column without items', async () => {
    await aColumn(runtime, agencyId, { code: 'empty', title: '空白栏目' })
    for (const url of ['/yahe/', '/yahe/statutory', '/sitemap']) {
      expect((await page(url)).body).not.toContain('空白栏目')
    }
  })

  it('answers every page without a script or a style of its own, and asks no other host for anything', async () => {
    const { documentId } = await aDocument(runtime, agencyId, { nodeId })
    const urls = [
      '/',
      '/sitemap',
      '/yahe/',
      '/yahe/guide',
      '/yahe/systems',
      '/yahe/statutory',
      '/yahe/annual',
    ]
    for (const url of [...urls, '/yahe/statutory/normative', `/yahe/documents/${documentId}`]) {
      const { status, body } = await page(url)
      expect([url, status]).toEqual([url, 200])
      expect(body).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)/)
      expect(body).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/)
      expect(body).not.toMatch(/\s(?:src|srcset)="(?:https?:)?\/\//)
      expect(body).toMatch(/^<!doctype html><html lang="zh-CN">/)
    }
  })

  it('knows nothing under an address that somebody made up', async () => {
    const urls = [
      '/nobody',
      '/%00',
      '/yahe%00/guide',
      '/yahe/statutory/%00',
      '/yahe/documents/%00',
      '/files/yahe/%00/x',
      '/yahe/statutory/nothing',
      '/yahe/documents/1',
      '/yahe/annual/2019',
      '/yahe/annual/x',
    ]
    for (const url of urls) expect([url, (await page(url)).status]).toEqual([url, 404])
  })
})

describe('政府信息的页面', () => {
  it('shows the header, the mark of its attribute, and nothing of what is internal', async () => {
    const { documentId, indexNumber } = await aDocument(runtime, agencyId, { nodeId })
    const { body } = await page(`/yahe/documents/${documentId}`)
    for (const words of [
      indexNumber,
      '鸭管〔2026〕2号',
      '2026年6月1日',
      '2026-06-15 12:00',
      '（此件公开发布）',
      '有效',
    ]) {
      expect(body).toContain(words)
    }
    expect(body).not.toContain('周海涛')
  })

  it('marks a repealed document on its page and in the lists', async () => {
    const document = await aDocument(runtime, agencyId, {
      nodeId,
      content: { title: '关于招商引资的若干规定' },
    })
    const office = theOffice(runtime, agencyId)
    await changeValidity(office.drafter, {
      ...document,
      validity: 'repealed',
      on: '2026-06-10' as never,
      basis: '清理决定',
    })
    const { body } = await page(`/yahe/documents/${document.documentId}`)
    expect(body).toContain('<strong>本文件已经废止。</strong>自2026年6月10日起。')
    expect((await page('/yahe/statutory?q=招商引资')).body).toContain('<span class="tag ended">废止</span>')
  })

  it('says at the old address that something was withdrawn, and nothing of its content', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId, content: { title: '错发的名单' } })
    await page(`/yahe/documents/${document.documentId}`)
    await withdrawDocument(theOffice(runtime, agencyId).drafter, {
      ...document,
      reason: 'personal',
      note: '漏了遮盖',
    })
    await new Promise((done) => setTimeout(done, 300))
    const { status, body } = await page(`/yahe/documents/${document.documentId}`)
    expect(status).toBe(200)
    expect(body).toContain('这条政府信息已经撤回')
    expect(body).toContain('涉及个人信息')
    expect(body).not.toContain('错发的名单')
    expect(body).not.toContain('漏了遮盖')
  })

  it('shows the corrected text with its note at the same address, and tells it in the feeds', async () => {
    const on = { title: '关于救助标准的公告', html: '<p>每人每月五百元。</p>' }
    const published = await aDocument(runtime, agencyId, { nodeId, content: on })
    const address = `/yahe/documents/${published.documentId}`
    const before = (await page(address)).body
    expect(before).toContain('五百元')
    const { drafter, reviewer, leader } = theOffice(runtime, agencyId)
    const { documentId } = await draftCorrection(drafter, published)
    const at = (version: number) => ({ agencyId, documentId, version })
    const note = '将“五百元”更正为“六百元”。'
    const text = content(nodeId, { ...on, html: '<p>每人每月六百元。</p>', correctionNote: note })
    await editDocument(drafter, { ...at(1), content: text })
    await submitForReview(drafter, at(2))
    const review = { answers: NOTHING_SECRET, opinion: 'disclose', reason: '', overrides: {} } as const
    await reviewSecrecy(reviewer, { ...at(3), ...review })
    await approveDocument(leader, at(4))
    await publishDocument(drafter, at(5))
    await new Promise((done) => setTimeout(done, 300))
    const after = (await page(address)).body
    expect(after).toContain('每人每月六百元')
    expect(after).toContain(note)
    expect(after).not.toContain('每人每月五百元')
    expect(after).toContain(published.indexNumber)
    expect((await page('/yahe/feed.xml')).body).toContain('【更正】关于救助标准的公告')
    expect((await page(`/yahe/documents/${documentId}`)).status).toBe(404)
  })

  it('shows whatever people type as text, never as markup', async () => {
    const nasty = fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=x>',
      "'&amp;<b>",
      '</title><svg/onload=x>',
    )
    await fc.assert(
      fc.asyncProperty(nasty, fc.string({ maxLength: 12 }), async (markup, text) => {
        const title = `关于${markup}${text.replace(/\s|…|\.{3}/g, '')}的通知`
        const { documentId } = await aDocument(runtime, agencyId, {
          nodeId,
          content: { title, summary: title, keywords: [markup], issuer: title },
        })
        const { body } = await page(`/yahe/documents/${documentId}`)
        expect(body).not.toContain(markup)
        expect(body).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)|<img|<svg\/|<b>(?!鸭河)/)
        expect((await page(`/yahe/statutory?q=${encodeURIComponent(markup)}`)).body).not.toContain(markup)
      }),
      { numRuns: 12 },
    )
  })
})

describe('下载', () => {
  it('names the file by title and number, and lets no browser run it', async () => {
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    const office = theOffice(runtime, agencyId)
    const bytes = new TextEncoder().encode('标准')
    const attached = await attachFile(office.drafter, {
      ...draft,
      title: '救助标准',
      name: '附件一.txt',
      bytes,
    })
    const url = `/files/yahe/${draft.documentId}/${attached.fileId}`
    expect((await page(url)).status).toBe(404)
    await runtime.owner.query(
      `update document set state = 'published', index_number = 'x/2026-00001', published_at = now() where document_id = $1`,
      [draft.documentId],
    )
    const { status, body, headers } = await page(url)
    expect([status, body]).toEqual([200, '标准'])
    expect(headers['content-disposition']).toBe(
      `attachment; filename="________2026_2__.txt"; filename*=UTF-8''${encodeURIComponent('救助标准（鸭管〔2026〕2号）.txt')}`,
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('gives the text as Word and PDF, with the mark of what no longer holds', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId, content: { title: '旧规定' } })
    const office = theOffice(runtime, agencyId)
    await changeValidity(office.drafter, {
      ...document,
      validity: 'repealed',
      on: '2026-06-10' as never,
      basis: '清理决定',
    })
    const path = `/files/yahe/${document.documentId}/text`
    const word = await portal.inject(`${path}/docx`)
    expect([word.statusCode, word.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const paper = await portal.inject(`${path}/pdf`)
    expect([paper.statusCode, paper.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect((await page(`${path}/exe`)).status).toBe(404)
  })
})
