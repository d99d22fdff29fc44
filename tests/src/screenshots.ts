// Takes the pictures of the README from the running product: `npm run screenshots`.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { newPage, openBrowser } from './browser.ts'
import { startProduct } from './product.ts'

const FOLDER = join(import.meta.dirname, '../../docs/images')
mkdirSync(FOLDER, { recursive: true })

const product = await startProduct()
const { browser, close } = await openBrowser()
try {
  const { page: portal } = await newPage(browser, { width: 1280 })
  await portal.goto(`${product.url}/yahe`)
  await portal.screenshot({ path: join(FOLDER, 'portal.png') })

  const { page: console } = await newPage(browser, { width: 1280 })
  await console.goto(`${product.url}/console/`)
  await console.fill('input[autocomplete=username]', 'jingban')
  await console.fill('input[autocomplete=current-password]', product.password('jingban'))
  await console.click('button[type=submit]')
  await console.waitForSelector('nav[aria-label="主导航"]')
  const year = new Date().getFullYear()
  for (const [path, name] of [
    ['/requests', 'queue'],
    [`/annual-reports/${year}`, 'annual-report'],
  ]) {
    await console.goto(`${product.url}/console${path}`)
    await console.waitForSelector('h1')
    await console.waitForLoadState('networkidle')
    await console.screenshot({ path: join(FOLDER, `${name}.png`) })
  }
} finally {
  await close()
  await product.close()
}
