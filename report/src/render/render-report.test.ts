import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readReport } from '../read/read-report.ts'
import type { Report } from '../report.ts'
import { sampleReport } from '../testing/sample-report.ts'
import { trialReport } from '../testing/trial-report.ts'
import { REPORT_OUTPUTS, renderReport } from './render-report.ts'

function tablesOf(report: Report) {
  return { t2: report.tables.t2?.cells, t3: report.tables.t3?.cells, t4: report.tables.t4?.cells }
}

describe.each([
  ['the format in force', sampleReport()],
  ['the trial format', trialReport()],
] as const)('a report in %s', (_format, report) => {
  test.each(REPORT_OUTPUTS)('comes back from %s as it went in', async (output) => {
    const bytes = await renderReport(report, output)
    const { report: read, unread } = await readReport(bytes, `report.${output}`)
    expect(unread).toEqual([])
    expect(tablesOf(read)).toEqual(tablesOf(report))
    expect(read.meta.format).toBe(report.meta.format)
    expect(read.meta.reportYear).toBe(report.meta.reportYear)
    expect(read.meta.orgName).toBe(report.meta.orgName)
    expect(read.title).toBe(report.title)
    expect(read.preamble).toBe(report.preamble)
    expect(read.statPeriod).toEqual(report.statPeriod)
    expect(read.printedLabels).toEqual({})
    expect(read.sections).toEqual(report.sections)
  })
})

describe('the statutory form', () => {
  test('has the merged heads, the corner text and canonical labels', async () => {
    const html = new TextDecoder().decode(await renderReport(sampleReport(), 'html'))
    expect(html).toContain(
      'scope="colgroup" colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</th>',
    )
    expect(html).toMatch(/scope="rowgroup" rowspan="22"[^>]*>三、本年度办理结果<\/th>/)
    expect(html).toMatch(/rowspan="8"[^>]*>（三）不予公开<\/th>/)
    expect(html).toMatch(/rowspan="3"[^>]*>（六）其他处理<\/th>/)
    expect(html).toMatch(/colspan="5"[^>]*>法人或其他组织<\/th>/)
    expect(html).toMatch(/scope="row" colspan="3"[^>]*>四、结转下年度继续办理<\/th>/)
    expect(html.match(/<td/g)).toHaveLength(200)
  })

  test('gives a figure every head that it stands under and beside', async () => {
    const html = new TextDecoder().decode(await renderReport(sampleReport(), 'html'))
    const heads = /<td headers="([^"]*)"[^>]*>27<\/td>/.exec(html)?.[1]?.split(' ') ?? []
    const named = heads.map((id) => new RegExp(`<th id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1])
    expect(named).toEqual([
      '申请人情况',
      '总计',
      '三、本年度办理结果',
      '（四）无法提供',
      '1.本机关不掌握相关政府信息',
    ])
  })

  test('keeps table three on one page in Word', async () => {
    const files = unzipSync(await renderReport(sampleReport(), 'docx'))
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    expect(document.match(/<w:tbl>/g)).toHaveLength(3)
    expect(document).toContain('<w:pageBreakBefore/>')
  })
})

test('a report without a table leaves the table out', async () => {
  const { t4: _, ...tables } = sampleReport().tables
  const html = new TextDecoder().decode(await renderReport({ ...sampleReport(), tables }, 'html'))
  expect(html.match(/<table>/g)).toHaveLength(2)
  expect(html).toContain('四、政府信息公开行政复议、行政诉讼情况')
})

test('a total printed blank beside a figure comes back blank, with its row', async () => {
  const report = structuredClone(sampleReport())
  const row = { natural_person: '0', business: '0', research: '0', public_welfare: '0', legal_service: '0' }
  const cells = { ...report.tables.t3?.cells, new_received: { ...row, other_org: '5', total: '' } }
  const blank = { ...report, tables: { ...report.tables, t3: { ...report.tables.t3, cells } } }
  for (const medium of ['html', 'docx', 'xlsx'] as const) {
    const read = await readReport(new Uint8Array(await renderReport(blank, medium)), `a.${medium}`)
    expect(read.cells['t3.new_received.other_org']?.raw).toBe('5')
    expect(read.cells['t3.new_received.total']?.raw).toBe('')
  }
})
