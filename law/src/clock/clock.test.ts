import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR, NATIONAL_NOTICES } from '../calendar/national-calendar.ts'
import { addDaysRolled, addMonthsRolled, makeCalendar } from '../calendar/working-calendar.ts'
import { parsePlainDate } from '../plain-date.ts'
import type { RequestEvent } from '../request/event.ts'
import { readClock } from './clock.ts'
import { ledgerDays } from './ledger-days.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const day = parsePlainDate
const read = (events: readonly RequestEvent[], settings = {}) =>
  readClock(events, NATIONAL_CALENDAR, { ...DEFAULT_SETTINGS, ...settings })

const received = (on: string): RequestEvent => ({ kind: 'received', on: day(on), channel: 'post-signed' })
const extended = (on: string, workingDays: number): RequestEvent => ({
  kind: 'extended',
  on: day(on),
  workingDays,
  approvedBy: '李主任',
  approvedOn: day(on),
  reason: '需要检索的档案较多',
})
const asked = (
  on: string,
  consultation = 'A',
  party: 'third-party' | 'co-maker' = 'third-party',
): RequestEvent => ({
  kind: 'consultation-opened',
  on: day(on),
  consultation,
  with: party,
})
const arrived = (on: string, consultation = 'A'): RequestEvent => ({
  kind: 'consultation-delivered',
  on: day(on),
  consultation,
})
const answered = (on: string, consultation = 'A'): RequestEvent => ({
  kind: 'consultation-answered',
  on: day(on),
  consultation,
  answer: 'consent',
})
const silent = (on: string, consultation = 'A'): RequestEvent => ({
  kind: 'consultation-lapsed',
  on: day(on),
  consultation,
})
const fee = (on: string, deliveredOn: string): RequestEvent => ({
  kind: 'fee-noticed',
  on: day(on),
  method: 'by-item',
  amountInYuan: 200,
  deliveredOn: day(deliveredOn),
})

describe('the deadline of a request, worked out from the yearly notices', () => {
  // biome-ignore format: a table
  const CASES: readonly [string, RequestEvent[], string][] = [
    ['T01 first day of the revised regulation', [received('2019-05-15')], '2019-06-13'],
    ['T02 over 国庆 with two worked weekend days', [received('2019-09-20')], '2019-10-23'],
    ['T03 the prolonged 春节 of 2020', [received('2020-01-15')], '2020-02-19'],
    ['T05 checked by a court', [received('2022-09-30')], '2022-11-02'],
    ['T06 the gate signed, the office got it later', [received('2022-06-06')], '2022-07-04'],
    ['T07 extended by 20', [received('2023-09-04'), extended('2023-09-28', 20)], '2023-11-03'],
    ['T08 extended by 10', [received('2023-09-04'), extended('2023-09-28', 10)], '2023-10-20'],
    ['T11 third party answered', [received('2024-01-08'), asked('2024-01-15'), arrived('2024-01-17'), answered('2024-01-29')], '2024-02-22'],
    ['T12 third party silent', [received('2024-01-15'), asked('2024-01-22'), arrived('2024-01-24'), silent('2024-02-20')], '2024-03-11'],
    ['T12 while still open', [received('2024-01-15'), asked('2024-01-22'), arrived('2024-01-24')], '2024-03-11'],
    ['T13 two at once are left out once', [received('2024-09-02'), asked('2024-09-09'), arrived('2024-09-10'), asked('2024-09-12', 'B', 'co-maker'), arrived('2024-09-13', 'B'), answered('2024-09-24'), answered('2024-09-30', 'B')], '2024-10-25'],
    ['T17 on a worked Saturday', [received('2023-10-07')], '2023-11-02'],
    ['T18 ends on a worked Saturday', [received('2025-01-06')], '2025-02-08'],
    ['T19 with the full extension', [received('2025-01-06'), extended('2025-01-24', 20)], '2025-03-07'],
    ['T20 over 劳动节', [received('2025-04-14')], '2025-05-14'],
    ['T21 over 国庆', [received('2025-09-15')], '2025-10-17'],
    ['T22 before the extension', [received('2023-05-15'), asked('2023-05-22'), arrived('2023-05-24'), answered('2023-06-06')], '2023-06-28'],
    ['T22 pause and extension', [received('2023-05-15'), asked('2023-05-22'), arrived('2023-05-24'), answered('2023-06-06'), extended('2023-06-20', 20)], '2023-07-26'],
    ['T23 over the new year', [received('2024-12-10')], '2025-01-08'],
    ['T24 needs the next calendar', [received('2025-12-08')], '2026-01-06'],
    ['T25 the day of receipt is not counted', [received('2025-02-20')], '2025-03-20'],
    ['T28 fifteen working days of the old regulation', [received('2011-06-01')], '2011-06-23'],
    ['the last day of the old regulation', [received('2019-05-14')], '2019-06-04'],
  ]
  test.each(CASES)('%s', (_case, events, dueOn) => {
    const clock = read(events)
    expect(clock.dueOn).toBe(dueOn)
    expect(clock.violations).toEqual([])
    expect(clock.steps.at(-1)).toMatchObject({ kind: 'due', on: dueOn })
    expect(ledgerDays(clock, NATIONAL_CALENDAR).at(-1)).toMatchObject({
      on: dueOn,
      kind: 'counted',
      count: clock.limitInWorkingDays,
    })
  })
})

