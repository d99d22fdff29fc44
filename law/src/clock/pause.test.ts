import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { parsePlainDate } from '../plain-date.ts'
import { deadlineOf, gapsOf } from './pause.ts'

const day = parsePlainDate

describe('the n-th working day outside the pauses', () => {
  // biome-ignore format: a table
  const CASES = [
    // received,    days, pauses,                                                        last day
    ['2024-01-08', 20, [['2024-01-15', '2024-01-29']],                                   '2024-02-22'],
    ['2024-01-15', 20, [['2024-01-22', '2024-02-19']],                                   '2024-03-11'],
    ['2024-09-02', 20, [['2024-09-09', '2024-09-24'], ['2024-09-12', '2024-09-30']],     '2024-10-25'],
    ['2024-09-02', 20, [['2024-09-12', '2024-09-30'], ['2024-09-09', '2024-09-24']],     '2024-10-25'],
    ['2024-09-02', 20, [['2024-09-09', '2024-09-30'], ['2024-09-12', '2024-09-24']],     '2024-10-25'],
    ['2023-05-15', 20, [['2023-05-22', '2023-06-06']],                                   '2023-06-28'],
    ['2023-05-15', 40, [['2023-05-22', '2023-06-06']],                                   '2023-07-26'],
    // opened on the last day or after it: nothing left to leave out
    ['2024-01-08', 20, [['2024-02-04', '2024-02-23']],                                   '2024-02-04'],
    ['2024-01-08', 20, [['2024-02-05', '2024-02-23']],                                   '2024-02-04'],
    // over before the count began
    ['2024-01-08', 20, [['2024-01-02', '2024-01-08']],                                   '2024-02-04'],
  ] as const
  test.each(CASES)('%s, %i days', (from, days, pauses, last) => {
    const spells = pauses.map(([start, end]) => ({ from: day(start), to: day(end) }))
    const gaps = gapsOf(spells, 'after-sending-through-answer')
    expect(deadlineOf(day(from), days, gaps, NATIONAL_CALENDAR)).toBe(last)
  })
})
