import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { ReadReport } from '../locate/locate-report.ts'
import { readReport } from './read-report.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const readText = (text: string) => readReport(bytes(text), 'report.txt')
const readPage = (body: string) => readReport(bytes(`<html><body>${body}</body></html>`), 'report.html')

const row = (...fields: string[]) => `<tr>${fields.map((field) => `<td>${field}</td>`).join('')}</tr>`

/** Values of one row in print order; undefined where no cell was found. */
function valuesOf(read: ReadReport, id: string, columns: readonly string[]): (number | null | undefined)[] {
  return columns.map((column) => read.cells[`${id}.${column}`]?.value)
}

const APPLICANTS = [
  'natural_person',
  'business',
  'research',
  'public_welfare',
  'legal_service',
  'other_org',
  'total',
]
const THREE = (read: ReadReport, id: string) => valuesOf(read, `t3.${id}`, APPLICANTS)
const DOCUMENTS = ['issued', 'repealed', 'in_force']
const TWO = (read: ReadReport, id: string) => valuesOf(read, `t2.${id}`, DOCUMENTS)

const HEAD_TWO = ['第二十条第（一）项', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数'].join('\n')
const RESULTS = '三、本年度办理结果'
const NEW = '一、本年新收政府信息公开申请数量'

describe('表二', () => {
  test('Q-01: line breaks inside words, paragraphs inside cells, no-break spaces for blanks', async () => {
    const read = await readPage(`<table>
      <tr><td colspan="4"><p>第二十条第（一）项</p></td></tr>
      ${row('信息内容', '本年制<br>发件数', '<p>本年废止</p><p>件数</p>', '现行有效<br/>件数')}
      ${row('规章', '&nbsp;', '<p>1</p>', '12')}</table>`)
    expect(TWO(read, 'regulations')).toEqual([null, 1, 12])
    expect(read.cells['t2.regulations.issued']?.status).toBe('blank')
  })

  test('Q-02: a grid of five columns for four, spans on some rows only', async () => {
    const read = await readPage(`<table>
      <tr><td colspan="5">第二十条第（一）项</td></tr>
      <tr><td>信息内容</td><td colspan="2">本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
      <tr><td>规章</td><td>3</td><td></td><td>5</td><td>74</td></tr>
      <tr><td>行政规范性文件</td><td colspan="2">564</td><td>984</td><td>4185</td></tr></table>`)
    expect(TWO(read, 'regulations')).toEqual([3, 5, 74])
    expect(TWO(read, 'normative_documents')).toEqual([564, 984, 4185])
  })

  test('columns exchanged under their heads are read by the heads', async () => {
    const read = await readText(
      '第二十条第（一）项\n信息内容\t现行有效件数\t本年制发件数\t本年废止件数\n规章\t12\t2\t1\n',
    )
    expect(TWO(read, 'regulations')).toEqual([2, 1, 12])
  })

  test('Q-15, Q-16: shorter labels and notes inside labels', async () => {
    const read = await readText(`第二十条第（一）项
信息内容\t本年（2023）制发件数\t本年废止件数\t现行有效件数 (历史累计)
规章（设区的市、自治州人民政府应提供相关数据）\t0\t0\t1
规范性文件\t4\t2\t9
`)
    expect(TWO(read, 'regulations')).toEqual([0, 0, 1])
    expect(TWO(read, 'normative_documents')).toEqual([4, 2, 9])
    expect(read.report.printedLabels).toEqual({
      regulations: '规章（设区的市、自治州人民政府应提供相关数据）',
      normative_documents: '规范性文件',
    })
  })

  test('Q-17: a row beyond the format and a title row inside the table', async () => {
    const read = await readText(`${HEAD_TWO}
主动公开政府信息情况
规章\t0\t0\t1
其他主动公开文件\t186\t86\t255
行政规范性文件\t4\t2\t9
`)
    expect(TWO(read, 'normative_documents')).toEqual([4, 2, 9])
    expect(read.report.tables.t2?.extraRows).toEqual([
      { label: '其他主动公开文件', values: ['186', '86', '255'] },
    ])
  })

  test('Q-18: four cells in every row, the last ones empty', async () => {
    const read = await readText(`第二十条第（五）项\t\t\t
信息内容\t本年处理决定数量\t\t
行政许可\t403\t\t
第二十条第（六）项\t\t\t
信息内容\t本年处理决定数量\t\t
行政处罚\t26\t\t
行政强制\t0\t\t
`)
    expect(read.cells['t2.administrative_license.decisions']?.value).toBe(403)
    expect(read.cells['t2.administrative_penalty.decisions']?.value).toBe(26)
    expect(read.cells['t2.administrative_compulsion.decisions']?.value).toBe(0)
  })

  test('three unmerged cells under one head: alike they are one figure, unlike they stay unread', async () => {
    const read = await readText(`第二十条第（六）项
信息内容\t本年处理决定数量\t\t
行政处罚\t2\t0\t0
行政强制\t0\t0\t0
`)
    expect(read.cells['t2.administrative_penalty.decisions']).toBeUndefined()
    expect(read.cells['t2.administrative_compulsion.decisions']?.value).toBe(0)
  })

  test('Q-19: units in cells are read, yuan as 万元', async () => {
    const read = await readText(`第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t1250件
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t251000元
`)
    expect(read.cells['t2.administrative_license.decisions']).toMatchObject({ raw: '1250件', value: 1250 })
    expect(read.cells['t2.administrative_fees.fee_amount']).toMatchObject({ raw: '251000元', value: 25.1 })
  })

  test('Q-20: a slash, a dash and a blank are three texts and no number', async () => {
    const read = await readText(`${HEAD_TWO}\n规章\t/\t-\t\n行政规范性文件\t0\t0\t0\n`)
    expect(read.cells['t2.regulations.issued']).toMatchObject({
      raw: '/',
      value: null,
      status: 'placeholder',
    })
    expect(read.cells['t2.regulations.repealed']).toMatchObject({
      raw: '-',
      value: null,
      status: 'placeholder',
    })
    expect(read.cells['t2.regulations.in_force']).toMatchObject({ raw: '', value: null, status: 'blank' })
    expect(TWO(read, 'normative_documents')).toEqual([0, 0, 0])
  })

  test('Q-22: signs of 本年增/减 in the trial format', async () => {
    const read = await readText(`第二十条第（五）项
信息内容\t上一年项目数量\t本年增\\减\t处理决定数量
行政许可\t47\t+3\t1036
其他对外管理服务事项\t38\t－8\t1
第二十条第（八）项
信息内容\t上一年项目数量\t本年增减
行政事业性收费\t5\t减2
`)
    expect(read.report.meta.format).toBe('2019')
    expect(read.cells['t2.administrative_license.change']?.value).toBe(3)
    expect(read.cells['t2.other_external_services.change']?.value).toBe(-8)
    expect(read.cells['t2.administrative_fees.change']?.value).toBe(-2)
  })

  test('two heads cut after 本年新 are told apart by what follows', async () => {
    const read = await readText(`第二十条第（一）项

信息内容

本年新
制作数量

本年新
公开数量

对外公开总数量

规章

_

3

4
`)
    expect(valuesOf(read, 't2.regulations', ['newly_made', 'newly_disclosed', 'total_disclosed'])).toEqual([
      null,
      3,
      4,
    ])
  })

  test('a row with fewer figures than heads stays unread', async () => {
    const read = await readText(`${HEAD_TWO}\n规章\t3\t12\n行政规范性文件\t4\t2\t9\n`)
    expect(TWO(read, 'regulations')).toEqual([undefined, undefined, undefined])
    expect(read.unread).toContainEqual({
      what: '表二“规章”',
      why: '这一行的单元格比表头少，无法确定各数属于哪一列',
    })
  })
})

describe('表三', () => {
  test('Q-03, Q-06: rows of eight, nine and ten fields, with fillers where spans were dropped', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量\t\t\t5\t1\t0\t0\t0\t0\t6
${RESULTS}\t（一）予以公开\t\t2\t1\t0\t0\t0\t0\t3
（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t0\t0\t1
（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0
2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0
（七）总计\t\t3\t1\t0\t0\t0\t0\t4
四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2
`)
    expect(THREE(read, 'new_received')).toEqual([5, 1, 0, 0, 0, 0, 6])
    expect(THREE(read, 'granted')).toEqual([2, 1, 0, 0, 0, 0, 3])
    expect(THREE(read, 'partially_granted')).toEqual([1, 0, 0, 0, 0, 0, 1])
    expect(THREE(read, 'results_total')).toEqual([3, 1, 0, 0, 0, 0, 4])
    expect(THREE(read, 'carried_out')).toEqual([2, 0, 0, 0, 0, 0, 2])
  })

  test('a filler and a lost figure together leave the row unread', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量\t\t5\t1\t0\t0\t0\t0\t6
二、上年结转政府信息公开申请数量\t\t4\t0\t0\t0\t0\t4
四、结转下年度继续办理\t\t9\t1\t0\t0\t0\t0\t10
`)
    expect(THREE(read, 'carried_in')).toEqual(APPLICANTS.map(() => undefined))
    expect(THREE(read, 'carried_out')).toEqual([9, 1, 0, 0, 0, 0, 10])
  })

  test('Q-07: one field a line with a bar behind it', async () => {
    const lines = [
      '一、本年新收政府信息公开申请数量',
      '3',
      '',
      '',
      '',
      '1',
      '',
      '4',
      '',
      '',
      '二、上年结转政府信息公开申请数量',
    ]
    const read = await readText(
      `申请人情况 |\n${[...lines, '0', '0', '0', '0', '0', '0', '0'].map((field) => `${field} |`).join('\n')}\n`,
    )
    expect(THREE(read, 'new_received')).toEqual([3, null, null, null, 1, null, 4])
    expect(THREE(read, 'carried_in')).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test('one field a line, a bar before every row, blanks as lone bars', async () => {
    const read = await readText(`|
 信息内容  |
 本年制发件数  |
 本年废止件数  |
 现行有效件数  |
|
 规章  |
 4  |
   |
 9  |
|
 行政规范性文件  |
 1  |
 2  |
   |
|
`)
    expect(TWO(read, 'regulations')).toEqual([4, null, 9])
    expect(TWO(read, 'normative_documents')).toEqual([1, 2, null])
  })

  test('bars on lines of their own, with fillers behind every row', async () => {
    const fields = [
      NEW,
      '5',
      '0',
      '0',
      '0',
      '0',
      '0',
      '5',
      '',
      '',
      '二、上年结转政府信息公开申请数量',
      '',
      '',
      '',
      '',
      '',
      '',
      '2',
      '',
      '',
    ]
    const read = await readText(
      `申请人情况\n|\n${fields.map((field) => (field === '' ? '|' : `${field}\n|`)).join('\n')}\n`,
    )
    expect(THREE(read, 'new_received')).toEqual([5, 0, 0, 0, 0, 0, 5])
    expect(THREE(read, 'carried_in')).toEqual([null, null, null, null, null, null, 2])
  })

  test('group cells as blanks before the label', async () => {
    const read = await readText(`${NEW} | 0 | | | | | | 0 |
${RESULTS} | (一)予以公开 | | | | | | | 0 |
| (二)部分公开(区分处理的,只计这一情形,不计其他情形) | | | | | | | 3 |
| | 2.其他法律行政法规禁止公开 | | | | | | | 1 |
`)
    expect(THREE(read, 'new_received')).toEqual([0, null, null, null, null, null, 0])
    expect(THREE(read, 'partially_granted')).toEqual([null, null, null, null, null, null, 3])
    expect(THREE(read, 'denied.prohibited_by_law')).toEqual([null, null, null, null, null, null, 1])
  })

  test('labels whose figures were all lost are no rows, and no prose', async () => {
    const read = await readText(`一、总体情况
工作平稳。
二、主动公开政府信息情况
第二十条第(一)项
信息内容
本年制发件数
本年废止件数
现行有效件数
规章
0
行政规范性文件
三、收到和处理政府信息公开申请情况
${NEW}
${RESULTS}
四、结转下年度继续办理
`)
    expect(read.cells).toEqual({})
    expect(read.report.sections?.map((section) => section.text)).toEqual(['工作平稳。', '', ''])
  })

  test('Q-08, Q-09: head words split over two rows and spaces in labels do not matter', async () => {
    const read = await readText(`| | 申请人情况 |
| 自然人 | 商业 | 科研 | 社会公益 | 法律服务 | 其他 | 总计 |
| 企业 | 机构 | 组织 | 机构 |
| 一、本年新收 政府信息公开 申请数量 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |
`)
    expect(THREE(read, 'new_received')).toEqual([1, 2, 3, 4, 5, 6, 21])
  })

  test('Q-10, Q-11, Q-12: brackets, quotes and numbering of every kind', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量\t１\t0\t0\t0\t0\t0\t１
${RESULTS}\t(一）予以公开\t1\t0\t0\t0\t0\t0\t1
(三) 不予公开\t③危及「三安全一稳定」\t2\t0\t0\t0\t0\t0\t2
4、保护第三方合法权益\t3\t0\t0\t0\t0\t0\t3
5．属于三类内部事务信息\t4\t0\t0\t0\t0\t0\t4
(6)属于四类过程性信息\t5\t0\t0\t0\t0\t0\t5
四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0
`)
    expect(THREE(read, 'new_received')).toEqual([1, 0, 0, 0, 0, 0, 1])
    expect(THREE(read, 'granted')[0]).toBe(1)
    expect(THREE(read, 'denied.three_securities_one_stability')[0]).toBe(2)
    expect(THREE(read, 'denied.third_party_rights')[0]).toBe(3)
    expect(THREE(read, 'denied.internal_affairs')[0]).toBe(4)
    expect(THREE(read, 'denied.process_information')[0]).toBe(5)
    expect(read.report.printedLabels).toEqual({})
  })

  test('Q-13: the two long labels of （六）其他处理, whole or short', async () => {
    const read =
      await readText(`（六）其他处理\t1、申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请\t2\t0\t0\t0\t0\t0\t2
2、逾期未缴费\t1\t0\t0\t0\t0\t0\t1
3、其他\t4\t0\t0\t0\t0\t0\t4
（七）总计\t7\t0\t0\t0\t0\t0\t7
`)
    expect(THREE(read, 'other.not_corrected')[0]).toBe(2)
    expect(THREE(read, 'other.fee_unpaid')[0]).toBe(1)
    expect(THREE(read, 'other.misc')[0]).toBe(4)
    expect(THREE(read, 'results_total')[0]).toBe(7)
  })

  test('Q-14: a misprint is recognised and reported', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3
5.属于三类内部事物信息\t3\t0\t0\t0\t0\t0\t3
`)
    expect(THREE(read, 'denied.internal_affairs')[0]).toBe(3)
    expect(read.report.printedLabels).toEqual({ 'denied.internal_affairs': '5.属于三类内部事物信息' })
    expect(read.labels.find((label) => label.id === 'denied.internal_affairs')?.matchedBy).toBe(
      'edit-distance',
    )
  })

  test('a misprint with the number of another row is not recognised', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3
7.属于三类内部事物信息\t3\t0\t0\t0\t0\t0\t3
四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0
`)
    expect(THREE(read, 'denied.internal_affairs')).toEqual(APPLICANTS.map(() => undefined))
    expect(read.report.tables.t3?.extraRows).toHaveLength(1)
  })

  test('Q-21: a table with nothing but totals', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量 |
|
|
|
|
|
|
0 |
||
二、上年结转政府信息公开申请数量 |
|
|
|
|
|
|
2 |
||
`)
    expect(THREE(read, 'new_received')).toEqual([null, null, null, null, null, null, 0])
    expect(THREE(read, 'carried_in')).toEqual([null, null, null, null, null, null, 2])
  })

  test('Q-23: page marks, form feeds and single characters between the rows', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3
年
度
-4-
\f
（四）无
1.本机关不掌握相关政府信息\t3\t0\t0\t0\t0\t0\t3
— 5 —
法提供
2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0
`)
    expect(THREE(read, 'unable.not_held')).toEqual([3, 0, 0, 0, 0, 0, 3])
    expect(THREE(read, 'unable.requires_creation')).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test('Q-24: figures in the middle of a label of two lines', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9
（一）予以公开 2 0 0 0 0 0 2
（二）部分公开（区分处理的，只计这一情
447 7 0 0 0 0 454
形，不计其他情形）
1.属于国家秘密 2 0 0 0 0 0 2
`)
    expect(THREE(read, 'partially_granted')).toEqual([447, 7, 0, 0, 0, 0, 454])
    expect(THREE(read, 'denied.state_secret')).toEqual([2, 0, 0, 0, 0, 0, 2])
  })

  test('Q-25: the head repeated after a page break is no row', async () => {
    const read = await readText(`3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1
\t自然人\t法人或其他组织\t\t\t\t\t总计
\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t
4.无正当理由大量反复申请\t2\t0\t0\t0\t0\t0\t2
`)
    expect(THREE(read, 'not_handled.publication')[0]).toBe(1)
    expect(THREE(read, 'not_handled.excessive')[0]).toBe(2)
    expect(THREE(read, 'results_total')).toEqual(APPLICANTS.map(() => undefined))
    expect(THREE(read, 'other.misc')).toEqual(APPLICANTS.map(() => undefined))
  })

  test('Q-26: rows that dropped out do not shift the rows behind them', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量\t9\t0\t0\t0\t0\t0\t9
1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1
8.属于行政查询事项\t8\t0\t0\t0\t0\t0\t8
`)
    expect(THREE(read, 'denied.administrative_query')[0]).toBe(8)
    expect(THREE(read, 'denied.prohibited_by_law')).toEqual(APPLICANTS.map(() => undefined))
    expect(read.unread).toContainEqual({ what: '表三“2.其他法律行政法规禁止公开”', why: '没有找到这一行' })
  })

  test('Q-45: prose that repeats the table is no second row', async () => {
    const read = await readText(`三、收到和处理政府信息公开申请情况
1.信访举报投诉类申请 3 件
一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3
1.信访举报投诉类申请\t3\t0\t0\t0\t0\t0\t3
`)
    expect(THREE(read, 'not_handled.petition_complaint')).toEqual([3, 0, 0, 0, 0, 0, 3])
  })

  test('a row printed twice with different figures is not decided', async () => {
    const read = await readText(`2.重复申请\t3\t0\t0\t0\t0\t0\t3
2.重复申请\t4\t0\t0\t0\t0\t0\t4
3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1
`)
    expect(THREE(read, 'not_handled.repeat')).toEqual(APPLICANTS.map(() => undefined))
    expect(read.unread.map((item) => item.what)).toContain('表三“2.重复申请”')
  })

  test('printed subtotals of groups and of 法人或其他组织 are kept apart', async () => {
    const read = await readText(`一、本年新收政府信息公开申请数量\t5\t4\t1\t1\t1\t1\t0\t9
（三）不予公开\t5\t4\t1\t1\t1\t1\t0\t9
1.属于国家秘密\t5\t4\t1\t1\t1\t1\t0\t9
`)
    expect(THREE(read, 'new_received')).toEqual([5, 1, 1, 1, 1, 0, 9])
    expect(read.report.tables.t3?.legalPersonSubtotal).toMatchObject({ new_received: '4' })
    expect(read.report.tables.t3?.subtotals?.denied).toMatchObject({ natural_person: '5', total: '9' })
  })

  test('columns of 法人或其他组织 printed in another order are read by their heads', async () => {
    const read = await readText(`自然人\t法人或其他组织\t总计
商业企业\t科研机构\t法律服务机构\t社会公益组织\t其他
一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21
`)
    expect(THREE(read, 'new_received')).toEqual([1, 2, 3, 5, 4, 6, 21])
  })

  test('a row whose label was lost stays unread when no total bears it out', async () => {
    const rows = `（五）不予处理\t1.信访举报投诉类申请\t2\t0\t0\t0\t0\t0\t2
\t3\t0\t0\t0\t0\t0\t3
3.要求提供公开出版物\t1\t0\t0\t0\t0\t0\t1`
    const read = await readText(`${rows}\n`)
    expect(THREE(read, 'not_handled.repeat')).toEqual(APPLICANTS.map(() => undefined))
  })

  test('Q-54: the letter O is no zero', async () => {
    const read = await readText(
      '2.重复申请\t3\tO\t0\t0\t0\t0\t3\n3.要求提供公开出版物\tO\t0\t0\t0\t0\t0\t0\n',
    )
    expect(read.cells['t3.not_handled.repeat.business']).toMatchObject({
      raw: 'O',
      value: null,
      status: 'text',
    })
    expect(read.cells['t3.not_handled.publication.natural_person']).toMatchObject({ raw: 'O', value: null })
    expect(THREE(read, 'not_handled.repeat')).toEqual([3, null, 0, 0, 0, 0, 3])
  })
})

describe('表四', () => {
  const BLOCKS = ['review', 'litigation_direct', 'litigation_after_review']
  const OUTCOMES = ['upheld', 'corrected', 'other', 'pending', 'total']
  const FOUR = (read: ReadReport) => BLOCKS.map((block) => valuesOf(read, `t4.${block}`, OUTCOMES))
  const ALL = [
    [4, 1, 3, 2, 10],
    [0, 0, 1, 0, 1],
    [2, 0, 0, 1, 3],
  ]

  test('Q-27: a flat line of fifteen numbers, head words run together', async () => {
    const read = await readText(`四、政府信息公开行政复议、行政诉讼情况
行政复议行政诉讼
未经复议直接起诉复议后起诉
结果维持结果纠正其他结果尚未审结总计
4 1 3 2 10 0 0 1 0 1 2 0 0 1 3
`)
    expect(FOUR(read)).toEqual(ALL)
  })

  test('fourteen numbers stay unread', async () => {
    const read = await readText(
      `行政复议 行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 总计\n4 1 3 2 10 0 0 1 0 1 2 0 0 1\n`,
    )
    expect(FOUR(read).flat()).toEqual(Array.from({ length: 15 }, () => undefined))
  })

  test('Q-28: the table on its side', async () => {
    const blocks = ['行政复议', '未经复议直接起诉', '复议后起诉']
    const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const read = await readPage(
      `<table>${blocks
        .map((block, at) =>
          outcomes
            .map(
              (outcome, index) =>
                `<tr>${index === 0 ? `<td rowspan="5">${block}</td>` : ''}<td>${outcome}</td><td>${ALL[at]?.[index]}</td></tr>`,
            )
            .join(''),
        )
        .join('')}</table>`,
    )
    expect(FOUR(read)).toEqual(ALL)
  })

  test('Q-28: three small tables, each behind its name', async () => {
    const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const read = await readPage(
      ['行政复议', '未经复议直接起诉', '复议后起诉']
        .map(
          (block, at) =>
            `<p>${block}</p><table>${row(...outcomes)}${row(...(ALL[at] ?? []).map(String))}</table>`,
        )
        .join(''),
    )
    expect(FOUR(read)).toEqual(ALL)
  })

  test('a row that lost a cell on a page stays unread', async () => {
    const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const read =
      await readPage(`<table><tr><td colspan="5">行政复议</td><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
      ${row(...outcomes, ...outcomes, ...outcomes)}${row('4', '3', '2', '10', '0', '0', '1', '0', '1', '2', '0', '0', '1', '3')}</table>`)
    expect(FOUR(read).flat()).toEqual(Array.from({ length: 15 }, () => undefined))
  })
})

describe('网页', () => {
  test('Q-29: the whole report in one layout cell, data tables nested in it', async () => {
    const read = await readPage(`<table width="100%"><tr><td><table><tr><td>
      <p>示例市财政局2024年政府信息公开工作年度报告</p><p>一、总体情况</p><p>2024年工作平稳。</p><p>二、主动公开政府信息情况</p>
      <table>${row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')}${row('规章', '1', '2', '3')}</table>
      </td></tr></table></td></tr></table>`)
    expect(TWO(read, 'regulations')).toEqual([1, 2, 3])
    expect(read.report.sections?.[0]).toEqual({ id: 's1', heading: '一、总体情况', text: '2024年工作平稳。' })
    expect(read.report.meta.orgName).toBe('示例市财政局')
  })

  test('Q-30: tables that are pictures are said to be pictures', async () => {
    const read =
      await readPage(`<p>示例县2019年政府信息公开工作年度报告（图片版）</p><p>二、主动公开政府信息情况</p>
      <img src="a.png" width="600" height="400"><p>三、收到和处理政府信息公开申请情况</p><img src="b.png">`)
    expect(read.cells).toEqual({})
    expect(read.report.tables.t2?.image).toBe(true)
    expect(read.report.tables.t3?.image).toBe(true)
    expect(read.unread).toContainEqual({
      what: '表二、表三、表四',
      why: '文件中有2张图片，表格可能是图片，不能读成数字',
    })
  })

  test('hidden copies of a table are not read', async () => {
    const table = (value: string) =>
      `<table>${row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')}${row('规章', value, '0', '3')}</table>`
    const read = await readPage(
      `<div style="display:none">${table('9')}</div><p>第二十条第（一）项</p>${table('1')}`,
    )
    expect(TWO(read, 'regulations')).toEqual([1, 0, 3])
  })

  test.each([
    ['gb18030', '<meta charset="gb2312">'],
    ['gb18030', '<meta charset="utf-8">'],
    ['gb18030', ''],
    ['utf-8', '<meta charset="gbk">'],
  ])('Q-50: %s under the declaration %s', async (encoding, declaration) => {
    const page = `<html><head>${declaration}</head><body><table>${row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')}${row('规章', '1', '2', '3')}</table></body></html>`
    const read = await readReport(encode(page, encoding), 'report.html')
    expect(TWO(read, 'regulations')).toEqual([1, 2, 3])
  })
})