test('T03: by the calendar announced in 2019 the answer was 2020-02-17', () => {
  const announced = makeCalendar(NATIONAL_NOTICES.filter((notice) => notice.year <= 2020 && !notice.amends))
  expect(readClock([received('2020-01-15')], announced).dueOn).toBe('2020-02-17')
})

test('T04: a form confirmed after the holiday counts from confirmation, and the risk from submission', () => {
  const clock = read([
    { kind: 'submitted', on: day('2021-04-30'), channel: 'online' },
    { kind: 'confirmed', on: day('2021-05-06') },
  ])
  expect(clock).toMatchObject({ receivedOn: '2021-05-06', dueOn: '2021-06-02', riskDueOn: '2021-06-01' })
})

test('T06: a letter posted on 7 July 2022 is three working days late', () => {
  const clock = read([
    received('2022-06-06'),
    { kind: 'served', on: day('2022-07-07'), method: 'post', sentOn: day('2022-07-07') },
  ])
  expect(clock.stopped).toEqual({ on: '2022-07-07', by: 'answer' })
  expect(clock.violations).toMatchObject([
    { code: 'answered-late', text: '答复逾期：期限2022年7月4日届满，超过3个工作日' },
  ])
})

test('T09: a correction voids the old count and starts another', () => {
  const notice: RequestEvent = {
    kind: 'correction-requested',
    on: day('2023-04-23'),
    items: ['补充所需信息的名称或者其他特征性描述'],
    respondBy: day('2023-05-18'),
    deliveredOn: day('2023-04-25'),
  }
  const waiting = read([received('2023-04-17'), notice])
  expect(waiting).toMatchObject({
    correctionDueOn: '2023-04-25',
    dueOn: null,
    riskDueOn: null,
    respondBy: '2023-05-18',
    waiting: { for: 'correction', since: '2023-04-23', until: '2023-05-18' },
    violations: [],
  })
  const corrected: RequestEvent = {
    kind: 'correction-received',
    on: day('2023-05-08'),
    channel: 'post-signed',
  }
  expect(read([received('2023-04-17'), notice, corrected])).toMatchObject({
    receivedOn: '2023-04-17',
    restartedOn: '2023-05-08',
    dueOn: '2023-06-05',
    violations: [],
  })
})

test('T10: without a correction the request is given up the day after the period ends', () => {
  const clock = read([
    received('2021-09-13'),
    {
      kind: 'correction-requested',
      on: day('2021-09-22'),
      items: ['明确申请内容'],
      respondBy: day('2021-10-11'),
    },
    { kind: 'correction-lapsed', on: day('2021-10-12') },
  ])
  expect(clock.correctionDueOn).toBe('2021-09-23')
  expect(clock.stopped).toEqual({ on: '2021-10-12', by: 'abandonment' })
  expect(clock.violations).toEqual([])
  expect(clock.dueOn).toBe(null)
})

describe('T11: the readings of “the time needed” differ by a day each way', () => {
  // biome-ignore format: a table
  const CASES = [
    ['after-sending-through-answer', '2024-02-22'],
    ['sending-through-answer',       '2024-02-23'],
    ['sending-until-answer',         '2024-02-22'],
    ['between',                      '2024-02-21'],
  ] as const
  test.each(CASES)('%s: %s', (pauseConvention, dueOn) => {
    const events = [
      received('2024-01-08'),
      asked('2024-01-15'),
      arrived('2024-01-17'),
      answered('2024-01-29'),
    ]
    expect(read(events, { pauseConvention })).toMatchObject({ dueOn, riskDueOn: '2024-02-21' })
  })
})

