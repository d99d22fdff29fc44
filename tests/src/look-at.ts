import type { Page } from 'playwright-core'
import type { Addresses } from '../../server/src/portal/testing/page-kinds.ts'
import type { Crawled } from './crawl.ts'

/** Among the pages that were come upon, those that a kind of page is looked at by. */
export function addressesAmong(pages: readonly Crawled[]): Addresses {
  return {
    one(pattern) {
      const found = pages.find(({ path }) => pattern.test(path))
      if (found === undefined) throw new Error(`no page like ${pattern} in the demonstration`)
      return found.path
    },
    some: (pattern) => pages.flatMap(({ path }) => (pattern.test(path) ? [path] : [])).slice(0, 1),
    withText(pattern, words) {
      return words.flatMap((word) => {
        const found = pages.find(({ path, html }) => pattern.test(path) && html.includes(word))
        return found === undefined ? [] : [found.path]
      })
    },
  }
}

/** A page that answers what was sent: from which form, and what a visitor does there. */
export type Answered = Readonly<{ name: string; from: string; act(page: Page): Promise<void> }>

const send = (page: Page) => page.click('main form[method=post] button[type=submit]')
const unchecked = (page: Page) =>
  page.locator('main form').evaluateAll((forms) => {
    for (const form of forms) (form as unknown as { noValidate: boolean }).noValidate = true
  })

/** 提交之后的页面: forms that came back with faults, what is read over, and what was done. */
export const ANSWERED: readonly Answered[] = [
  {
    name: 'apply-faults',
    from: '/yahe/apply/person',
    async act(page) {
      await unchecked(page)
      await page.fill('#name', '王建设')
      await page.click('text=下一步：核对')
    },
  },
  {
    name: 'apply-review',
    from: '/yahe/apply/person',
    async act(page) {
      await fillApplication(page)
      await page.click('text=下一步：核对')
    },
  },
  {
    name: 'status-wrong',
    from: '/apply/status',
    async act(page) {
      await page.fill('#number', 'YAHE-2026-0001')
      await page.fill('#queryCode', 'AAAA-BBBB-CCCC-DDDD')
      await send(page)
    },
  },
  {
    name: 'feedback-faults',
    from: '/yahe/feedback/new',
    async act(page) {
      await unchecked(page)
      await send(page)
    },
  },
  {
    name: 'verify-file',
    from: '/verify',
    async act(page) {
      const file = { name: '通知.docx', mimeType: 'application/msword', buffer: Buffer.from('PK') }
      await page.setInputFiles('main input[type=file]', file)
      await page.locator('main form[method=post] button').last().click()
    },
  },
  {
    name: 'report-checked',
    from: '/tools/report-check',
    async act(page) {
      const buffer = Buffer.from(
        '<h1>某县2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>二〇二四年工作平稳。</p>',
      )
      await page.setInputFiles('main input[type=file]', { name: '年报.html', mimeType: 'text/html', buffer })
      await send(page)
    },
  },
]

async function fillApplication(page: Page): Promise<void> {
  await page.fill('#name', '李秀英')
  await page.fill('#identityNumber', '411322197805126025')
  await page.fill('#phone', '13598241107')
  await page.fill('#description', '申请公开皇路店镇2025年高标准农田建设项目验收报告')
  for (const name of ['wantedMedium', 'wantedDelivery']) {
    const choice = page.locator(`main [name=${name}]`).first()
    if ((await choice.getAttribute('type')) === 'radio') await choice.check()
  }
}
