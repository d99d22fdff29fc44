import { newPage, openBrowser } from './browser.ts'

const [url, out, password, ...paths] = process.argv.slice(2)
const { browser, close } = await openBrowser()
try {
  for (const width of [1280, 360]) {
    const { page } = await newPage(browser, { width })
    if (password !== '-') {
      await page.goto(`${url}/console/`)
      await page.fill('input[autocomplete=username]', 'jingban')
      await page.fill('input[autocomplete=current-password]', password ?? '')
      await page.click('button[type=submit]')
      await page.waitForSelector('nav[aria-label="主导航"], h1')
    }
    for (const [i, path] of paths.entries()) {
      await page.goto(`${url}${path}`)
      await page.waitForLoadState('networkidle')
      const side = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      console.log(width, path, 'sideways', side)
      await page.screenshot({ path: `${out}-${i}-${width}.png`, fullPage: true })
    }
  }
} finally {
  await close()
}
