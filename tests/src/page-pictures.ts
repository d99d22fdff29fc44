// Every kind of page of the portal, at three widths and in both modes, with its print: `node tests/src/page-pictures.ts OUT`.
// For people to look at; what can be judged without eyes is judged by the journeys.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { ERROR_PAGES, PAGE_KINDS } from '../../server/src/portal/testing/page-kinds.ts'
import { newPage, openBrowser, sidewaysScroll, WIDTHS } from './browser.ts'
import { crawl } from './crawl.ts'
import { ANSWERED, addressesAmong } from './look-at.ts'
import { startProduct } from './product.ts'

const out = resolve(process.argv[2] ?? 'page-pictures')
const only = process.argv[3] === undefined ? /./ : new RegExp(process.argv[3])
const HIGHEST = 4000

mkdirSync(out, { recursive: true })
const product = process.env.PORTAL ? undefined : await startProduct()
const url = process.env.PORTAL ?? product?.url ?? ''
const { browser, close } = await openBrowser()
const seen: string[] = []
const unseen = new Map<string, string>()
try {
  const pages = await crawl(url, 80)
  const at = addressesAmong(pages)
  const addresses = [...Object.values(PAGE_KINDS).flatMap((of) => of(at)), ...ERROR_PAGES]
  for (const view of ['plain', 'elder']) {
    for (const width of WIDTHS) {
      const { page, context } = await newPage(browser, { width })
      await context.addCookies([{ name: 'mingfu_view', value: view, url }])
      for (const [number, address] of [...new Set(addresses)].entries()) {
        const name = `${String(number).padStart(2, '0')}-${nameOf(address)}`
        if (!only.test(name)) continue
        await page.goto(url + address)
        await taken(page, `${name}-${width}-${view}`)
        if (width === 1440 && view === 'plain')
          await page.pdf({ path: join(out, `${name}.pdf`), format: 'A4', printBackground: false })
      }
      for (const { name, from, act } of ANSWERED) {
        if (!only.test(name)) continue
        await page.goto(url + from)
        await act(page)
        await page.waitForLoadState()
        await taken(page, `x-${name}-${width}-${view}`)
      }
      await context.close()
    }
  }
  writeFileSync(
    join(out, 'unmatched.txt'),
    [...unseen.keys()].filter((rule) => unseen.get(rule) === 'never').join('\n'),
  )
} finally {
  await close()
  await product?.close()
}
console.log(`${seen.length} pictures in ${out}`)

async function taken(page: Page, name: string): Promise<void> {
  const wide = await sidewaysScroll(page)
  if (wide > 0) console.log(`${name} scrolls sideways by ${wide}`)
  const { height, width } = page.viewportSize() ?? { height: 900, width: 1440 }
  const whole = await page.evaluate(
    () =>
      (globalThis as unknown as { document: { documentElement: { scrollHeight: number } } }).document
        .documentElement.scrollHeight,
  )
  const clip = { x: 0, y: 0, width, height: Math.min(Math.max(whole, height), HIGHEST) }
  await page.screenshot({ path: join(out, `${name}.png`), clip, fullPage: true })
  seen.push(name)
  for (const [rule, used] of await usedRules(page))
    if (unseen.get(rule) !== 'used') unseen.set(rule, used ? 'used' : 'never')
}

/** Which selectors of the style sheets meet something on this page; states of the pointer are left out. */
function usedRules(page: Page): Promise<readonly (readonly [string, boolean])[]> {
  return page.evaluate(() => {
    type Rule = { selectorText?: string; cssRules?: Iterable<Rule> }
    const { document } = globalThis as unknown as {
      document: { styleSheets: Iterable<{ cssRules: Iterable<Rule> }>; querySelector(text: string): unknown }
    }
    const found: [string, boolean][] = []
    const walk = (rules: Iterable<Rule>) => {
      for (const { selectorText, cssRules } of rules) {
        for (const one of selectorText?.split(/,(?![^(]*\))/) ?? []) {
          const bare = one
            .trim()
            .replace(/::?(?:hover|focus-visible|focus|target|active|before|after|placeholder|marker)\b/g, '')
          if (bare !== '' && !bare.includes('has()'))
            found.push([one.trim(), document.querySelector(bare) !== null])
        }
        if (cssRules) walk(cssRules)
      }
    }
    for (const sheet of document.styleSheets) walk(sheet.cssRules)
    return found
  })
}

function nameOf(address: string): string {
  return decodeURIComponent(address)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => id.slice(-5))
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
}
