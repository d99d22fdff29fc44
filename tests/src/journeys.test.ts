import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERROR_PAGES, PAGE_KINDS } from '../../server/src/portal/testing/page-kinds.ts'
import { accessibilityFaults, newPage, openBrowser, sidewaysScroll } from './browser.ts'
import { crawl } from './crawl.ts'
import { ANSWERED, addressesAmong } from './look-at.ts'
import { type Product, startProduct } from './product.ts'
import { asStaff } from './staff.ts'

let product: Product
let browser: Browser
let closeBrowser: () => Promise<void>

beforeAll(async () => {
  const opened = await openBrowser()
  browser = opened.browser
  closeBrowser = opened.close
  product = await startProduct()
})
afterAll(async () => {
  await closeBrowser?.()
  await product?.close()
})

type Filed = Readonly<{ number: string; queryCode: string }>

async function fileOnPortal(page: Page, description: string): Promise<Filed> {
  await page.goto(`${product.url}/yahe/apply`)
  await page.click('text=公民申请')
  await page.fill('#name', '李秀英')
  await page.selectOption('#identityKind', 'resident-id')
  await page.fill('#identityNumber', '411322196803121017')
  await page.fill('#phone', '13837700101')
  await page.fill('#description', description)
  await page.selectOption('#wantedMedium', 'electronic')
  await page.selectOption('#wantedDelivery', 'online')
  await page.setInputFiles('#identity', {
    name: '身份证.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4'),
  })
  await page.click('text=下一步：核对')
  expect(await page.textContent('h1')).toBe('请核对申请内容')
  await page.click('text=确认提交')
  const number = (await page.textContent('#request-number'))?.trim() ?? ''
  const queryCode = (await page.textContent('#query-code'))?.trim() ?? ''
  return { number, queryCode }
}

async function signIn(login: string, width = 1440): Promise<Page> {
  const { page } = await newPage(browser, { width })
  await page.goto(`${product.url}/console/`)
  await page.fill('input[autocomplete=username]', login)
  await page.fill('input[autocomplete=current-password]', product.password(login))
  await page.click('button[type=submit]')
  await page.waitForSelector('nav[aria-label="主导航"], button[aria-label="打开导航"]')
  return page
}

const QUESTIONS = [
  'secret-mark',
  'secret-scope',
  'work-secret',
  'trade-secret',
  'privacy',
  'security-stability',
  'other-organ',
  'needs-approval',
  'superior-document',
  'aggregation',
  'map-image',
]
const NOTHING_SECRET = Object.fromEntries(QUESTIONS.map((question) => [question, { answer: 'no' }]))

