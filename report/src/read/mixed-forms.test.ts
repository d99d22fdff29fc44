import { describe, expect, test } from 'vitest'
import { checkReport } from '../check/check-report.ts'
import { readReport } from './read-report.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const row = (...fields: string[]) => `<tr>${fields.map((field) => `<td>${field}</td>`).join('')}</tr>`
const table = (...rows: string[]) => `<table>${rows.join('')}</table>`
const readPage = (...body: string[]) =>
  readReport(
    bytes(`<html><body><h1>清河市水务局2021年政府信息公开工作年度报告</h1>${body.join('')}</body></html>`),
    'report.html',
  )
const readText = (text: string) => readReport(bytes(text), 'report.txt')

const OLD_TWO = table(
  row('第二十条第（一）项'),
  row('信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'),
  row('规章', '0', '0', '0'),
  row('规范性文件', '2', '3', '19'),
  row('第二十条第（五）项'),
  row('信息内容', '上一年项目数量', '本年增/减', '处理决定数量'),
  row('行政许可', '14', '+1', '806'),
)
const NEW_TWO = table(
  row('第二十条第（一）项'),
  row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
  row('规章', '0', '0', '0'),
  row('行政规范性文件', '4', '1', '22'),
  row('第二十条第（五）项'),
  row('信息内容', '本年处理决定数量'),
  row('行政许可', '806'),
)
const NEW_THREE = table(
  row('', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'),
  row('一、本年新收政府信息公开申请数量', '5', '1', '0', '0', '0', '0', '6'),
  row('二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0'),
  row('（一）予以公开', '3', '1', '0', '0', '0', '0', '4'),
  row('1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '2', '0', '0', '0', '0', '0', '2'),
  row('2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', ...Array(7).fill('0')),
  row('3.其他', ...Array(7).fill('0')),
  row('（七）总计', '5', '1', '0', '0', '0', '0', '6'),
  row('四、结转下年度继续办理', ...Array(7).fill('0')),
)

describe('两种格式混用', () => {
  test('table two of the trial form beside the rows of today in table three: each is read by its own form', async () => {
    const read = await readPage(OLD_TWO, NEW_THREE)
    expect(read.cells['t2.normative_documents.total_disclosed']?.value).toBe(19)
    expect(read.cells['t2.administrative_license.change']?.value).toBe(1)
    expect(read.cells['t3.other.not_corrected.total']?.value).toBe(2)
    expect(read.cells['t3.other.misc.total']?.value).toBe(0)
    const found = checkReport(read.report, 'report.html', read).findings
    expect(found.filter(({ rule }) => rule === 'AR-03')).toHaveLength(1)
    // The row that the three replaced is not missing.
    expect(found.filter(({ cells }) => cells.some((id) => id.startsWith('t3.other.')))).toEqual([])
  })

  test('both forms of table two: the one that binds the year is the report, the other is beyond the form', async () => {
    for (const pages of [
      [OLD_TWO, NEW_TWO],
      [NEW_TWO, OLD_TWO],
    ]) {
      const read = await readPage(...pages, NEW_THREE)
      expect(read.report.meta.format).toBe('2021')
      expect(read.cells['t2.normative_documents.issued']?.value).toBe(4)
      expect(read.cells['t2.normative_documents.repealed']?.value).toBe(1)
      expect(read.cells['t2.normative_documents.in_force']?.value).toBe(22)
      expect(read.cells['t2.administrative_license.decisions']?.value).toBe(806)
      expect(read.report.tables.t2?.extraRows?.map(({ values }) => values)).toEqual([
        ['0', '0', '0'],
        ['2', '3', '19'],
        ['14', '+1', '806'],
      ])
    }
  })
})

describe('行印出而数字没有读出', () => {
  test('a blank row does not hide the heads from the next', async () => {
    const read = await readText(
      '第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t\t\t\n行政规范性文件\t12\t4\t96\n',
    )
    expect(read.cells['t2.regulations.in_force']?.status).toBe('blank')
    expect(read.cells['t2.normative_documents.issued']?.value).toBe(12)
    expect(read.cells['t2.normative_documents.in_force']?.value).toBe(96)
  })

  test('behind a table two that ends blank the first row of table three is no row of table two', async () => {
    const read = await readPage(
      table(
        row('第二十条第（八）项'),
        row('信息内容', '本年收费金额（单位：万元）'),
        row('行政事业性收费', ''),
      ),
      NEW_THREE,
    )
    expect(read.report.tables.t2?.extraRows).toBeUndefined()
    expect(read.cells['t3.new_received.total']?.value).toBe(6)
  })

  test('a row without its cells is printed, not missing; table four whose figures are lost likewise', async () => {
    const read = await readPage(
      NEW_THREE.replace(/(3\.其他<\/td>).*?<\/tr>/, '$1</tr>'),
      table(
        row('行政复议', '行政诉讼'),
        row(...['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']),
        row('0', '1'),
      ),
    )
    expect(read.cells['t3.other.misc.total']).toBeUndefined()
    const { findings, notAssessable } = checkReport(read.report, 'report.html', read)
    const about = (rule: string) => findings.filter((one) => one.rule === rule)
    expect(about('AR-14').map(({ cells }) => cells[0])).not.toContain('t3.other.misc.natural_person')
    expect(about('AR-13').map(({ where }) => where)).toEqual(['表二'])
    expect(notAssessable.filter(({ rule }) => rule === 'AR-13').map(({ why }) => why)).toEqual([
      '表四的名称在文件中，但对应的数字没有读出，请人工核对',
    ])
  })
})

test('a garbled figure is unread, and no rule takes it for blank or missing', async () => {
  const read = await readPage(NEW_TWO, NEW_THREE.replace('<td>6</td></tr>', '<td>6\uFFFD</td></tr>'))
  expect(read.cells['t3.new_received.total']).toBeUndefined()
  expect(read.cells['t3.new_received.natural_person']?.value).toBe(5)
  expect(read.unread[0]?.what).toBe('1个单元格')
  const { findings } = checkReport(read.report, 'report.html', read)
  expect(findings.filter(({ cells }) => cells.includes('t3.new_received.total'))).toEqual([])
  expect(findings.map(({ rule }) => rule)).not.toContain('AR-18')
})

test('a label broken over lines around its figures is the label of the form', async () => {
  const read = await readText(`三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量  5  1  0  0  0  0  6
2.没有现成信息需要另行  1  0  0  0  0  0  1
制作
3.补正后申请内容仍不明确  0  0  0  0  0  0  0
`)
  expect(read.cells['t3.unable.requires_creation.total']?.value).toBe(1)
  expect(read.report.printedLabels).toEqual({})
})

test('a figure broken over two lines of its cell is unread: it may be one or two', async () => {
  const read = await readPage(NEW_TWO.replace('<td>22</td>', '<td>2<br>2</td>'))
  expect(read.cells['t2.normative_documents.in_force']).toBeUndefined()
  expect(read.cells['t2.normative_documents.issued']?.value).toBe(4)
})

test('a figure in a form field of the page is what the page shows', async () => {
  const read = await readPage(NEW_TWO.replace('<td>22</td>', '<td><input type="text" value="22"></td>'))
  expect(read.cells['t2.normative_documents.in_force']?.value).toBe(22)
})

test('Q-47: traditional characters are those of the form', async () => {
  const read = await readPage(
    NEW_TWO.replace('本年废止件数', '本年廢止件數').replace('现行有效件数', '現行有效件數'),
    NEW_THREE.replace('四、结转下年度继续办理', '四、結轉下年度繼續辦理'),
  )
  expect(read.labels.filter(({ matchedBy }) => matchedBy === 'edit-distance')).toEqual([])
  expect(read.cells['t2.normative_documents.repealed']?.value).toBe(1)
})

test('Q-28: a table four on its side that names the lawsuit in each of its rows', async () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const block = (name: string, figures: readonly number[]) =>
    figures.map((figure, index) =>
      index === 0
        ? `<tr><td rowspan="5">${name}</td><td>${outcomes[index]}</td><td>${figure}</td></tr>`
        : row(outcomes[index] ?? '', String(figure)),
    )
  const read = await readPage(
    table(
      ...block('行政复议', [4, 1, 0, 2, 7]),
      ...block('行政诉讼（未经复议直接起诉）', [1, 0, 0, 3, 4]),
      ...block('行政诉讼（复议后起诉）', [5, 0, 1, 0, 6]),
    ),
  )
  expect(read.cells['t4.review.total']?.value).toBe(7)
  expect(read.cells['t4.litigation_direct.pending']?.value).toBe(3)
  expect(read.cells['t4.litigation_after_review.upheld']?.value).toBe(5)
  expect(read.cells['t4.litigation_after_review.other']?.value).toBe(1)
})

test('a heading that its table runs on from is the heading', async () => {
  const read = await readText(`一、总体情况
全年工作平稳。
二、主动公开政府信息情况第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
三、收到和处理政府信息公开申请情况（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况
一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1
四、政府信息公开行政复议、行政诉讼情况行政复议\t行政诉讼
五、存在的主要问题及改进情况
问题和改进。
六、其他需要报告的事项
无。
`)
  expect(read.report.sections?.map(({ heading }) => heading)).toEqual([
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ])
})
