import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { portalServer } from '../testing/portal-server.ts'

const REPORTS = join(import.meta.dirname, '../../../../report/fixtures/reports')

let runtime: TestRuntime
let portal: FastifyInstance
beforeAll(async () => {
  runtime = await testRuntime()
  await anAgency(runtime, { name: '鸭河工区管理委员会', slug: 'yahe' })
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

async function clock(typed: Readonly<Record<string, string>>) {
  const { statusCode, body } = await portal.inject(`/tools/clock?${new URLSearchParams(typed)}`)
  expect(statusCode).toBe(200)
  return body
}

function dueDay(page: string): string | undefined {
  return /<strong class="big">([^<]+)<\/strong>/.exec(page)?.[1]
}

function faultsOf(page: string): string[] {
  return [...page.matchAll(/<p class="error" id="([^"]+)-fault"[^>]*>([^<]+)</g)].map(
    ([, name, text]) => `${name}：${text}`,
  )
}

describe('期限计算', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['over 国庆 and its worked weekends', { channel: 'in-person', received: '2019-09-20' }, '2019年10月23日'],
    ['a third party asked and answering', { channel: 'in-person', received: '2024-01-08', consulted: '2024-01-15', consultedArrived: '2024-01-17', consultedAnswered: '2024-01-29' }, '2024年2月22日'],
    ['corrected', { channel: 'in-person', received: '2023-04-17', correctionNotice: '2023-04-23', correctionBy: '2023-05-18', correctionReceived: '2023-05-08' }, '2023年6月5日'],
    ['extended by 10', { channel: 'in-person', received: '2023-09-04', extendedOn: '2023-09-28', extendedDays: '10' }, '2023年10月20日'],
    ['confirmed later than sent in', { channel: 'online', received: '2021-04-30', confirmed: '2021-05-06' }, '2021年6月2日'],
    ['paid', { channel: 'in-person', received: '2025-03-03', feeNotice: '2025-03-27', feeAmount: '120', feeArrived: '2025-03-28', feePaid: '2025-04-10' }, '2025年5月12日'],
    ['days as people write them', { channel: 'in-person', received: '2019年9月20日' }, '2019年10月23日'],
  ]
  it.each(CASES)('counts %s', async (_case, typed, due) => {
    expect(dueDay(await clock(typed))).toBe(due)
  })

  it('shows every day with its article, the holiday notice among them', async () => {
    const page = await clock({ received: '2019-09-20' })
    expect(page).toContain('国庆节放假')
    expect(page).toContain('《中华人民共和国政府信息公开条例》第三十三条第二款')
    expect(page.match(/<time datetime="2019-\d\d-\d\d">2019-/g)).toHaveLength(34)
  })

  it('shows the other readings of a pause', async () => {
    const page = await clock({
      received: '2024-01-08',
      consulted: '2024-01-15',
      consultedAnswered: '2024-01-29',
    })
    const readings = page.slice(page.indexOf('其他算法'), page.indexOf('逐日计算表'))
    expect([...readings.matchAll(/datetime="([^"]+)"/g)].map(([, on]) => on)).toEqual([
      '2024-02-21',
      '2024-02-23',
    ])
  })

  it('says 暂定 past the last holiday notice', async () => {
    expect(await clock({ received: '2031-03-03' })).toContain('答复期限届满日（暂定）')
  })

  it('says that an answer came too late', async () => {
    const page = await clock({ received: '2022-06-06', served: '2022-07-07' })
    expect(page).toContain('答复逾期：期限2022年7月4日届满，超过3个工作日')
  })

  it('names each field that cannot be used in one sentence, and keeps what was typed', async () => {
    const page = await clock({
      received: '2024-02-30',
      consultedAnswered: '2024-01-29',
      extendedOn: '2024-01-20',
      extendedDays: '很多',
    })
    expect(faultsOf(page)).toEqual([
      'received：“2024-02-30”不是有效日期，请把收到、提交日期写成2024-09-30的样式',
      'consultedAnswered：填写收到第三方意见日期的，请同时填写发出征求意见书日期',
      'extendedDays：延长的工作日数应当是整数，最长20个工作日',
    ])
    expect(page).toContain('value="2024-02-30"')
    expect(page).toContain('value="很多"')
    expect(page).toContain('value="2024-01-20"')
    expect(dueDay(page)).toBeUndefined()
  })

  it('answers whatever is typed', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('2024-01-08', '9999-12-31', '0000-01-01', '2008-05-01', '20240131', '20', '-1', 'fax'),
    )
    const names = [
      'channel',
      'received',
      'confirmed',
      'correctionReceived',
      'consulted',
      'extendedOn',
      'extendedDays',
    ]
    const typed = fc.record(Object.fromEntries(names.map((name) => [name, text])), { requiredKeys: [] })
    await fc.assert(
      fc.asyncProperty(typed, async (values) => void (await clock(values as Record<string, string>))),
      { numRuns: 60 },
    )
  })
})

type Sent = Readonly<{ field: string; fileName: string; content: Buffer }>

function check(fileName: string, content: Buffer) {
  return send([{ field: 'report', fileName, content }])
}

