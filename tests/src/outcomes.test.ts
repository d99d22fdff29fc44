import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../documents/src/testing/pdf-text.ts'
import { OUTCOME_CODES, type OutcomeCode } from '../../law/src/decision/outcome-code.ts'
import { fileByHand } from './applicant.ts'
import { newPage, openBrowser } from './browser.ts'
import { OUTCOME_CASES, type OutcomeCase } from './outcomes.ts'
import { type Product, startProduct } from './product.ts'
import { asStaff, type Staff } from './staff.ts'

const FORMATS = ['2019', '2021'] as const
/** Its period has to have run out, so it came by post some weeks ago; everybody else files today. */
const OF_LONG_AGO = ['other-no-correction', 'other-fee-unpaid'] as const
/** Gone through in the browser by the applicant, and looked up in the report there by the office. */
const SEEN = [
  ['unable-not-exist', '本机关不掌握相关政府信息'],
  ['deny-third-party', '保护第三方合法权益'],
] as const
const ELSEWHERE: readonly OutcomeCode[] = [...OF_LONG_AGO, ...SEEN.map(([code]) => code)]
const BY_HTTP = OUTCOME_CODES.filter((code) => !ELSEWHERE.includes(code))
/** As many as the portal takes from one address in a minute; the others hand theirs in at the counter. */
const ON_PORTAL = BY_HTTP.slice(0, 11)
const AT_COUNTER = BY_HTTP.slice(11)

let product: Product
let browser: Browser
let closeBrowser: () => Promise<void>
let staff: Readonly<{ clerk: Staff; reviewer: Staff; leader: Staff }>
let today: string
let before: Figures

beforeAll(async () => {
  const opened = await openBrowser()
  ;({ browser, close: closeBrowser } = opened)
  product = await startProduct()
  const [clerk, reviewer, leader] = await Promise.all(
    (['jingban', 'shencha', 'lingdao'] as const).map((login) => asStaff(product, login)),
  )
  if (!(clerk && reviewer && leader)) throw new Error('nobody is signed in')
  staff = { clerk, reviewer, leader }
  ;({ today } = await clerk.get<{ today: string }>('/me'))
  before = await figures()
})
afterAll(async () => {
  await closeBrowser?.()
  await product?.close()
})

type Figures = Readonly<Record<(typeof FORMATS)[number], ReadonlyMap<string, string>>>
type Case = Readonly<{
  version: number
  state: string
  outcome: string | null
  consultations: readonly { consultationId: string }[]
  letters: readonly { letterId: string; code: string }[]
}>

