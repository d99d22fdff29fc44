import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../server/src/testing/totp-code.ts'
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

async function openConsole(path: string, width = 1440): Promise<Page> {
  const { page } = await newPage(browser, { width })
  await page.goto(`${product.url}/console${path}`)
  return page
}

async function signIn(page: Page, login: string, password = product.password(login)): Promise<void> {
  await page.getByLabel('登录名').last().fill(login)
  await page.getByLabel('密码', { exact: true }).last().fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).last().click()
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

describe('a new colleague', () => {
  it('gets an account from one administrator and a role from another, and chooses a password before all else', async () => {
    const system = await openConsole('/agencies/staff')
    await signIn(system, 'xitong')
    await button(system, '增加工作人员').click()
    await button(system, '增加').click()
    await system.getByText('请填写登录名').waitFor()
    await system.getByLabel('登录名').fill('jingban')
    await system.getByLabel('姓名').fill('陈晓')
    await button(system, '增加').click()
    await system.getByText('这个登录名已经有人使用，请换一个').waitFor()
    await system.getByLabel('登录名').fill('chenxiao')
    await button(system, '增加').click()
    const first = (await system.locator('code').textContent()) ?? ''
    await button(system, '已经记下').click()
    expect(await system.getByRole('row', { name: /chenxiao/ }).textContent()).toContain('待授权')

    const colleague = await openConsole('/', 360)
    await signIn(colleague, 'chenxiao', first)
    await colleague.getByRole('heading', { name: '修改初始密码' }).waitFor()
    await colleague.getByLabel('现在的密码').fill(first)
    await colleague.getByLabel('新密码', { exact: true }).fill('qingfeng-2024')
    await colleague.getByLabel('再输入一次新密码').fill('qingfeng-2024')
    await button(colleague, '修改密码').click()
    await colleague.getByText('账户还没有角色，请联系本机关安全管理员授权。').waitFor()

    const security = await openConsole('/agencies/staff')
    await signIn(security, 'anquan')
    await security
      .getByRole('row', { name: /chenxiao/ })
      .getByRole('button', { name: '授权' })
      .click()
    await security.getByLabel('审计管理员').check()
    await security.getByLabel('经办人').check()
    await button(security, '保存').click()
    await security.getByText('系统管理员、安全管理员、审计管理员应当分设，不能与其他角色兼任').waitFor()
    await security.getByLabel('审计管理员').uncheck()
    await button(security, '保存').click()
    await security.getByText('角色已经授予').waitFor()

    await colleague.reload()
    await colleague.getByRole('heading', { name: '依申请公开' }).waitFor()
    expect(await sidewaysScroll(colleague)).toBe(0)

    const audit = await openConsole('/system/audit')
    await signIn(audit, 'shenji')
    expect(await audit.getByRole('row', { name: /授予角色/ }).textContent()).toContain('经办人')
    await button(audit, '核对完整性').click()
    await audit.getByText(/共核对\d+条，前后相连/).waitFor()
  })
})

describe('an administrator', () => {
  it('sets up a second factor from the telephone, notes the recovery codes, and signs in with one', async () => {
    const page = await openConsole('/account', 360)
    await signIn(page, 'shenji')
    await button(page, '设置动态口令').click()
    await page.getByRole('dialog').getByLabel('现在的密码').fill(product.password('shenji'))
    await button(page, '下一步').click()
    await page.getByRole('img', { name: '动态口令的二维码' }).waitFor()
    const secret = ((await page.locator('.account-steps code').textContent()) ?? '').replace(/[^A-Z2-7]/g, '')
    await page.getByLabel('应用中显示的6位数字').fill(codeAt(secret, new Date()))
    await button(page, '启用').click()
    const codes = page.locator('.recovery-codes li')
    await codes.first().waitFor()
    expect(await codes.count()).toBe(10)
    const recovery = (await codes.first().textContent()) ?? ''
    await button(page, '已经记下').click()
    await page.getByText('还有10个恢复码').waitFor()
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])

    await page.context().clearCookies()
    await page.goto(`${product.url}/console/system/audit`)
    await signIn(page, 'shenji')
    await page.getByLabel('动态口令或者恢复码').fill('000000')
    await button(page, '完成登录').click()
    await page.getByText('口令不正确，或者已经用过').waitFor()
    await page.getByLabel('动态口令或者恢复码').fill(recovery)
    await button(page, '完成登录').click()
    await page.getByText('使用恢复码登录').first().waitFor()

    const security = await openConsole('/agencies/staff')
    await signIn(security, 'anquan')
    await security
      .getByRole('row', { name: /shenji/ })
      .getByRole('button', { name: '重置动态口令' })
      .click()
    await button(security, '重置').click()
    await security.getByText('高翔的动态口令已经重置').waitFor()
    await page.reload()
    await signIn(page, 'shenji')
    await page.getByText('重置动态口令').first().waitFor()
  })
})

describe('a session that ends under one’s hands', () => {
  it('is taken up again over the page, and what was typed stays', async () => {
    const page = await openConsole('/agencies/departments')
    await signIn(page, 'xitong')
    await button(page, '增加内设机构').click()
    await page.getByLabel('内设机构名称').fill('数据管理局')
    await page.context().clearCookies()
    await button(page, '增加').click()
    await page.getByText('登录已经失效').waitFor()
    await signIn(page, 'xitong')
    await page.getByText('登录已经失效').waitFor({ state: 'hidden' })
    expect(await page.getByLabel('内设机构名称').inputValue()).toBe('数据管理局')
    await button(page, '增加').click()
    await page.getByRole('row', { name: /数据管理局/ }).waitFor()
  })
})

describe('pages of administrators', () => {
  it.each([
    ['xitong', '/agencies/staff'],
    ['xitong', '/agencies/organs'],
    ['xitong', '/system/calendar'],
    ['shenji', '/system/audit'],
    ['shenji', '/system/retention'],
  ])('for %s, %s is accessible and never scrolls sideways at 360 px', async (login, path) => {
    const page = await openConsole(path, 360)
    await signIn(page, login)
    await page.locator('.cards').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
  })
})
