import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newPage, openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { asStaff, type Staff } from './staff.ts'

let product: Product
let browser: Browser
let closeBrowser: () => Promise<void>
let [clerk, reviewer, leader]: Staff[] = []
let today: string

beforeAll(async () => {
  const opened = await openBrowser()
  ;({ browser, close: closeBrowser } = opened)
  product = await startProduct()
  ;[clerk, reviewer, leader] = await Promise.all(
    ['jingban', 'shencha', 'lingdao'].map((login) => asStaff(product, login)),
  )
  ;({ today } = await staff().get<{ today: string }>('/me'))
})
afterAll(async () => {
  await closeBrowser?.()
  await product?.close()
})

const staff = (who: Staff | undefined = clerk): Staff => {
  if (who === undefined) throw new Error('nobody is signed in')
  return who
}
const daysAgo = (days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

type Case = Readonly<{
  version: number
  state: string
  outcome: string | null
  clock: { dueOn: string | null }
  consultations: readonly { consultationId: string }[]
}>

/** A letter signed for some days ago, on the clerk's desk; what follows goes by the API, as the console calls it. */
async function onTheDesk(description: string, arrivedOn: string) {
  const filed = await staff().form<{ requestId: string; number: string }>('/requests', {
    filingKey: randomUUID(),
    channel: 'post-signed',
    arrivedOn,
    applicantClass: 'natural-person',
    applicant: {
      kind: 'person',
      name: '李秀英',
      identityKind: 'resident-id',
      identityNumber: '411322196803121017',
      contact: { phone: '13837700101' },
    },
    wish: { description, wantedMedium: 'electronic', wantedDelivery: 'email' },
  })
  const path = `/requests/${filed.requestId}`
  const file = () => staff().get<Case>(path)
  const act = async <T extends object>(verb: string, body: object, who?: Staff) => {
    const { version } = await file()
    return staff(who).post<T & Case>(`${path}${verb}`, { version, ...body })
  }
  await act('/review', { on: arrivedOn, handlerId: staff().staffId, applicantClass: 'natural-person' })
  return { ...filed, path, file, act }
}
type Desk = Awaited<ReturnType<typeof onTheDesk>>

async function answer({ path, act }: Desk, items: readonly object[]) {
  await staff(reviewer).form(`${path}/evidence/review`, {
    opinion: 'disclose',
    text: '已逐项审查，可以公开。',
  })
  await act('/decision', { items })
  await act('/decision/approval', {}, leader)
  return act('/service', { method: 'electronic', sentOn: today, receivedOn: today })
}

async function figure(id: string): Promise<number> {
  const year = today.slice(0, 4)
  const { cells } = await staff().get<{ cells: { id: string; value: string }[] }>(
    `/annual-reports/${year}?format=2021`,
  )
  const value = cells.find((cell) => cell.id === id)?.value
  if (value === undefined) throw new Error(`no cell ${id}`)
  return Number(value)
}

describe('an application that is given up', () => {
  it('ends when no correction comes, in its own row of the report', async () => {
    const before = await figure('t3.other.not_corrected.natural_person')
    const desk = await onTheDesk('申请公开有关材料', daysAgo(60))
    await desk.act('/correction', {
      on: daysAgo(58),
      items: ['请写明所需信息的名称或者内容'],
      guidance: '可以写明项目名称和年度',
      respondBy: daysAgo(30),
      deliveredOn: daysAgo(57),
    })
    await expect(desk.act('/decision', { items: [] })).rejects.toThrow(/40[09]/)
    const lapsed = await desk.act('/correction/lapse', { on: today })
    expect(lapsed.state).toBe('abandoned-correction')
    expect(await figure('t3.other.not_corrected.natural_person')).toBe(before + 1)
  })

  it('ends when the fee is not paid', async () => {
    const before = await figure('t3.other.fee_unpaid.natural_person')
    const desk = await onTheDesk('申请公开十年来全部会议纪要', daysAgo(70))
    const notice = { on: daysAgo(68), method: 'by-volume', pages: 240, payment: '到便民服务中心窗口缴纳' }
    await desk.act('/fee', { ...notice, deliveredOn: daysAgo(67) })
    expect((await desk.act('/fee/lapse', { on: today })).state).toBe('abandoned-fee')
    expect(await figure('t3.other.fee_unpaid.natural_person')).toBe(before + 1)
  })
})

describe('a third party that refuses', () => {
  it('is overruled by the public interest, told so first, and the information goes out', async () => {
    const desk = await onTheDesk('申请公开水厂改造工程的水质检测报告', today)
    await desk.act('/consultations', {
      on: today,
      with: 'third-party',
      party: { name: '南阳清源水务有限公司' },
      subject: '水质检测报告',
      why: '可能涉及商业秘密',
    })
    const consultationId = (await desk.file()).consultations[0]?.consultationId
    await desk.act('/consultations/delivery', { consultationId, on: today, proof: '签收单' })
    await desk.act('/consultations/answer', {
      consultationId,
      on: today,
      answer: 'refusal',
      reasonable: true,
      opinion: '涉及工艺参数',
    })
    await staff(reviewer).form(`${desk.path}/evidence/review`, { opinion: 'disclose', text: '可以公开。' })
    const items = [
      { outcome: 'grant-provided', facts: { enclosures: ['水质检测报告'], pages: 6, medium: 'electronic' } },
    ]
    await expect(desk.act('/decision', { items })).rejects.toThrow('公共利益')
    await desk.act(
      '/override',
      { consultationId, on: today, disclosed: '水质检测报告', reason: '关系居民饮水安全', releaseOn: today },
      leader,
    )
    expect((await answer(desk, items)).state).toBe('served')
  })
})

describe('an answer that is taken to court', () => {
  it('is set aside, answered again by a new day, counted once, and opens from the cell of table four', async () => {
    const before = {
      received: await figure('t3.new_received.natural_person'),
      corrected: await figure('t4.litigation_direct.corrected'),
    }
    const desk = await onTheDesk('申请公开道路工程的验收资料', daysAgo(3))
    const search = {
      systems: ['综合档案系统'],
      words: ['道路', '竣工'],
      period: '2018年至今',
      searchedBy: '王敏',
      searchedOn: today,
      hits: '没有命中',
    }
    await staff().form(`${desk.path}/evidence/search`, { ...search, unitsAsked: [] })
    const notFound = [
      { outcome: 'unable-not-exist', facts: { searched: '综合档案系统', keywords: ['道路', '竣工'] } },
    ]
    expect((await answer(desk, notFound)).state).toBe('served')

    const court = {
      block: 'litigation_direct',
      organ: '南阳市宛城区人民法院',
      caseNumber: '（2026）豫1302行初77号',
    }
    const { disputeId } = await staff().post<{ disputeId: string }>('/disputes', {
      ...court,
      requestId: desk.requestId,
      filedOn: today,
      copyReceivedOn: today,
    })
    const { bundleId } = await staff().post<{ bundleId: string }>(`/disputes/${disputeId}/bundles`, {})
    const bundles = () => staff().get<{ bundleId: string; state: string }[]>(`/disputes/${disputeId}/bundles`)
    await expect
      .poll(async () => (await bundles()).find((one) => one.bundleId === bundleId)?.state, {
        timeout: 90_000,
      })
      .toBe('ready')
    const pdf = await staff().bytes(`/disputes/${disputeId}/bundles/${bundleId}?type=pdf`)
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')

    const dueOn = new Date(Date.parse(`${today}T00:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10)
    await staff().post(`/disputes/${disputeId}/outcome`, {
      version: 1,
      result: 'revoked',
      concludedOn: today,
      failedStep: 'search',
      answerAgain: { dueOn, requestVersion: (await desk.file()).version },
    })
    expect(await desk.file()).toMatchObject({ state: 'reopened', clock: { dueOn } })
    await desk.act('/review', { on: today, handlerId: staff().staffId, applicantClass: 'natural-person' })
    const items = [
      { outcome: 'grant-provided', facts: { enclosures: ['竣工验收报告'], pages: 9, medium: 'electronic' } },
    ]
    expect((await answer(desk, items)).state).toBe('served')
    expect(await figure('t3.new_received.natural_person')).toBe(before.received + 1)
    expect(await figure('t4.litigation_direct.corrected')).toBe(before.corrected + 1)

    // From the cell of the report to the case, in the browser.
    const { page, context } = await newPage(browser, { width: 1280 })
    await page.goto(`${product.url}/console/`)
    await page.fill('input[autocomplete=username]', 'jingban')
    await page.fill('input[autocomplete=current-password]', product.password('jingban'))
    await page.click('button[type=submit]')
    await page.waitForSelector('nav[aria-label="主导航"]')
    await page.goto(`${product.url}/console/remedies/${disputeId}`)
    await page.waitForSelector('h1:has-text("豫1302行初77号")')
    const shown = await page.textContent('main')
    for (const text of ['结果纠正', '被告提交证据和答辩状', '政府信息不存在', '已责令重新答复1次', '材料'])
      expect(shown).toContain(text)
    await page.goto(`${product.url}/console/remedies/lessons`)
    await page.waitForSelector('td:has-text("检索")')
    expect(await page.textContent('main')).toContain('豫1302行初77号')
    await context.close()
  })
})
