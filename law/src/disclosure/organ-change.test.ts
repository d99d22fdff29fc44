import { expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { parsePlainDate } from '../plain-date.ts'
import { followUpDue, organNameOn } from './organ-change.ts'

const on = parsePlainDate

// 2024年3月22日 is a Friday, and the week after it has no holiday.
test('指南和机构、领导信息 follow within five working days', () => {
  expect(followUpDue(on('2024-03-22'), NATIONAL_CALENDAR)).toBe('2024-03-29')
})

// 2024年4月4日至6日清明节放假, 4月7日 worked: 4月3日, 7日, 8日, 9日, 10日.
test('a holiday between does not count, a worked weekend does', () => {
  expect(followUpDue(on('2024-04-02'), NATIONAL_CALENDAR)).toBe('2024-04-10')
})

test('机构改革前的文件写当时的名称', () => {
  const former = [
    { name: '示例市规划局', usedUntil: on('2019-02-28') },
    { name: '示例市规划建设局', usedUntil: on('2010-06-30') },
  ]
  const nameOn = (day: string) => organNameOn('示例市自然资源和规划局', former, on(day))
  expect(['2005-01-01', '2010-06-30', '2010-07-01', '2019-02-28', '2019-03-01'].map(nameOn)).toEqual([
    '示例市规划建设局',
    '示例市规划建设局',
    '示例市规划局',
    '示例市规划局',
    '示例市自然资源和规划局',
  ])
})
