import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, newPage, openBrowser, sidewaysScroll } from './browser.ts'

const MINGFU = fileURLToPath(new URL('../../cli/bin/mingfu.mjs', import.meta.url))
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

const folder = mkdtempSync(join(tmpdir(), 'mingfu-static-'))
// Open for passing through, else root's database would lie under /var/lib.
chmodSync(folder, 0o755)
const root = join(folder, 'site/current')
let browser: Browser
let closeBrowser: () => Promise<void>
let server: Server
let origin: string

beforeAll(async () => {
  await mingfu('demo', '--json')
  await mingfu('site', 'export', join(folder, 'site'), '--url', 'https://www.example.gov.cn', '--json')
  server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname))
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path)
    try {
      if (statSync(file).isDirectory()) response.writeHead(302, { location: `${path}/` }).end()
      else
        response
          .writeHead(200, {
            'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
            'content-security-policy': "default-src 'self'; base-uri 'none'; form-action 'self'",
          })
          .end(readFileSync(file))
    } catch {
      response.writeHead(404, { 'content-type': 'text/html' }).end(readFileSync(join(root, '404.html')))
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const opened = await openBrowser()
  browser = opened.browser
  closeBrowser = opened.close
})
afterAll(async () => {
  await closeBrowser?.()
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

function mingfu(...args: readonly string[]): Promise<string> {
  const env = { ...process.env, MINGFU_HOME: join(folder, 'home'), MINGFU_DATABASE_URL: '' }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [MINGFU, ...args], { env, maxBuffer: 1 << 26 }, (error, out, err) =>
      error === null ? resolve(out) : reject(new Error(err)),
    )
  })
}

const sizeOf = (page: Page) =>
  page.evaluate(() => {
    const { document, getComputedStyle } = globalThis as unknown as {
      document: { documentElement: object }
      getComputedStyle(of: object): { fontSize: string }
    }
    return getComputedStyle(document.documentElement).fontSize
  })

/** The style sheet of the elder mode is fetched when it is asked for: the size follows a moment later. */
const shows = (page: Page, size: string) => expect.poll(() => sizeOf(page), { timeout: 10_000 }).toBe(size)

describe('the portal as files, in a browser', () => {
  it('has the topics, the key areas and the catalogues, and leads to them from its first page', () => {
    const file = (path: string) => readFileSync(join(root, path, 'index.html'), 'utf8')
    for (const path of ['yahe/topics/new-homes', 'yahe/key-areas/power-list']) {
      expect(file('')).toContain(`href="${path}/index.html"`)
      expect(file(path)).toContain('<h1')
    }
    expect(file('yahe/catalogue/area-05')).toContain('社会救助领域政务公开标准目录')
  })

  it('remembers the elder mode from page to page, without a server that could', async () => {
    const { page, context } = await newPage(browser, { width: 360 })
    await page.goto(`${origin}/`)
    await shows(page, '16px')
    await page.click('text=长者模式')
    await shows(page, '22px')
    await page.goto(`${origin}/yahe/guide/`)
    await shows(page, '22px')
    expect([await sidewaysScroll(page), await accessibilityFaults(page)]).toEqual([0, []])
    await page.click('text=标准模式')
    await page.reload()
    await shows(page, '16px')
    await context.close()
  })

  it('finds documents from the head of any page, by Chinese words, numbers and several of them', async () => {
    const { page, context } = await newPage(browser, { width: 1280 })
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('requestfailed', (request) => {
      // What the browser gave up because the next page was asked for is no fault of the site.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(request.url())
    })
    const titles = () => page.locator('main section[aria-live] li > a').allTextContents()
    await page.goto(`${origin}/yahe/guide/`)
    await page.fill('header input[name=q]', '宅基地')
    await page.click('header form.search button')
    await page.waitForSelector('main section[aria-live] h2')
    const found = await titles()
    expect(found.length).toBeGreaterThan(1)
    expect(found.some((title) => title.includes('宅基地'))).toBe(true)
    expect(await page.textContent('main section[aria-live] h2')).toBe(`共${found.length}条`)
    expect([await sidewaysScroll(page), await accessibilityFaults(page)]).toEqual([0, []])
    await page.click('main section[aria-live] li > a')
    expect(await page.title()).toContain(found[0])

    for (const [q, wanted] of [
      ['宅基地 解读', '政策解读'],
      ['鸭管〔2026〕7号', '清理结果'],
    ] as const) {
      await page.goto(`${origin}/search/?${new URLSearchParams({ q })}`)
      await page.waitForSelector('main section[aria-live] h2')
      expect((await titles()).join()).toContain(wanted)
    }
    await page.goto(`${origin}/search/?q=${encodeURIComponent('飞碟坠毁')}`)
    await page.waitForSelector('main section[aria-live] h2')
    expect(await page.textContent('main section[aria-live] h2')).toBe('没有找到')
    expect(faults).toEqual([])
    await context.close()
  })

  it('shows every page without scripts, and leaves out what only a live host could do', async () => {
    const { page, context } = await newPage(browser, { width: 360, javaScriptEnabled: false })
    await page.goto(`${origin}/yahe/statutory/`)
    expect(await page.locator('.items li').count()).toBeGreaterThan(10)
    await page.click('.pager a[rel=next]')
    expect(page.url()).toContain('index_2.html')
    const missing = await page.goto(`${origin}/yahe/none/`)
    expect([missing?.status(), await page.textContent('h1')]).toEqual([404, '没有找到'])
    await page.goto(`${origin}/yahe/apply/`)
    expect(await page.locator('main form[method=post]').count()).toBe(0)
    await context.close()
  })
})