describe('a citizen without JavaScript', () => {
  it('reads the guide, files an application, gets number and code, and follows it', async () => {
    const { page, context } = await newPage(browser, { width: 360, javaScriptEnabled: false })
    await page.goto(`${product.url}/yahe/guide`)
    expect(await page.textContent('main')).toContain('0377-66010001')

    const filed = await fileOnPortal(page, '申请公开皇路店镇2025年高标准农田建设项目验收报告')
    expect(filed.number).toMatch(/^YAHE-\d{4}-\d{4}$/)
    expect(filed.queryCode.length).toBeGreaterThan(20)

    await page.goto(`${product.url}/apply/status`)
    await page.fill('#number', filed.number)
    await page.fill('#queryCode', filed.queryCode)
    await page.click('main button[type=submit]')
    expect(await page.textContent('main')).toContain('已登记')
    expect(await page.textContent('main')).not.toContain('李秀英')
    await context.close()
  })

  it('keeps what was typed and attached when something is missing', async () => {
    const { page, context } = await newPage(browser, { width: 360, javaScriptEnabled: false })
    await page.goto(`${product.url}/yahe/apply/person`)
    await page.fill('#name', '王建设')
    await page.setInputFiles('#attachment', {
      name: '病毒.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('MZ'),
    })
    await page.setInputFiles('#identity', {
      name: '证件.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    })
    await page.click('text=下一步：核对')
    expect(await page.inputValue('#name')).toBe('王建设')
    const faults = await page.textContent('#faults')
    expect(faults).toContain('请填写所需信息的内容描述')
    expect(faults).toContain('“病毒.exe”的格式不能接收')
    expect(await page.textContent('#files')).toContain('证件.pdf')
    await context.close()
  })

  it('learns nothing from a wrong code', async () => {
    const { page, context } = await newPage(browser, { javaScriptEnabled: false })
    await page.goto(`${product.url}/apply/status`)
    await page.fill('#number', 'YAHE-2026-0001')
    await page.fill('#queryCode', 'AAAA-BBBB-CCCC-DDDD')
    await page.click('main button[type=submit]')
    const known = await page.textContent('[role=alert]')
    await page.fill('#number', 'YAHE-2026-9999')
    await page.fill('#queryCode', 'AAAA-BBBB-CCCC-DDDD')
    await page.click('main button[type=submit]')
    expect(await page.textContent('[role=alert]')).toBe(known)
    await context.close()
  })
})

describe('an application, from the form to the report cell', () => {
  type Cell = Readonly<{ id: string; value: string; members: number | null }>
  type Report = Readonly<{ cells: readonly Cell[]; findings: readonly { severity: string; rule: string }[] }>
  type Case = Readonly<{
    requestId: string
    number: string
    version: number
    state: string
    clock: { dueOn: string; steps: readonly { basis: string | null }[] }
    letters: readonly { letterId: string; code: string; number: string | null }[]
  }>

  it('is queued, reviewed, answered by two people, served, fetched and counted once', async () => {
    const { page, context } = await newPage(browser, { javaScriptEnabled: false })
    const clerk = await asStaff(product, 'jingban')
    const { today } = await clerk.get<{ today: string }>('/me')
    const year = today.slice(0, 4)
    const report = (format: string) => clerk.get<Report>(`/annual-reports/${year}?format=${format}`)
    const figureOf = ({ cells }: Report, id: string) => Number(cells.find((cell) => cell.id === id)?.value)
    const before = { 2019: await report('2019'), 2021: await report('2021') }

    const filed = await fileOnPortal(page, '申请公开2026年度农村饮水安全工程名单')

    // The queue: with its due date, and why.
    const queue = await clerk.get<{ lines: { requestId: string; number: string; dueOn: string }[] }>(
      `/requests?text=${filed.number}`,
    )
    expect(queue.lines.map(({ number }) => number)).toEqual([filed.number])
    const requestId = queue.lines[0]?.requestId ?? ''
    const file = () => clerk.get<Case>(`/requests/${requestId}`)
    const opened = await file()
    expect(opened.clock.dueOn).toBe(queue.lines[0]?.dueOn)
    expect(opened.clock.steps.map(({ basis }) => basis)).toContain(
      '《中华人民共和国政府信息公开条例》第三十三条第二款',
    )

    let { version } = opened
    const act = async (staff: typeof clerk, path: string, body: object) => {
      const done = await staff.post<{ version: number }>(`/requests/${requestId}${path}`, {
        version,
        ...body,
      })
      version = done.version
    }
    await act(clerk, '/review', { on: today, handlerId: clerk.staffId, applicantClass: 'natural-person' })
    await clerk.form(`/requests/${requestId}/evidence`, {
      kind: 'location-check',
      text: '当日打开网址核验，可以查阅。',
    })
    const reviewer = await asStaff(product, 'shencha')
    await reviewer.form(`/requests/${requestId}/evidence/review`, {
      opinion: 'disclose',
      text: '不涉密，可以公开。',
    })
    const items = [{ outcome: 'grant-already-public', facts: { places: ['门户网站“公告公示”栏目'] } }]
    const preview = await clerk.post<{ basis: string[]; remedy: string }>(`/requests/${requestId}/preview`, {
      items,
    })
    expect(preview.basis).toContain('《中华人民共和国政府信息公开条例》第三十六条第（一）项')
    expect(preview.remedy).toContain('60日内')
    expect(preview.remedy).toContain('6个月内')
    await act(clerk, '/decision', { items })
    await expect(clerk.post(`/requests/${requestId}/decision/approval`, { version })).rejects.toThrow('403')
    await act(await asStaff(product, 'lingdao'), '/decision/approval', {})
    await act(clerk, '/service', { method: 'electronic', sentOn: today, receivedOn: today })

    // The letter, as PDF and as Word.
    const answered = await file()
    expect(answered.state).toBe('served')
    const reply = answered.letters.find(({ code }) => code === 'D12')
    expect(reply?.number).toMatch(/^鸭管公开〔\d{4}〕\d+号$/)
    const letter = (type: string) =>
      clerk.bytes(`/requests/${requestId}/letters/${reply?.letterId}?type=${type}`)
    expect(
      Buffer.from(await letter('pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(
      Buffer.from(await letter('docx'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')

    // The applicant follows and downloads.
    await page.goto(`${product.url}/apply/status`)
    await page.fill('#number', filed.number)
    await page.fill('#queryCode', filed.queryCode)
    await page.click('main button[type=submit]')
    expect(await page.textContent('main')).toContain('已答复')
    await page.fill('#paper-last-four', '1017')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('li:has-text("答复") button, li:has-text("告知书") button'),
    ])
    expect(download.suggestedFilename()).toContain('.pdf')
    await context.close()

    // One row, one column, in both formats; the cell opens to the case; everything ties out.
    for (const format of ['2019', '2021'] as const) {
      const after = await report(format)
      const changed = after.cells
        .filter(({ id }) => id.startsWith('t3.'))
        .filter(({ id }) => figureOf(after, id) !== figureOf(before[format], id))
        .map(({ id }) => id)
      expect(changed).toEqual([
        't3.new_received.natural_person',
        't3.new_received.total',
        't3.granted.natural_person',
        't3.granted.total',
        't3.results_total.natural_person',
        't3.results_total.total',
      ])
      const cell = await clerk.get<{ members: { number: string }[] }>(
        `/annual-reports/${year}/cells/t3.granted.natural_person?format=${format}`,
      )
      expect(cell.members.filter(({ number }) => number === filed.number).length).toBe(1)
      const broken = after.findings.filter(({ rule }) => ['AR-24', 'AR-25', 'AR-26', 'AR-36'].includes(rule))
      expect(broken).toEqual([])
    }
  })
})

describe('a normative document', () => {
  it('goes from draft through secrecy review and signature to portal, feed, search and table two', async () => {
    const clerk = await asStaff(product, 'jingban')
    const { today } = await clerk.get<{ today: string }>('/me')
    const issued = async () => {
      const { cells } = await clerk.get<{ cells: { id: string; value: string }[] }>(
        `/annual-reports/${today.slice(0, 4)}?format=2021`,
      )
      return Number(cells.find(({ id }) => id === 't2.normative_documents.issued')?.value)
    }
    const before = await issued()
    const columns = await clerk.get<{ nodeId: string; code: string }[]>('/catalogue')
    const drafted = await clerk.post<{ documentId: string; version: number }>('/documents', {
      kind: 'normative',
      nodeId: columns.find(({ code }) => code === 'normative')?.nodeId,
      title: '鸭河工区管理委员会关于规范柑橘保鲜仓储补贴发放的通知',
      documentNumber: '鸭管〔2026〕91号',
      genre: '通知',
      issuer: '鸭河工区管理委员会',
      legalItem: 'A20_01',
      summary: '明确柑橘保鲜仓储补贴的对象、标准和发放程序。',
      source: '鸭河工区管委会',
      keywords: ['柑橘', '补贴'],
      writtenOn: today,
      attribute: 'proactive',
      form: { interpretationExemption: '通知内容即为办理指引' },
      html: '<p>各乡镇人民政府、办事处：</p><p>现就柑橘保鲜仓储补贴发放有关事项通知如下。</p>',
    })
    const path = `/documents/${drafted.documentId}`
    let { version } = drafted
    const act = async (login: string, verb: string, body: object = {}) => {
      const staff = await asStaff(product, login)
      const done = await staff.post<{ version: number }>(`${path}/${verb}`, { version, ...body })
      version = done.version
    }
    await act('jingban', 'submit')
    await expect(act('lingdao', 'approve')).rejects.toThrow('409')
    await act('shencha', 'review', { answers: NOTHING_SECRET, opinion: 'disclose', reason: '可以公开' })
    await act('lingdao', 'approve')
    await act('jingban', 'publish')

    const { page, context } = await newPage(browser, { javaScriptEnabled: false })
    await page.goto(`${product.url}/yahe/statutory/normative`)
    await page.click('text=关于规范柑橘保鲜仓储补贴发放的通知')
    const metaOf = (name: string) => page.getAttribute(`meta[name="${name}"]`, 'content')
    expect(await metaOf('SiteName')).toBe('鸭河工区管理委员会')
    expect(await metaOf('SiteIDCode')).toBe('4113000099')
    expect(await metaOf('ColumnName')).toBe('行政规范性文件')
    expect(await metaOf('ColumnType')).toBe('政策文件')
    expect(await metaOf('ArticleTitle')).toBe('鸭河工区管理委员会关于规范柑橘保鲜仓储补贴发放的通知')
    expect(await metaOf('PubDate')).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
    expect(await page.textContent('main')).toContain('鸭管〔2026〕91号')
    expect(await page.textContent('main')).toMatch(/11411300YH0000001H\/\d{4}-\d{5}/)
    await context.close()

    expect(await (await fetch(`${product.url}/yahe/feed.xml`)).text()).toContain('柑橘保鲜仓储补贴')
    await expect
      .poll(async () => (await fetch(`${product.url}/search?q=${encodeURIComponent('柑橘保鲜')}`)).text(), {
        timeout: 20_000,
      })
      .toContain('鸭管〔2026〕91号')
    expect(await issued()).toBe(before + 1)
  })
})

describe('the annual report of the seed', () => {
  it('is published, compiled from a year without a case, and equal to the printed one cell by cell', async () => {
    const clerk = await asStaff(product, 'jingban')
    const report = await clerk.get<{ state: string; cells: { id: string; value: string }[] }>(
      '/annual-reports/2019',
    )
    expect(report.state).toBe('published')
    const truth = JSON.parse(
      readFileSync(
        new URL('../../report/fixtures/reports/truth/yahe-2019.txt.json', import.meta.url),
        'utf8',
      ),
    ) as { cells: Record<string, number | string | null> }
    const printed = Object.entries(truth.cells).filter(([, value]) => value !== null)
    expect(printed.length).toBe(192)
    const values = new Map(report.cells.map(({ id, value }) => [id, Number(value)]))
    expect(values.size).toBe(198)
    for (const [id, value] of printed) expect(values.get(id), id).toBe(Number(value))
  })
})

describe('every page', () => {
  it('of the portal leads to pages that are there, and weighs less than 100 KB with all it needs', async () => {
    const pages = await crawl(product.url)
    expect(new Set(pages.map(({ kind }) => kind)).size).toBeGreaterThan(25)
    expect(pages.filter(({ status }) => status !== 200).map(({ path }) => path)).toEqual([])
    for (const { path, html } of pages) {
      const parts = [
        ...html.matchAll(/<(?:link rel="(?:stylesheet|icon)"[^>]*href|script src|img src)="([^"]+)"/g),
      ]
      const bytes = [Buffer.byteLength(html)]
      for (const [, href = ''] of parts) {
        bytes.push((await (await fetch(new URL(href, product.url))).arrayBuffer()).byteLength)
      }
      // Before compression, which takes it to a fifth.
      expect([path, bytes.reduce((sum, each) => sum + each, 0) < 100 * 1024]).toEqual([path, true])
    }
  })

  it('of the portal is accessible in both modes and never scrolls sideways at 360 px', async () => {
    const found = await crawl(product.url, 80)
    const kinds = Object.values(PAGE_KINDS).flatMap((of) => of(addressesAmong(found)))
    const { page, context } = await newPage(browser, { width: 360 })
    const judged = async (name: string, view: string) => {
      expect([name, view, await sidewaysScroll(page)]).toEqual([name, view, 0])
      expect([name, view, await accessibilityFaults(page)]).toEqual([name, view, []])
    }
    for (const view of ['plain', 'elder']) {
      await context.addCookies([{ name: 'mingfu_view', value: view, url: product.url }])
      for (const path of new Set([...kinds, ...ERROR_PAGES])) {
        const answer = await page.goto(product.url + path)
        expect([path, answer?.status()]).toEqual([path, ERROR_PAGES.includes(path) ? 404 : 200])
        await judged(path, view)
      }
      for (const { name, from, act } of ANSWERED) {
        await page.goto(product.url + from)
        await act(page)
        await page.waitForLoadState()
        await judged(name, view)
      }
    }
    await context.close()
  })

  it('of the console is accessible and never scrolls sideways at 360 px', async () => {
    const page = await signIn('jingban', 360)
    for (const path of [
      '/',
      '/requests',
      '/disclosure',
      '/remedies',
      '/annual-reports',
      '/annual-reports/activities',
      '/annual-reports/2019',
    ]) {
      await page.goto(`${product.url}/console${path}`)
      await page.waitForSelector('h1')
      await page.waitForLoadState('networkidle')
      expect(await sidewaysScroll(page), path).toBe(0)
      expect(await accessibilityFaults(page), path).toEqual([])
    }
    await page.context().close()
  })
})
