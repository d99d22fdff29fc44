import { expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import { ACTIVITY_KINDS } from './activity-kind.ts'

test('监督保障: what is counted, in what, and by which article of the 条例', () => {
  const rows = Object.values(ACTIVITY_KINDS).map(({ label, measure, basis }) => [
    label,
    measure,
    citationText(basis).replace('《中华人民共和国政府信息公开条例》', ''),
  ])
  expect(rows).toEqual([
    ['业务培训', '次', '第四十八条'],
    ['宣传', '次', '第四十七条'],
    ['监督检查', '次', '第四十七条'],
    ['工作考核', '次', '第四十六条'],
    ['社会评议', '次', '第四十六条'],
    ['责任追究', '项', '第四十六条'],
    ['存在的问题', '项', '第五十条第（四）项'],
  ])
})
