import { describe, expect, test } from 'vitest'
import { readDeadlineText } from './deadline-text.ts'

// Wordings of catalogues in use.
describe('公开时限 as catalogues word it', () => {
  // biome-ignore format: a table
  const CASES = [
    ['自信息形成或者变更之日起20个工作日内', { unit: 'working-day', amount: 20 }],
    ['自作出行政决定之日起七个工作日内', { unit: 'working-day', amount: 7 }],
    ['信息形成（变更）２０个工作日内', { unit: 'working-day', amount: 20 }],
    ['批准后二十日内', { unit: 'calendar-day', amount: 20 }],
    ['1个月内', { unit: 'month', amount: 1 }],
    ['制定完成后三个工作日内', { unit: 'working-day', amount: 3 }],
    ['每年6月底前', { unit: 'fixed-date', month: 6, day: 30 }],
    ['每年1月31日前', { unit: 'fixed-date', month: 1, day: 31 }],
    ['实时公开', { unit: 'realtime' }],
    ['及时公开', { unit: 'realtime' }],
    ['长期公开', undefined],
    ['', undefined],
  ] as const
  test.each(CASES)('%s', (words, limit) => {
    expect(readDeadlineText(words)).toEqual(limit)
  })
})
