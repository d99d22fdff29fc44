import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import type { RequestEvent } from '../request/event.ts'
import { readToday } from './clock-today.ts'
import { effectOfAnswer } from './consulted-party.ts'
import { asked, codes, corrected, correction, day, extended, RECEIVED, read } from './testing/a-clock.ts'

describe('条例 第三十三条第二款: extension', () => {
  test('told on the last day counts, told the day after does not', () => {
    expect(read([RECEIVED, extended('2025-09-29', 20)])).toMatchObject({
      dueOn: '2025-11-03',
      baseDueOn: '2025-09-29',
      extendedByWorkingDays: 20,
    })
    expect(read([RECEIVED, extended('2025-09-30', 20)])).toMatchObject({
      dueOn: '2025-09-29',
      extendedByWorkingDays: 0,
    })
    expect(codes([RECEIVED, extended('2025-09-30', 20)])).toEqual(['deadline-passed'])
  })

  test('approved only after the limit, or by nobody, is no extension', () => {
    expect(codes([RECEIVED, extended('2025-09-29', 20, { approvedOn: day('2025-09-30') })])).toEqual([
      'deadline-passed',
    ])
    expect(codes([RECEIVED, extended('2025-09-29', 20, { approvedBy: '' })])).toEqual([
      'extension-not-approved',
    ])
    expect(codes([RECEIVED, extended('2025-09-29', 21)])).toEqual(['extension-too-long'])
  })

  test('given in two parts, the total stays within 20 and the second is remarked on', () => {
    const twice = [RECEIVED, extended('2025-09-15', 10), extended('2025-09-20', 10)]
    expect(read(twice)).toMatchObject({ dueOn: '2025-11-03', extendedByWorkingDays: 20 })
    expect(codes(twice)).toEqual(['extended-again'])
    expect(codes([RECEIVED, extended('2025-09-15', 10), extended('2025-09-20', 11)])).toEqual([
      'extension-too-long',
    ])
  })
})

describe('条例 第三十条: correction', () => {
  test('asked for on the seventh working day is in time, on the eighth it is a fault and the old deadline stays at risk', () => {
    expect(codes([RECEIVED, correction('2025-09-11', '2025-09-25')])).toEqual([])
    const late = [RECEIVED, correction('2025-09-12', '2025-09-25')]
    expect(codes(late)).toEqual(['correction-notice-late'])
    expect(read(late)).toMatchObject({ dueOn: null, riskDueOn: '2025-09-29' })
    expect(read([...late, corrected('2025-09-22')])).toMatchObject({
      dueOn: '2025-10-24',
      riskDueOn: '2025-09-29',
    })
    expect(read([...late, corrected('2025-09-22')], { lateCorrectionNotice: 'restart' })).toMatchObject({
      dueOn: '2025-10-24',
      riskDueOn: '2025-10-24',
    })
  })

  test('asked for after the deadline revives nothing', () => {
    const events = [RECEIVED, correction('2025-09-30', '2025-10-20'), corrected('2025-10-15')]
    expect(read(events)).toMatchObject({ dueOn: '2025-09-29', restartedOn: null })
    expect(codes(events)).toEqual(['correction-notice-late', 'correction-after-deadline'])
  })

  // The notice of 10 September: working days 11, 12, 15, 16 | 17 … 26, Sunday 28, 29, 30 | 9 October.
  // biome-ignore format: a table
  const PERIODS = [
    ['four working days are short',   '2025-09-16', ['correction-period-unusual']],
    ['five are usual',                '2025-09-17', []],
    ['fifteen are usual',             '2025-09-30', []],
    ['sixteen are long',              '2025-10-09', ['correction-period-unusual']],
  ] as const
  test.each(PERIODS)('%s', (_case, respondBy, expected) => {
    const notice = correction('2025-09-10', respondBy)
    const slip: RequestEvent = { kind: 'delivered', on: day('2025-09-10'), document: 'correction-notice' }
    expect(codes([RECEIVED, { ...notice, deliveredOn: day('2025-09-10') } as RequestEvent])).toEqual(expected)
    expect(codes([RECEIVED, notice, slip])).toEqual(expected)
    expect(codes([RECEIVED, notice])).toEqual([])
  })

  test('twice is remarked on, unless the office may ask twice', () => {
    const twice = [
      RECEIVED,
      correction('2025-09-10', '2025-09-20'),
      corrected('2025-09-15'),
      correction('2025-09-17', '2025-09-25'),
    ]
    expect(codes(twice)).toEqual(['correction-again'])
    expect(codes(twice, { maxCorrectionRounds: 2 })).toEqual([])
  })

  test('after the period needs a good reason on record', () => {
    const asked = [RECEIVED, correction('2025-09-10', '2025-09-20')]
    expect(codes([...asked, corrected('2025-09-22')])).toEqual(['correction-late'])
    expect(codes([...asked, corrected('2025-09-22', '住院治疗')])).toEqual([])
  })

  test('the request is not given up before the period is over', () => {
    const asked = [RECEIVED, correction('2025-09-10', '2025-09-20')]
    expect(codes([...asked, { kind: 'correction-lapsed', on: day('2025-09-20') }])).toEqual([
      'correction-not-lapsed',
    ])
    expect(codes([...asked, { kind: 'correction-lapsed', on: day('2025-09-21') }])).toEqual([])
  })

  test('drops an extension with the count it belonged to', () => {
    const events = [
      RECEIVED,
      extended('2025-09-05', 20),
      correction('2025-09-10', '2025-09-20'),
      corrected('2025-09-15'),
    ]
    expect(read(events)).toMatchObject({ dueOn: '2025-10-17', extendedByWorkingDays: 0 })
  })
})

