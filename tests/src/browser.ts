import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const require = createRequire(import.meta.url)

/** A headless Chromium from npm, with Chinese fonts from npm: needs no apt and no network. */
export async function openBrowser(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'mingfu-browser-'))
  // Set before the import: the package then unpacks the NSS libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  process.env.FONTCONFIG_FILE = writeFontConfig(home)
  const packaged = await unpack()
  const args = packaged.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  const browser = await chromium.launch({
    executablePath: packaged.executablePath,
    args: [...args, '--disable-background-networking', '--disable-component-update'],
    headless: true,
    // Without a locale of UTF-8 Chromium names a Chinese file just “download”.
    env: { ...process.env, HOME: home, LC_ALL: 'C.UTF-8' },
  })
  return {
    browser,
    async close() {
      await browser.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The browser lies unpacked in a folder of this account: one that another account unpacked cannot be run. */
async function unpack(): Promise<{ executablePath: string; args: readonly string[] }> {
  const shared = process.env.TMPDIR
  process.env.TMPDIR = folderOfOurs()
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    return { executablePath: await packaged.executablePath(), args: packaged.args }
  } finally {
    if (shared === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = shared
  }
}

function folderOfOurs(): string {
  const folder = join(tmpdir(), `mingfu-chromium-${process.getuid?.() ?? 'user'}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid } = statSync(folder)
  return process.getuid === undefined || uid === process.getuid() ? folder : mkdtempSync(`${folder}-`)
}

/** The widths every page is looked at: a small phone, a tablet, a desk. */
export const WIDTHS = [360, 768, 1440] as const

export async function newPage(
  browser: Browser,
  options: { width?: number; javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: 900 },
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  return { context, page: await context.newPage() }
}

/** WCAG 2.1 A and AA violations, one line each; empty when the page is clean. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated through the protocol, so that the page's own content security policy stays as it is.
  await page.evaluate(readAxe())
  return page.evaluate(async () => {
    type Violation = { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }
    const axe = (globalThis as unknown as { axe: { run(o: unknown): Promise<{ violations: Violation[] }> } })
      .axe
    const { violations } = await axe.run({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
    })
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
    )
  })
}

/** By how many CSS pixels the page is wider than its window; 0 when nothing scrolls sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = (
      globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }
    ).document.documentElement
    return Math.max(0, scrollWidth - clientWidth)
  })
}

let axeSource: string | undefined
function readAxe(): string {
  axeSource ??= (require('axe-core') as { source: string }).source
  return axeSource
}

function writeFontConfig(home: string): string {
  const fonts = ['@expo-google-fonts/noto-sans-sc', '@expo-google-fonts/noto-serif-sc'].map((name) =>
    dirname(
      require.resolve(`${name}/package.json`, { paths: [join(import.meta.dirname, '../../documents')] }),
    ),
  )
  const cache = join(home, 'fontconfig')
  mkdirSync(cache)
  const file = join(home, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${fonts.map((folder) => `<dir>${folder}</dir>`).join('\n')}<cachedir>${cache}</cachedir>
<alias><family>serif</family><prefer><family>Noto Serif SC</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>`,
  )
  return file
}