describe('文字', () => {
  test('Q-34, Q-35, Q-37: headings by their words, whatever their numbers and marks', async () => {
    const read = await readReport(
      bytes(`# 示例市2022年政府信息公开工作年度报告
## 1、 总体情况
正文一。
#### 二、政府信息主动公开情况
#### 三、行政机关收到和处理政府信息公开申请情况
四、政府信息公开行政复议及行政诉讼情况
五、存在问题及改进情况
正文五。
六、其他需要报告事项：无
`),
      'report.md',
    )
    expect(read.report.sections?.map(({ id, text }) => [id, text])).toEqual([
      ['s1', '正文一。'],
      ['s2', ''],
      ['s3', ''],
      ['s4', ''],
      ['s5', '正文五。'],
      ['s6', '无'],
    ])
  })

  test('a list of the six parts in the preamble is no heading', async () => {
    const read = await readText(`示例市2022年政府信息公开工作年度报告
本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。
一、总体情况
（一）主动公开情况。公开信息50条。
`)
    expect(read.report.sections?.map(({ id }) => id)).toEqual(['s1'])
    expect(read.report.sections?.[0]?.text).toBe('（一）主动公开情况。公开信息50条。')
    expect(read.report.preamble).toBe(
      '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。',
    )
  })

  test('Q-40: trial tables in a late year are recognised by their labels', async () => {
    const read = await readText(`示例区财政局2023年政府信息公开工作年度报告
第二十条第（一）项
信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t0\t0\t0
`)
    expect(read.report.meta).toMatchObject({ format: '2019', reportYear: 2023 })
  })

  test.each([
    ['示例市财政局2022年度政府信息公开工作年度报告', '示例市财政局', 2022],
    ['示例区民政局政府信息公开工作2022年度报告', '示例区民政局', 2022],
    ['示例市司法局2023年度政府信息公开工作报告', '示例市司法局', 2023],
    ['2025 年示例市人民政府办公厅政府信息公开工作年度报告', '示例市人民政府办公厅', 2025],
    ['示例市人民政府2019年政府信息公开工作年度报告（图片版）', '示例市人民政府', 2019],
    ['关于2022年度政府信息公开情况的报告', undefined, 2022],
    ['铁边城镇2022年度政府信息公开年报', '铁边城镇', 2022],
    [
      '2022年政府信息公开工作年度报告\n桃江县松木塘镇人民政府\n2022年政府信息公开工作年度报告',
      '桃江县松木塘镇人民政府',
      2022,
    ],
    [
      '首页 > 2021年政府信息公开年报\n示例镇2020年政府信息公开工作年度报告\n发布时间：2021-01-25 15:44',
      '示例镇',
      2020,
    ],
    ['现公布示例区统计局2023年政府信息公开工作年度报告。', '示例区统计局', 2023],
  ])('Q-41: the title %s', async (title, orgName, reportYear) => {
    const read = await readText(`${title}\n一、总体情况\n工作平稳。\n`)
    expect(read.report.meta.orgName).toBe(orgName)
    expect(read.report.meta.reportYear).toBe(reportYear)
  })

  test('a period whose second year is left out', async () => {
    const read = await readText(
      '本报告中所列数据统计期限为2025年1月1日至12月31日。\n一、总体情况\n工作平稳。\n',
    )
    expect(read.report.statPeriod).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  })

  test('Q-47, Q-48: traditional script, wrong characters and readings in brackets', async () => {
    const read = await readText(`第二十條第（一）項
信息內容\t本年製發件數\t本年廢止件數\t現行有效件數
行政規範性檔案\t4\t2\t9
第二十條第（六）項
信息內容\t本年處理決定數量
行政強製\t5
行政處(chù)罰(fá)\t6
`)
    expect(TWO(read, 'normative_documents')).toEqual([4, 2, 9])
    expect(read.cells['t2.administrative_compulsion.decisions']?.value).toBe(5)
    expect(read.cells['t2.administrative_penalty.decisions']?.value).toBe(6)
  })

  test('Q-36: without headings the tables are still read, the text before them is not lost', async () => {
    const read = await readText(
      `示例市2024年政府信息公开工作年度报告\n2024年工作平稳。\n${HEAD_TWO}\n规章\t0\t0\t1\n`,
    )
    expect(TWO(read, 'regulations')).toEqual([0, 0, 1])
    expect(read.report.preamble).toContain('2024年工作平稳。')
  })
})