test('T12: the pause ends with the fifteenth working day, however long the file lies', () => {
  const clock = read([
    received('2024-01-15'),
    asked('2024-01-22'),
    arrived('2024-01-24'),
    answered('2024-03-05'),
  ])
  expect(clock.pauses).toMatchObject([{ from: '2024-01-22', to: '2024-02-19', open: false }])
  expect(clock.dueOn).toBe('2024-03-11')
})

describe('T14, T15: the processing fee', () => {
  const noticed = [received('2025-03-03'), fee('2025-03-27', '2025-03-28')]
  test('the payment is waited for until the twentieth working day', () => {
    expect(read(noticed)).toMatchObject({
      dueOn: null,
      feePayBy: '2025-04-27',
      waiting: { for: 'payment', since: '2025-03-27', until: '2025-04-27' },
    })
  })
  test('payment restarts the count', () => {
    const paid = [...noticed, { kind: 'fee-paid', on: day('2025-04-10') } as const]
    expect(read(paid)).toMatchObject({
      dueOn: '2025-05-12',
      restartedOn: '2025-04-10',
      riskDueOn: '2025-04-14',
    })
    expect(read(paid, { feeClock: 'resume' })).toMatchObject({ dueOn: '2025-04-14', restartedOn: null })
  })
  test('without payment handling stops the day after', () => {
    const clock = read([...noticed, { kind: 'fee-lapsed', on: day('2025-04-28') }])
    expect(clock).toMatchObject({ stopped: { on: '2025-04-28', by: 'abandonment' }, violations: [] })
  })
})

test('T16: a request of a Saturday, by both readings', () => {
  const events = [
    { kind: 'submitted', on: day('2025-05-24'), channel: 'email' },
    { kind: 'confirmed', on: day('2025-05-24') },
  ] as const
  expect(read(events)).toMatchObject({ receivedOn: '2025-05-24', dueOn: '2025-06-23' })
  expect(read(events, { nonWorkdayReceipt: 'roll-forward' })).toMatchObject({
    receivedOn: '2025-05-26',
    dueOn: '2025-06-24',
    riskDueOn: '2025-06-23',
  })
})

test('T26: a registration slip a week after the form is four working days of risk', () => {
  const clock = read([
    { kind: 'submitted', on: day('2021-11-24'), channel: 'online' },
    { kind: 'confirmed', on: day('2021-12-02') },
    { kind: 'served', on: day('2021-12-28'), method: 'direct', sentOn: day('2021-12-28') },
  ])
  expect(clock).toMatchObject({ dueOn: '2021-12-30', riskDueOn: '2021-12-22' })
  expect(clock.violations).toMatchObject([{ code: 'confirmed-late', severity: 'warning' }])
  expect(NATIONAL_CALENDAR.workingDaysBetween(day('2021-12-22'), day('2021-12-28'))).toBe(4)
})

test('T27: the day of posting decides, not the day of delivery', () => {
  const clock = read([
    received('2024-09-10'),
    {
      kind: 'served',
      on: day('2024-10-14'),
      method: 'post',
      sentOn: day('2024-10-14'),
      receivedOn: day('2024-10-17'),
    },
  ])
  expect(clock).toMatchObject({
    dueOn: '2024-10-14',
    stopped: { on: '2024-10-14', by: 'answer' },
    violations: [],
  })
})

test('T29 to T32: remedies run in calendar days and months and roll over holidays', () => {
  expect(addDaysRolled(day('2024-08-06'), 60, NATIONAL_CALENDAR)).toBe('2024-10-08')
  expect(addDaysRolled(day('2025-03-31'), 60, NATIONAL_CALENDAR)).toBe('2025-05-30')
  expect(addMonthsRolled(day('2025-03-31'), 6, NATIONAL_CALENDAR)).toBe('2025-09-30')
  expect(addDaysRolled(day('2025-01-17'), 15, NATIONAL_CALENDAR)).toBe('2025-02-05')
  expect(addDaysRolled(day('2024-07-02'), 60, NATIONAL_CALENDAR)).toBe('2024-09-02')
})
