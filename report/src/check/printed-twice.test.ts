import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readReport } from '../read/read-report.ts'
import { renderReport } from '../render/render-report.ts'
import { sampleReport } from '../testing/sample-report.ts'
import { checkReport } from './check-report.ts'

// 表三 of the sample: 予以公开 41, 4, 1, 1, 2, 0, 49; 表四: 行政复议 5, 1, 2, 2, 10.
const encode = (text: string) => new TextEncoder().encode(text)
const page = async () => new TextDecoder().decode(await renderReport(sampleReport(), 'html'))

/** The page with its nth table printed again right behind itself, perhaps changed. */
async function pageWithTwice(nth: number, change = (table: string) => table): Promise<string> {
  const text = await page()
  const tables = [...text.matchAll(/<table[\s\S]*?<\/table>/g)]
  const table = tables[nth]
  if (table === undefined) throw new Error('no such table')
  const end = table.index + table[0].length
  return `${text.slice(0, end)}${change(table[0])}${text.slice(end)}`
}

async function checked(text: string, name: string) {
  const read = await readReport(encode(text), name)
  const { findings, notAssessable } = checkReport(read.report, name, read)
  return { read, findings, notAssessable, twice: findings.filter(({ rule }) => rule === 'AR-07') }
}

test('表三 pasted twice with the same figures: the figures are read, and AR-07 says where both stand', async () => {
  const { read, findings, twice } = await checked(await pageWithTwice(1), 'a.html')
  expect(read.cells['t3.granted.total']?.value).toBe(49)
  expect(findings).toEqual(twice)
  expect(twice).toMatchObject([
    {
      severity: 'warning',
      cells: [],
      expected: '表三1次',
      actual: '表三2次',
      message: expect.stringMatching(
        /^表三出现2次（第2个表格第\d+行第\d+列、第3个表格第\d+行第\d+列），数字相同，请核实后只保留一处。$/,
      ),
      where: expect.stringMatching(/^第3个表格/),
    },
  ])
})

test('表三 pasted twice with another figure: the cell stays unread, and no other rule blames the author for it', async () => {
  const other = (table: string) => table.replace(/(予以公开[\s\S]*?>)\d+(?=<)/, '$140')
  const { read, findings, twice } = await checked(await pageWithTwice(1, other), 'a.html')
  expect(read.cells['t3.granted.natural_person']).toBeUndefined()
  expect(twice).toHaveLength(1)
  expect(twice[0]?.cells).toEqual(['t3.granted.natural_person'])
  expect(twice[0]?.message).toContain('表三“（一）予以公开”行“自然人”的数字不同')
  expect(findings).toEqual(twice)
})

test('表四 and 表二 pasted twice', async () => {
  const four = await checked(await pageWithTwice(2), 'a.html')
  expect(four.findings.map(({ rule, actual }) => [rule, actual])).toEqual([['AR-07', '表四2次']])
  const two = await checked(await pageWithTwice(0), 'a.html')
  expect(two.findings.map(({ rule, actual }) => [rule, actual])).toEqual([['AR-07', '表二2次']])
})

test('表四 twice with other figures, all of it unread: neither missing nor a picture', async () => {
  const other = (table: string) =>
    table.replaceAll(/(<td[^>]*>)(\d+)(?=<)/g, (_, tag, digits) => `${tag}${digits}1`)
  const { findings } = await checked(await pageWithTwice(2, other), 'a.html')
  expect(findings.map(({ rule }) => rule)).toEqual(['AR-07'])
  expect(findings[0]?.cells).toHaveLength(15)
})

test('one row pasted twice, in a text', async () => {
  const row = (label: string, figures: string) => `${label}\t${figures}`
  const text = [
    '示例市财政局2024年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    row('一、本年新收政府信息公开申请数量', '3\t0\t0\t0\t0\t0\t3'),
    row('二、上年结转政府信息公开申请数量', '0\t0\t0\t0\t0\t0\t0'),
    row('二、上年结转政府信息公开申请数量', '1\t0\t0\t0\t0\t0\t1'),
    row('四、结转下年度继续办理', '0\t0\t0\t0\t0\t0\t0'),
  ].join('\n')
  const { twice, read } = await checked(text, 'a.txt')
  expect(read.cells['t3.carried_in.total']).toBeUndefined()
  expect(twice.map(({ actual, where }) => [actual, where])).toEqual([
    ['表三“二、上年结转政府信息公开申请数量”行2次，数字不同', '第5行'],
  ])
  expect(twice[0]?.message).toContain('（该格分别为0、1）')
})

test('the head of a table repeated on the next page is no second table', async () => {
  const text = await page()
  const head = /<thead[\s\S]*?<\/thead>/.exec(text.slice(text.indexOf('申请人情况') - 900))?.[0] ?? ''
  expect(head).toContain('自然人')
  const broken = text.replace(
    /(<tr>(?:(?!<tr>)[\s\S])*?1\.本机关不掌握)/,
    `${head.replace(/<\/?thead>/g, '')}$1`,
  )
  expect(broken.length).toBeGreaterThan(text.length)
  expect((await checked(broken, 'a.html')).twice).toEqual([])
})

test('no real report is said to print something twice', async () => {
  const folder = new URL('../../fixtures/reports/', import.meta.url)
  const files = readdirSync(folder).filter((name) => /\.(txt|md|html|docx|pdf)$/.test(name))
  expect(files.length).toBeGreaterThan(14)
  for (const name of files) {
    const read = await readReport(new Uint8Array(readFileSync(new URL(name, folder))), name)
    const { findings } = checkReport(read.report, name, read)
    expect([name, findings.filter(({ rule }) => rule === 'AR-07')]).toEqual([name, []])
  }
})