describe('Word', () => {
  const w = (body: string) =>
    zipSync({
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
      ),
    })
  const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
  const documents = table(
    tr(tc('信息内容'), tc('本年制发件数'), tc('本年废止件数'), tc('现行有效件数')),
    tr(tc('规章'), tc('1'), tc('　'), tc('3')),
  )

  test('Q-32: merged cells by gridSpan and vMerge', async () => {
    const read = await readReport(
      w(
        table(
          tr(
            tc('一、本年新收政府信息公开申请数量', '<w:gridSpan w:val="3"/>'),
            ...['1', '2', '3', '4', '5', '6', '21'].map((text) => tc(text)),
          ),
          tr(
            tc('三、本年度办理结果', '<w:vMerge w:val="restart"/>'),
            tc('（一）予以公开', '<w:gridSpan w:val="2"/>'),
            ...['7', '0', '0', '0', '0', '0', '7'].map((text) => tc(text)),
          ),
          tr(
            tc('', '<w:vMerge/>'),
            tc('（三）不予公开', '<w:vMerge w:val="restart"/>'),
            tc('1.属于国家秘密'),
            ...['8', '0', '0', '0', '0', '0', '8'].map((text) => tc(text)),
          ),
          tr(
            tc('', '<w:vMerge/>'),
            tc('', '<w:vMerge/>'),
            tc('2.其他法律行政法规禁止公开'),
            ...['9', '0', '0', '0', '0', '0', '9'].map((text) => tc(text)),
          ),
        ),
      ),
      'report.docx',
    )
    expect(THREE(read, 'new_received')).toEqual([1, 2, 3, 4, 5, 6, 21])
    expect(THREE(read, 'granted')[0]).toBe(7)
    expect(THREE(read, 'denied.state_secret')[0]).toBe(8)
    expect(THREE(read, 'denied.prohibited_by_law')).toEqual([9, 0, 0, 0, 0, 0, 9])
  })

  test('Q-33: a table in a text box and a table in a table', async () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${documents}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${documents}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(TWO(await readReport(w(box), 'report.docx'), 'regulations')).toEqual([1, null, 3])

    const nested = table(tr(`<w:tc>${p('二、主动公开政府信息情况')}${documents}${p('')}</w:tc>`))
    expect(TWO(await readReport(w(nested), 'report.docx'), 'regulations')).toEqual([1, null, 3])
  })

  test('deleted text is not read, inserted text is', async () => {
    const changed = table(
      tr(tc('信息内容'), tc('本年制发件数'), tc('本年废止件数'), tc('现行有效件数')),
      tr(
        tc('规章'),
        '<w:tc><w:p><w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins></w:p></w:tc>',
        tc('0'),
        tc('3'),
      ),
    )
    expect(TWO(await readReport(w(changed), 'report.docx'), 'regulations')).toEqual([8, 0, 3])
  })
})

/** Bytes in an encoding that Node can only decode: the other way round by table. */
function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return bytes(text)
  const codes = gbkCodes()
  return Uint8Array.from(Array.from(text).flatMap((one) => codes.get(one) ?? [one.charCodeAt(0)]))
}

function gbkCodes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return codes
}

test('the fixtures carry no addresses', () => {
  const index = readFileSync(new URL('../../fixtures/reports/index.json', import.meta.url), 'utf8')
  expect(index).not.toMatch(/https?:/)
})
