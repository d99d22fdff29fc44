import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { parsePlainDate } from '../plain-date.ts'
import { earliestClosing, judgeOpinionPeriod, opinionCallState } from './opinion-call.ts'

const on = parsePlainDate

describe('征求意见: how long a draft is put out at the least', () => {
  // 2019: 9月29日、10月12日上班，10月1日至7日放假. 2024-02-10至17日放假，2月4日、18日上班.
  // biome-ignore format: a table
  const CASES = [
    ['a rule: thirty days, the first counted',       'regulation', '2024-03-01', '2024-03-30'],
    ['a major decision the same',                    'decision',   '2024-01-31', '2024-02-29'],
    ['seven working days over 国庆',                  'normative',  '2019-09-27', '2019-10-11'],
    ['seven working days that begin on a Saturday',  'normative',  '2024-03-02', '2024-03-12'],
    ['what else is put out',                         'other',      '2024-03-04', '2024-03-12'],
  ] as const
  test.each(CASES)('%s', (_case, subject, opens, closes) => {
    expect(earliestClosing(subject, on(opens), NATIONAL_CALENDAR)).toBe(closes)
  })

  const judge = (closesOn: string, shortReason = '') => {
    const ask = {
      subject: 'regulation',
      opensOn: on('2024-03-01'),
      closesOn: on(closesOn),
      shortReason,
    } as const
    const ruling = judgeOpinionPeriod(ask, on('2024-03-01'), NATIONAL_CALENDAR)
    return ruling.granted ? ruling.value.isShort : ruling.refusal.code
  }
  test('a shorter one needs its reason', () => {
    expect(judge('2024-03-30')).toBe(false)
    expect(judge('2024-03-29')).toBe('period-too-short')
    expect(judge('2024-03-29', '防汛应急，需要在汛期前施行')).toBe(true)
    expect(judge('2024-02-29')).toBe('closing-before-opening')
  })
  test('nothing is opened for days that have passed', () => {
    const ask = {
      subject: 'other',
      opensOn: on('2024-03-01'),
      closesOn: on('2024-04-01'),
      shortReason: '',
    } as const
    expect(judgeOpinionPeriod(ask, on('2024-03-02'), NATIONAL_CALENDAR)).toMatchObject({
      refusal: { code: 'opening-passed' },
    })
  })
})

describe('征集结果: within thirty days of the closing', () => {
  const call = {
    opensOn: on('2024-02-01'),
    closesOn: on('2024-03-01'),
    cancelled: false,
    resultPublished: false,
  }
  // biome-ignore format: a table
  const CASES = [
    ['2024-01-31', 'coming'], ['2024-02-01', 'open'], ['2024-03-01', 'open'],
    ['2024-03-02', 'awaiting-result'], ['2024-03-31', 'awaiting-result'], ['2024-04-01', 'result-overdue'],
  ] as const
  test.each(CASES)('%s: %s', (today, state) => {
    expect(opinionCallState(call, on(today))).toEqual({ state, resultDueOn: '2024-03-31' })
  })
  test('a result or a cancelled call owes nothing', () => {
    expect(opinionCallState({ ...call, resultPublished: true }, on('2024-05-01')).state).toBe('concluded')
    expect(opinionCallState({ ...call, cancelled: true }, on('2024-05-01')).state).toBe('cancelled')
  })
})
