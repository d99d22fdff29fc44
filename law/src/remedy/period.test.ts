import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { parsePlainDate } from '../plain-date.ts'
import { remedyPeriodEnd } from './period.ts'
import { remedyWindow, silenceWindow } from './window.ts'

const day = parsePlainDate

describe('the last day of a period', () => {
  // biome-ignore format: a table
  const CASES = [
    // period                     day 0         last day
    ['apply-for-reconsideration', '2024-08-06', '2024-10-08'],  // T29: day 60 in the holiday
    ['apply-for-reconsideration', '2025-03-31', '2025-05-30'],  // T30
    ['sue-directly',              '2025-03-31', '2025-09-30'],  // T30: no 31 September
    ['sue-directly',              '2024-08-31', '2025-02-28'],
    ['sue-after-reconsideration', '2025-01-17', '2025-02-05'],  // T31: over 春节
    ['apply-against-silence',     '2024-07-02', '2024-09-02'],  // T32
    ['answer-ordinary',           '2025-09-22', '2025-10-11'],  // ten working days, Saturday 10-11 worked
    ['answer-simplified',         '2025-09-26', '2025-10-10'],  // five working days
    ['decide-ordinary',           '2025-03-03', '2025-05-06'],  // 05-02 in the holiday
    ['decide-simplified',         '2025-03-03', '2025-04-02'],
    ['apply-when-not-told',       '2024-02-29', '2025-02-28'],
    ['sue-against-silence',       '2024-07-02', '2025-01-02'],
    ['defendant-evidence',        '2025-09-24', '2025-10-09'],
  ] as const
  test.each(CASES)('%s from %s: %s', (period, from, last) => {
    expect(remedyPeriodEnd(period, day(from), NATIONAL_CALENDAR)).toBe(last)
  })
})

describe('the windows against a reply', () => {
  const settings = { partialRemedy: 'reconsideration-first' } as const
  const from = day('2025-03-31')
  const window = (outcome: 'deny-process' | 'unable-not-exist', told = true) =>
    remedyWindow({ outcome, decidedOn: day('2025-03-28') }, from, NATIONAL_CALENDAR, settings, told)

  test('of a refusal: reconsideration only', () => {
    expect(window('deny-process')).toEqual({
      reconsiderationBy: '2025-05-30',
      suitBy: null,
      route: 'reconsideration-first',
      provisional: false,
    })
  })
  test('of another reply: either', () => {
    expect(window('unable-not-exist')).toEqual({
      reconsiderationBy: '2025-05-30',
      suitBy: '2025-09-30',
      route: 'either',
      provisional: false,
    })
  })
  test('grow to a year when the letter kept silent about them', () => {
    expect(window('unable-not-exist', false)).toMatchObject({
      reconsiderationBy: '2026-03-31',
      suitBy: '2026-03-31',
    })
  })
})

test('T32: against silence both ways are shown, unless the switch settles it', () => {
  const on = day('2024-07-02')
  expect(silenceWindow(on, NATIONAL_CALENDAR, { nonReplyReconsiderationFirst: 'unsettled' })).toEqual({
    reconsiderationBy: '2024-09-02',
    suitBy: '2025-01-02',
    route: 'unsettled',
    provisional: false,
  })
  expect(silenceWindow(on, NATIONAL_CALENDAR, { nonReplyReconsiderationFirst: 'yes' })).toMatchObject({
    suitBy: null,
    route: 'reconsideration-first',
  })
  expect(silenceWindow(on, NATIONAL_CALENDAR, { nonReplyReconsiderationFirst: 'no' })).toMatchObject({
    suitBy: '2025-01-02',
    route: 'either',
  })
})
