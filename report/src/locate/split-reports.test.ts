import { expect, test } from 'vitest'
import { readReport } from '../read/read-report.ts'

const one = (organ: string, year: number, figure: number) => `${organ}${year}年政府信息公开工作年度报告
一、总体情况
${year}年工作平稳。
二、主动公开政府信息情况
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t${figure}
五、存在的主要问题及改进情况
公开不够及时。
六、其他需要报告的事项
无。
`
const read = (text: string) => readReport(new TextEncoder().encode(text), 'reports.txt')
const LICENCES = 't2.administrative_license.decisions'

test('several reports in one file: the first is read, the others stand beside it and are named', async () => {
  const found = await read(one('示例市财政局', 2024, 5) + one('示例市民政局\n', 2024, 7))
  expect(found.report.meta.orgName).toBe('示例市财政局')
  expect(found.report.sections).toHaveLength(4)
  expect(found.cells[LICENCES]?.value).toBe(5)
  expect(found.others?.map((other) => [other.report.meta.orgName, other.cells[LICENCES]?.value])).toEqual([
    ['示例市民政局', 7],
  ])
  expect(found.unread).toContainEqual({
    what: '文件中的另外1份报告',
    why: '一个文件里有几份年度报告，这里读的是第一份；另有：示例市民政局2024年政府信息公开工作年度报告',
  })
})

test('a table of contents is no report', async () => {
  const contents =
    '示例市财政局2024年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n六、其他需要报告的事项\n'
  const found = await read(contents + one('示例市财政局', 2024, 5))
  expect(found.others).toBeUndefined()
  expect(found.cells[LICENCES]?.value).toBe(5)
})

test('the same report pasted twice with another figure is one report whose figure is not decided', async () => {
  const found = await read(one('示例市财政局', 2024, 5) + one('示例市财政局', 2024, 7))
  expect(found.others).toBeUndefined()
  expect(found.cells[LICENCES]).toBeUndefined()
})
