import { describe, expect, test } from 'vitest'
import { checkReport } from '../check/check-report.ts'
import type { ReadReport } from '../locate/locate-report.ts'
import { readReport } from './read-report.ts'

const readText = (text: string) => readReport(new TextEncoder().encode(text), 'report.txt')
const readPage = (body: string) =>
  readReport(new TextEncoder().encode(`<html><body>${body}</body></html>`), 'report.html')
const section = (read: ReadReport, id: string) => read.report.sections?.find((one) => one.id === id)?.text
const fired = (read: ReadReport, rule: string) =>
  checkReport(read.report).findings.filter((finding) => finding.rule === rule)

/** A report whose section 一 says `prose`, with 132 new, 12 carried in, 136 concluded and 8 carried out. */
const REPORT = (prose: string) => `示例市财政局2024年政府信息公开工作年度报告
一、总体情况
${prose}
二、主动公开政府信息情况
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t0
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t0
行政强制\t0
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量\t132\t0\t0\t0\t0\t0\t132
二、上年结转政府信息公开申请数量\t12\t0\t0\t0\t0\t0\t12
三、本年度办理结果\t（一）予以公开\t136\t0\t0\t0\t0\t0\t136
（七）总计\t136\t0\t0\t0\t0\t0\t136
四、结转下年度继续办理\t8\t0\t0\t0\t0\t0\t8
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开不够及时，已安排专人负责。
六、其他需要报告的事项
本年度没有收取信息处理费。
`

describe('表格', () => {
  test('Q-04: table three in two pieces of different width, a blank line between them', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4
二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0

三、本年度办理结果\t（一）予以公开\t2\t1\t0\t0\t0\t0\t3
\t（七）总计\t2\t1\t0\t0\t0\t0\t3
四、结转下年度继续办理\t\t1\t0\t0\t0\t0\t0\t1
`)
    expect(read.cells['t3.new_received.business']?.value).toBe(1)
    expect(read.cells['t3.granted.natural_person']?.value).toBe(2)
    expect(read.cells['t3.results_total.total']?.value).toBe(3)
    expect(read.cells['t3.carried_out.natural_person']?.value).toBe(1)
  })

  test('Q-05: a row with nothing but its total and one cell missing is read from the right', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4
二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0
（一）予以公开\t\t\t\t\t\t\t3
1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1
2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0
（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t\t\t\t\t2
`)
    expect(read.cells['t3.granted.total']).toMatchObject({ value: 3 })
    expect(read.cells['t3.granted.natural_person']).toMatchObject({ value: null, status: 'blank' })
    expect(read.cells['t3.partially_granted.natural_person']).toBeUndefined()
  })

  test('Q-31: a page with nothing but an attachment says so', async () => {
    const read = await readPage(
      '<h1>示例市财政局2024年政府信息公开工作年度报告</h1><p>附件：</p><a href="/u/2024nb.docx">2024年年报.docx</a>',
    )
    expect(read.cells).toEqual({})
    expect(read.unread).toEqual([
      {
        what: '表二、表三、表四',
        why: '页面上没有年度报告的三张表，只有附件：2024年年报.docx，请下载附件后再读',
      },
    ])
  })

  test('Q-51: an organ without powers still prints zeros, and they are zeros', async () => {
    const read = await readText(REPORT('2024年，本局没有行政许可、行政处罚权限，未收到政府信息公开申请。'))
    expect(read.cells['t2.administrative_license.decisions']).toMatchObject({ value: 0, status: 'number' })
    expect(read.cells['t2.administrative_compulsion.decisions']).toMatchObject({ value: 0, status: 'number' })
  })
})

describe('文字', () => {
  test('Q-38: a preamble in section 一 and nothing else there is text of the section', async () => {
    const read = await readText(REPORT('根据《中华人民共和国政府信息公开条例》要求，特编制本报告。'))
    expect(section(read, 's1')).toBe('根据《中华人民共和国政府信息公开条例》要求，特编制本报告。')
    expect(fired(read, 'AR-08')).toEqual([])
  })

  test('Q-39: six parts announced and five named', async () => {
    const text = REPORT('2024年工作平稳。').replace(
      '一、总体情况',
      '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况等六部分组成。\n一、总体情况',
    )
    const read = await readText(text)
    expect(read.report.preamble).toMatch(/^本报告由总体情况/)
    expect(fired(read, 'AR-11')).toHaveLength(1)
  })

  test('Q-42: where 年 月 日 vanished from the dates, the year comes from the title', async () => {
    const read = await readText(REPORT('统计期限为202411日到1231日，2024 19日印发工作要点。'))
    expect(read.report.meta.reportYear).toBe(2024)
    expect(read.report.statPeriod).toBeUndefined()
  })

  test('Q-43, Q-46: a figure in the prose that differs from the table is found, in Chinese numerals too', async () => {
    const read = await readText(REPORT('2024年，本局收到政府信息公开申请131件，上年结转十三件。'))
    expect(fired(read, 'AR-42')).toHaveLength(1)
    expect(fired(read, 'AR-40')).toHaveLength(1)
    const right = await readText(REPORT('2024年，本局收到政府信息公开申请132件，上年结转十二件。'))
    expect([...fired(right, 'AR-42'), ...fired(right, 'AR-40')]).toEqual([])
  })

  test('Q-44: new and carried in together, or concluded alone, are lawful readings', async () => {
    const read = await readText(REPORT('2024年，本局受理政府信息公开申请144件，办结136件。'))
    expect(fired(read, 'AR-42')).toEqual([])
  })

  test('Q-49: spam in front and lists of towns behind are cut off', async () => {
    const read = await readText(
      `热门推荐 点击领取\n${REPORT('2024年工作平稳。')}上一篇：没有了\n版权所有 示例市人民政府\n`,
    )
    expect(read.report.title).toBe('示例市财政局2024年政府信息公开工作年度报告')
    expect(section(read, 's6')).toBe('本年度没有收取信息处理费。')
  })

  test('Q-52: the report of the office and that of the city are two', async () => {
    const city = REPORT('2024年工作平稳。').replace('示例市财政局', '示例市人民政府')
    const office = REPORT('2024年工作平稳。').replace('示例市财政局', '示例市人民政府办公室')
    const read = await readText(city + office)
    expect([read, ...(read.others ?? [])].map((one) => one.report.meta.orgName)).toEqual([
      '示例市人民政府',
      '示例市人民政府办公室',
    ])
  })

  test('Q-53: counts of web posts near the word 公开 are no cases', async () => {
    const read = await readText(REPORT('2024年，本局主动公开信息642条，其中公开动态类300条，占46.7%。'))
    expect(fired(read, 'AR-42')).toEqual([])
    expect(read.cells['t3.granted.total']?.value).toBe(136)
  })
})
