import { expect, test } from 'vitest'
import { titleLines } from './title-lines.ts'

// biome-ignore format: a table
const CASES = [
  ['a short title stays on one line', '政府信息公开申请补正告知书', ['政府信息公开申请补正告知书']],
  ['a long one breaks after the agency', '示例市住房和城乡建设局2024年政府信息公开工作年度报告',
    ['示例市住房和城乡建设局', '2024年政府信息公开工作年度报告']],
  ['a short agency too', '鸭河工区管委会2019年政府信息公开工作年度报告', ['鸭河工区管委会', '2019年政府信息公开工作年度报告']],
  ['a break that is written is kept', '示例市城市管理局\n依申请公开告知书', ['示例市城市管理局', '依申请公开告知书']],
  ['three lines where two do not hold it', '示例省示例市示例经济技术开发区管理委员会办公室关于2024年度政府信息公开工作年度报告编制发布情况的说明',
    ['示例省示例市示例经济技术开发区管理', '委员会办公室关于2024年度政府信息公开', '工作年度报告编制发布情况的说明']],
] as const

test.each(CASES)('%s', (_case, title, lines) => {
  expect(titleLines(title)).toEqual(lines)
})