const wish = (code: OutcomeCode) => `申请公开第${OUTCOME_CODES.indexOf(code) + 1}号农村道路工程的有关材料`
const daysAgo = (days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** Table three as both formats print it, only what is not nought. */
async function figures(): Promise<Figures> {
  const [old, now] = await Promise.all(
    FORMATS.map(async (format) => {
      const { cells } = await staff.clerk.get<{ cells: { id: string; value: string }[] }>(
        `/annual-reports/${today.slice(0, 4)}?format=${format}`,
      )
      return new Map(cells.filter(({ id }) => id.startsWith('t3.')).map(({ id, value }) => [id, value]))
    }),
  )
  return { 2019: old ?? new Map(), 2021: now ?? new Map() }
}

async function caseOf(number: string) {
  const { lines } = await staff.clerk.get<{ lines: { requestId: string }[] }>(`/requests?text=${number}`)
  const [line, ...others] = lines
  if (line === undefined || others.length > 0)
    throw new Error(`${number} is ${lines.length} times in the queue`)
  return handle(line.requestId)
}

function handle(requestId: string) {
  const path = `/requests/${requestId}`
  const file = () => staff.clerk.get<Case>(path)
  const act = async (verb: string, body: object, who = staff.clerk) => {
    const { version } = await file()
    return who.post<{ state: string }>(`${path}${verb}`, { version, ...body })
  }
  return { requestId, path, file, act }
}
type Handling = ReturnType<typeof handle>

/** Registered by the office: handed in today, or by post with a period that is over by now. */
async function registered(
  code: OutcomeCode,
  channel: 'post-signed' | 'in-person',
  arrivedOn: string,
): Promise<Handling> {
  const { requestId } = await staff.clerk.form<{ requestId: string }>('/requests', {
    filingKey: randomUUID(),
    channel,
    arrivedOn,
    applicantClass: 'natural-person',
    applicant: {
      kind: 'person',
      name: '李秀英',
      identityKind: 'resident-id',
      identityNumber: '411322196803121017',
      contact: { phone: '13837700101' },
    },
    wish: { description: wish(code), wantedMedium: 'electronic', wantedDelivery: 'email' },
  })
  return handle(requestId)
}

const takeUp = ({ act }: Handling, on: string) =>
  act('/review', { on, handlerId: staff.clerk.staffId, applicantClass: 'natural-person' })

/** What has to have happened before this decision may be drafted. */
async function goThrough(handling: Handling, { course }: OutcomeCase): Promise<void> {
  const { act, file, path } = handling
  if (course === 'corrected') {
    const asked = { items: ['请写明文件名称或者文号'], guidance: '可以写明项目名称和年度' }
    await act('/correction', { on: today, ...asked, respondBy: daysAgo(-14) })
    const { version } = await file()
    const answer = { version, on: today, channel: 'online', text: '就是那个工程' }
    await staff.clerk.form(`${path}/correction/answer`, answer)
  }
  if (course === 'reasons-given') {
    const asked = { requestCount: 96, period: '近十二个月', toExplain: '多次申请的理由' }
    await act('/reasons', { on: today, ...asked, respondBy: daysAgo(-14) })
    await act('/reasons/answer', {
      on: today,
      reasonable: false,
      reasons: '想看看',
      judgement: '与申请内容无关',
    })
  }
  if (course === 'third-party-refuses') {
    const party = { name: '南阳清源水务有限公司' }
    await act('/consultations', {
      on: today,
      with: 'third-party',
      party,
      subject: '投标文件',
      why: '可能涉及商业秘密',
    })
    const consultationId = (await file()).consultations[0]?.consultationId
    await act('/consultations/delivery', { consultationId, on: today, proof: '签收单' })
    const said = { answer: 'refusal', reasonable: true, opinion: '涉及报价构成' }
    await act('/consultations/answer', { consultationId, on: today, ...said })
  }
}

async function putOnFile({ path }: Handling, { evidence }: OutcomeCase): Promise<void> {
  for (const kind of evidence) {
    if (kind === 'secrecy-review')
      await staff.reviewer.form(`${path}/evidence/review`, { opinion: 'disclose', text: '已逐项审查' })
    else if (kind === 'search-record')
      await staff.clerk.form(`${path}/evidence/search`, {
        systems: ['综合档案系统'],
        words: ['环卫', '中标'],
        period: '2018年至今',
        searchedBy: '王敏',
        searchedOn: today,
        unitsAsked: [],
        hits: '没有命中',
      })
    else await staff.clerk.form(`${path}/evidence`, { kind, text: '已核对，附卷。' })
  }
}

/** Drafted only with its facts, signed by somebody else, sent out. */
async function decide(handling: Handling, outcome: OutcomeCode, each: OutcomeCase): Promise<void> {
  const { act, file } = handling
  await takeUp(handling, today)
  await goThrough(handling, each)
  await putOnFile(handling, each)
  await expect(act('/decision', { items: [{ outcome, facts: {} }] })).rejects.toThrow(/400 .*请填写/)
  await act('/decision', { items: [{ outcome, facts: each.facts }] })
  await act('/decision/approval', {}, staff.leader)
  const served = await act('/service', { method: 'electronic', sentOn: today, receivedOn: today })
  expect(served.state).toBe('served')
  expect((await file()).outcome).toBe(outcome)
}

async function lapse(code: (typeof OF_LONG_AGO)[number]): Promise<Handling> {
  const handling = await registered(code, 'post-signed', daysAgo(70))
  const { act } = handling
  await takeUp(handling, daysAgo(70))
  const sent = { on: daysAgo(68), deliveredOn: daysAgo(67) }
  if (code === 'other-no-correction') {
    const asked = { items: ['请写明名称'], guidance: '可以写明年度', respondBy: daysAgo(40) }
    await act('/correction', { ...sent, ...asked })
    await act('/correction/lapse', { on: today })
  } else {
    await act('/fee', { ...sent, method: 'by-volume', pages: 240, payment: '到便民服务中心窗口缴纳' })
    await act('/fee/lapse', { on: today })
  }
  return handling
}

/** The answer as the applicant reads it: its text taken from the PDF. */
async function expectLetter(pdf: Uint8Array, each: OutcomeCase): Promise<void> {
  const text = (await pdfPages(pdf)).join('')
  for (const said of each.says) expect(text).toContain(said)
  const [first, other] = ['60日内先向', '6个月内向']
  expect(text).toContain(each.reconsiderationFirst ? first : other)
  expect(text).not.toContain(each.reconsiderationFirst ? other : first)
}

async function letterOf({ file, path }: Handling): Promise<Uint8Array> {
  const reply = (await file()).letters.find(({ code }) => code === 'D12' || code === 'D14')
  return staff.clerk.bytes(`${path}/letters/${reply?.letterId}?type=pdf`)
}

/** One more in the row of the outcome, in both formats, and in no other. */
async function expectCounted(each: OutcomeCase, { receivedThisYear = true } = {}): Promise<void> {
  const after = await figures()
  for (const [index, format] of FORMATS.entries()) {
    const changed = [...after[format]].flatMap(([id, value]) => {
      const more = Number(value) - Number(before[format].get(id))
      return more === 0 ? [] : [[id, more] as const]
    })
    const rows = [`t3.${each.rows[index]}`, 't3.results_total']
    const expected = [...(receivedThisYear ? ['t3.new_received'] : []), ...rows].flatMap((row) => [
      [`${row}.natural_person`, 1],
      [`${row}.total`, 1],
    ])
    const told = receivedThisYear ? changed : changed.filter(([id]) => !/new_received|carried/.test(id))
    expect(told.sort(), format).toEqual(expected.sort())
  }
  before = after
}

// First, while the portal takes forms without asking to slow down: a program waits when it is told to, a page does not.
describe('an outcome seen in the browser, to the end', () => {
  it.each(SEEN)('%s', async (code, label) => {
    const each = OUTCOME_CASES(today)[code]
    const { page, context } = await newPage(browser, { width: 360, javaScriptEnabled: false })
    const { number, queryCode } = await fileInBrowser(page, wish(code))
    await decide(await caseOf(number), code, each)

    await page.goto(`${product.url}/apply/status`)
    await page.fill('#number', number)
    await page.fill('#queryCode', queryCode)
    await page.click('main button[type=submit]')
    expect(await page.textContent('main')).toContain('已答复')
    await page.fill('#paper-last-four', '1017')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('li:has-text("答复书") button'),
    ])
    const parts: Buffer[] = []
    for await (const part of await download.createReadStream()) parts.push(part as Buffer)
    await expectLetter(new Uint8Array(Buffer.concat(parts)), each)
    await context.close()

    await expectCounted(each)
    await seeInReport(label, number)
  })
})

