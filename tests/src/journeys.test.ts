import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, newPage, openBrowser, sidewaysScroll } from './browser.ts'
import { type Product, startProduct } from './product.ts'

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

describe('every page', () => {
  const PUBLIC = [
    '/',
    '/yahe',
    '/yahe/guide',
    '/yahe/systems',
    '/yahe/statutory',
    '/yahe/annual',
    '/yahe/annual/2019',
    '/yahe/apply',
    '/yahe/apply/person',
    '/apply/status',
    '/search?q=宅基地',
    '/tools/clock',
    '/tools/report-check',
  ]
  it.each(PUBLIC)('%s of the portal is accessible and never scrolls sideways at 360 px', async (path) => {
    const { page, context } = await newPage(browser, { width: 360 })
    const answer = await page.goto(product.url + path)
    expect(answer?.status()).toBe(200)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
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
      '/annual-reports/2019',
    ]) {
      await page.goto(`${product.url}/console${path}`)
      await page.waitForSelector('main h1')
      await page.waitForLoadState('networkidle')
      expect(await sidewaysScroll(page), path).toBe(0)
      expect(await accessibilityFaults(page), path).toEqual([])
    }
    await page.context().close()
  })
})