async function send(files: readonly Sent[]) {
  const boundary = '----report'
  const { statusCode, body } = await portal.inject({
    method: 'POST',
    url: '/tools/report-check',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      ...files.flatMap(({ field, fileName, content }) => [
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
        ),
        content,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  })
  return { status: statusCode, body }
}

function sentence(body: string): string | undefined {
  return /id="report-fault"[^>]*>([^<]+)</.exec(body)?.[1]
}

describe('年报校核', () => {
  it('finds in the report of 鸭河 a label and six blank cells, and marks them where they stand', async () => {
    const { status, body } = await check('yahe-2019.txt', readFileSync(join(REPORTS, 'yahe-2019.txt')))
    expect(status).toBe(200)
    const found = body.slice(body.indexOf('发现的问题'), body.indexOf('报告全文'))
    expect([...found.matchAll(/<b>(AR-\d+)<\/b>/g)].map(([, rule]) => rule)).toEqual([
      'AR-18',
      'AR-17',
      'AR-17',
    ])
    expect(found).toContain('<dt>应为</dt><dd>数字</dd><dt>实为</dt><dd>空白</dd>')
    expect(body.match(/class="faulty"/g)).toHaveLength(6)
    expect(body).toContain('鸭河工区管委会')
  })

  it('compares with the report of last year when it is given too, and says which of the two files is at fault', async () => {
    const sample = JSON.parse(readFileSync(join(REPORTS, '../report-2024.json'), 'utf8'))
    const content = Buffer.from(JSON.stringify({ ...sample, prior: undefined }))
    const report = { field: 'report', fileName: '2024.json', content }
    const before = structuredClone(sample)
    before.meta.reportYear = 2023
    before.tables.t3.cells.carried_out = { ...before.tables.t3.cells.carried_out, total: '987' }
    const previous = {
      field: 'previous',
      fileName: '2023.json',
      content: Buffer.from(JSON.stringify(before)),
    }
    const alone = await send([report])
    const beside = await send([previous, report])
    expect(alone.body).not.toContain('987')
    expect(beside.status).toBe(200)
    expect(beside.body).toContain('<dd>2024.json</dd>')
    expect(beside.body).toContain('987')
    const broken = await send([report, { ...previous, content: Buffer.from('{"meta":') }])
    expect(broken.status).toBe(422)
    expect(sentence(broken.body)).toBe('上一年度报告：JSON 文件的写法有错误，无法读取，请重新导出')
  })

  it('marks a figure of the prose where it stands, and leads there and back', async () => {
    const sample = JSON.parse(readFileSync(join(REPORTS, '../report-2024.json'), 'utf8'))
    const report = JSON.stringify(sample).replace(
      '本年新收政府信息公开申请132件',
      '本年新收政府信息公开申请130件',
    )
    const { body } = await check('report.json', Buffer.from(report))
    const text = body.slice(body.indexOf('报告全文'))
    expect(text).toContain(
      '<mark class="faulty">新收政府信息公开申请130件<a class="mark-link" href="#finding-1" id="at-1">',
    )
    expect(body).toContain('<a href="#at-1">在原文中查看</a>')
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says what is wrong with the units of a foreign JSON', async () => {
    const sample = JSON.parse(readFileSync(join(REPORTS, '../report-2024.json'), 'utf8'))
    const { status, body } = await check(
      'report.json',
      Buffer.from(JSON.stringify({ ...sample, components: [{ name: '甲局' }, 7] })),
    )
    expect(status).toBe(200)
    expect(body).toContain('各单位的报告（components）第2项不是一个单位的报告')
  })

  it('reads a published PDF', async () => {
    const { status, body } = await check('huaian-2024.pdf', readFileSync(join(REPORTS, 'huaian-2024.pdf')))
    expect(status).toBe(200)
    expect(body).toContain('2024年')
  })

  // biome-ignore format: a table
  const CASES: readonly (readonly [string, string, Buffer, string])[] = [
    ['a broken docx', 'report.docx', Buffer.from('PK\u0003\u0004 no archive'), '文件已损坏'],
    ['a docx that is none', 'report.docx', Buffer.from('hello'), '“report.docx”的内容与文件名不符，请用原来的软件另存后再上传'],
    ['a picture', 'report.png', Buffer.from('\x89PNG', 'latin1'), '“report.png”的格式不能上传，请使用html、docx、doc、wps、xlsx、xls、et、pdf、txt、md、json格式的文件'],
    ['an empty file', 'report.txt', Buffer.alloc(0), '“report.txt”是空文件，请重新选择'],
    ['no file', '', Buffer.alloc(0), '请选择一个年度报告文件'],
    ['some other text', 'notes.txt', Buffer.from('今天天气很好。'), '没有在文件里找到年度报告的表格，请确认上传的是政府信息公开工作年度报告，并且表格不是图片'],
    ['JSON that is no report', 'a.json', Buffer.from('{"meta":{"reportYear":"x"},"tables":[1,{"t2":null}]}'), '没有在文件里找到年度报告的表格'],
    ['more than 20 MB', 'large.txt', Buffer.alloc(20 * 1024 * 1024 + 1, '一'), '文件超过20兆字节，请压缩其中的图片，或者另存为网页、文本后再上传'],
  ]
  it.each(CASES)('answers %s with a sentence', async (_case, name, content, expected) => {
    const { status, body } = await check(name, content)
    expect(status).toBe(422)
    expect(sentence(body)).toContain(expected)
  })

  it('survives a JSON report whose every part is of the wrong kind', async () => {
    const report = {
      meta: { reportYear: 2024, format: '2021' },
      tables: {
        t2: { cells: { a: { b: '1' } } },
        t3: { cells: { granted: { total: '5', natural_person: 7 } } },
      },
      sections: 'x',
      prior: 3,
      ledger: { applications: 5 },
      publication: 'z',
      roster: 7,
      components: { a: 1 },
    }
    const { status } = await check('report.json', Buffer.from(JSON.stringify(report)))
    expect(status).toBeLessThan(500)
  })

  it('shows the form without a file being asked for by script', async () => {
    const { statusCode, body } = await portal.inject('/tools/report-check')
    expect(statusCode).toBe(200)
    expect(body).toContain('enctype="multipart/form-data"')
    const { statusCode: unposted } = await portal.inject({ method: 'POST', url: '/tools/report-check' })
    expect(unposted).toBe(422)
  })
})