describe('every outcome, from the form on the portal to the letter and the cell of the report', () => {
  it.each(ON_PORTAL)('%s', async (code) => {
    await decided(await caseOf(await fileByHand(`${product.url}/yahe/apply/person`, wish(code))), code)
  })
})

describe('every other outcome, from the form at the counter to the letter and the cell of the report', () => {
  it.each(AT_COUNTER)('%s', async (code) => {
    await decided(await registered(code, 'in-person', today), code)
  })
})

async function decided(handling: Handling, code: OutcomeCode): Promise<void> {
  const each = OUTCOME_CASES(today)[code]
  await decide(handling, code, each)
  await expectLetter(await letterOf(handling), each)
  await expectCounted(each)
}

describe('a period that runs out, from the letter by post to the cell of the report', () => {
  it.each(OF_LONG_AGO)('%s', async (code) => {
    const each = OUTCOME_CASES(today)[code]
    const handling = await lapse(code)
    expect((await handling.file()).outcome).toBe(code)
    await expectLetter(await letterOf(handling), each)
    await expectCounted(each, { receivedThisYear: false })
  })
})

async function fileInBrowser(page: Page, description: string) {
  await page.goto(`${product.url}/yahe/apply/person`)
  await page.fill('#name', '李秀英')
  await page.selectOption('#identityKind', 'resident-id')
  await page.fill('#identityNumber', '411322196803121017')
  await page.fill('#phone', '13837700101')
  await page.fill('#description', description)
  await page.selectOption('#wantedMedium', 'electronic')
  await page.selectOption('#wantedDelivery', 'online')
  await page.click('text=下一步：核对')
  await page.waitForSelector('h1:has-text("请核对申请内容")')
  const sum = /([一二三四五六七八九])加([一二三四五六七八九])等于几/.exec(
    (await page.textContent('main')) ?? '',
  )
  const figure = (digit = '') => '零一二三四五六七八九'.indexOf(digit)
  if (sum !== null) await page.fill('#answer', String(figure(sum[1]) + figure(sum[2])))
  await page.click('text=确认提交')
  const text = async (id: string) => (await page.textContent(id))?.trim() ?? ''
  return { number: await text('#request-number'), queryCode: await text('#query-code') }
}

/** The clerk opens the report, presses the figure of natural persons in a row and finds the case behind it. */
async function seeInReport(label: string, number: string): Promise<void> {
  const { page, context } = await newPage(browser, { width: 1280 })
  await page.goto(`${product.url}/console/`)
  await page.fill('input[autocomplete=username]', 'jingban')
  await page.fill('input[autocomplete=current-password]', product.password('jingban'))
  await page.click('button[type=submit]')
  await page.waitForSelector('nav[aria-label="主导航"]')
  await page.goto(`${product.url}/console/annual-reports/${today.slice(0, 4)}`)
  await page.click(`.statutory tr:has(th.label:has-text("${label}")) td >> nth=0 >> button`)
  await page.waitForSelector(`.ant-drawer :text("${number}")`)
  await context.close()
}