describe('条例 第三十三条第三款: whose opinions cost no time', () => {
  test('a third party and a co-maker', () => {
    const letters: RequestEvent[] = [
      { kind: 'consultation-delivered', on: day('2025-09-09'), consultation: 'co-maker' },
      { kind: 'consultation-answered', on: day('2025-09-16'), consultation: 'co-maker', answer: 'consent' },
    ]
    expect(read([RECEIVED, asked('2025-09-08', 'co-maker'), ...letters])).toMatchObject({
      dueOn: '2025-10-14',
    })
  })

  test('the secrecy authority only where the switch says so', () => {
    const events: RequestEvent[] = [
      RECEIVED,
      asked('2025-09-08', 'secrecy-authority'),
      { kind: 'consultation-delivered', on: day('2025-09-09'), consultation: 'secrecy-authority' },
      {
        kind: 'consultation-answered',
        on: day('2025-09-16'),
        consultation: 'secrecy-authority',
        answer: 'consent',
      },
    ]
    expect(read(events)).toMatchObject({ dueOn: '2025-09-29', paused: false })
    expect(read(events, { pauseForSecrecyReferral: true })).toMatchObject({
      dueOn: '2025-10-14',
      riskDueOn: '2025-09-29',
    })
  })

  test('under the old regulation only a third party', () => {
    const old: RequestEvent = { kind: 'received', on: day('2018-03-05'), channel: 'in-person' }
    const answered: RequestEvent = {
      kind: 'consultation-answered',
      on: day('2018-03-14'),
      consultation: 'co-maker',
      answer: 'consent',
    }
    expect(read([old, asked('2018-03-07', 'co-maker'), answered])).toMatchObject({ dueOn: '2018-03-26' })
  })

  test('asking after the deadline does not bring it back', () => {
    const events = [RECEIVED, asked('2025-09-30')]
    expect(read(events).dueOn).toBe('2025-09-29')
    expect(codes(events)).toEqual(['consultation-after-deadline'])
  })

  test('a letter that is not proved to have arrived is remarked on when it closes', () => {
    const answered: RequestEvent = {
      kind: 'consultation-answered',
      on: day('2025-09-16'),
      consultation: 'third-party',
      answer: 'refusal',
    }
    expect(codes([RECEIVED, asked('2025-09-08'), answered])).toEqual(['consultation-delivery-unproven'])
  })

  test('an open question keeps the clock paused', () => {
    const clock = read([
      RECEIVED,
      asked('2025-09-08'),
      { kind: 'consultation-delivered', on: day('2025-09-09'), consultation: 'third-party' },
    ])
    expect(clock.paused).toBe(true)
    expect(readToday(clock, day('2025-09-12'), NATIONAL_CALENDAR)).toEqual({
      stage: 'paused',
      workingDaysUsed: 4,
      workingDaysLeft: 16,
      workingDaysLate: 0,
    })
  })
})

describe('silence', () => {
  const silent = (party: 'third-party' | 'co-maker' | 'secrecy-authority'): RequestEvent[] => [
    RECEIVED,
    asked('2025-09-08', party),
    { kind: 'consultation-delivered', on: day('2025-09-09'), consultation: party },
    { kind: 'consultation-lapsed', on: day('2025-09-30'), consultation: party },
  ]
  // biome-ignore format: a table
  const CASES = [
    ['third-party',       'agency-decides', '第三方逾期没有提出意见，由本机关依照条例的规定决定是否公开，次日起继续计算'],
    ['co-maker',          'consent',        '共同制作该政府信息的其他行政机关逾期没有提出意见，视为同意公开，次日起继续计算'],
    ['secrecy-authority', 'agency-decides', '有关主管部门或者保密行政管理部门逾期没有提出意见，由本机关依法审查后决定'],
  ] as const
  test.each(CASES)('of a %s: %s', (party, effect, text) => {
    const { consultations, steps } = read(silent(party))
    expect(consultations.map(effectOfAnswer)).toEqual([effect])
    expect(steps.map((step) => step.text)).toContain(text)
  })
  test('an open question has no effect yet, an answer has its own', () => {
    expect(effectOfAnswer({ with: 'co-maker', answer: null })).toBe(null)
    expect(effectOfAnswer({ with: 'co-maker', answer: 'refusal' })).toBe('refusal')
  })
})

describe('条例 第三十五条: requests in volume', () => {
  const why: RequestEvent[] = [
    { kind: 'reasons-asked', on: day('2025-09-08'), respondBy: day('2025-09-22'), requestCount: 96 },
    { kind: 'reasons-given', on: day('2025-09-15'), reasonable: true },
  ]
  test('waiting for reasons runs on, unless the switch leaves it out', () => {
    expect(read([RECEIVED, ...why]).dueOn).toBe('2025-09-29')
    expect(read([RECEIVED, ...why], { pauseForReasons: true }).dueOn).toBe('2025-10-13')
  })
  test('a delayed reply needs reasonable reasons and takes the place of the limit', () => {
    const fixed: RequestEvent = {
      kind: 'delayed-reply-fixed',
      on: day('2025-09-18'),
      dueOn: day('2025-12-31'),
      reason: '数量较多',
    }
    expect(read([RECEIVED, ...why, fixed])).toMatchObject({
      dueOn: '2025-12-31',
      limitInWorkingDays: null,
      violations: [],
    })
    expect(codes([RECEIVED, fixed])).toEqual(['delay-without-reasons'])
    expect(codes([RECEIVED, ...why, fixed, extended('2025-09-20', 5)])).toEqual(['limit-fixed'])
  })
})
