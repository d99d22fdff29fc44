import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import type { RequestEvent } from '../request/event.ts'
import { workingDaysUsed } from './clock.ts'
import { readToday } from './clock-today.ts'
import { ledgerDays } from './ledger-days.ts'
import { REPLY_RULES, replyRulesFor } from './reply-rules.ts'
import { asked, codes, correction, day, extended, RECEIVED, read } from './testing/a-clock.ts'

test('the example stands: 20 working days after 2 September 2025', () => {
  expect(read([RECEIVED])).toMatchObject({ dueOn: '2025-09-29', correctionDueOn: '2025-09-11' })
})

describe('收到申请之日', () => {
  test('nothing runs before receipt, but the risk does from arrival', () => {
    expect(read([{ kind: 'arrived', on: day('2025-09-02'), channel: 'post-ordinary' }])).toMatchObject({
      receivedOn: null,
      dueOn: null,
      riskDueOn: '2025-09-29',
    })
  })
  test('ordinary mail is to be confirmed on the day it comes', () => {
    const mail = (confirmedOn: string): RequestEvent[] => [
      { kind: 'arrived', on: day('2025-09-02'), channel: 'post-ordinary' },
      { kind: 'confirmed', on: day(confirmedOn) },
    ]
    expect(codes(mail('2025-09-02'))).toEqual([])
    expect(codes(mail('2025-09-03'))).toEqual(['confirmed-late'])
  })
  test('and a weekend is no excuse for ordinary mail; a form may wait one working day', () => {
    // 2025-09-05 is a Friday.
    const confirmed = (on: string): RequestEvent => ({ kind: 'confirmed', on: day(on) })
    expect(
      codes([{ kind: 'arrived', on: day('2025-09-05'), channel: 'post-ordinary' }, confirmed('2025-09-06')]),
    ).toEqual(['confirmed-late'])
    const form: RequestEvent = { kind: 'submitted', on: day('2025-09-05'), channel: 'online' }
    expect(codes([form, confirmed('2025-09-08')])).toEqual([])
    expect(codes([form, confirmed('2025-09-09')])).toEqual(['confirmed-late'])
  })
  test('a fact dated before receipt is questioned and not counted', () => {
    expect(codes([RECEIVED, extended('2025-09-01', 20)])).toEqual(['before-receipt'])
    expect(read([RECEIVED, extended('2025-09-01', 20)]).dueOn).toBe('2025-09-29')
  })
  test('an empty history has no clock', () => {
    expect(read([])).toMatchObject({
      receipt: null,
      receivedOn: null,
      dueOn: null,
      riskDueOn: null,
      steps: [],
      violations: [],
    })
  })
})

describe('the rules in force', () => {
  test('tile time from 2008-05-01', () => {
    expect(REPLY_RULES.map(({ receivedFrom, receivedThrough }) => [receivedFrom, receivedThrough])).toEqual([
      ['2008-05-01', '2019-05-14'],
      ['2019-05-15', null],
    ])
  })
  test('are those of the day of receipt', () => {
    expect(replyRulesFor(day('2008-04-30'))).toBe(null)
    expect(replyRulesFor(day('2019-05-14'))?.replyWithin).toBe(15)
    expect(replyRulesFor(day('2019-05-15'))?.replyWithin).toBe(20)
  })
  test('before them there is no deadline, and the clock says so', () => {
    const before: RequestEvent = { kind: 'received', on: day('2007-06-01'), channel: 'in-person' }
    expect(read([before])).toMatchObject({ dueOn: null, riskDueOn: null })
    expect(codes([before])).toEqual(['before-law'])
  })
})

describe('暂定', () => {
  test('a deadline past the last notice says so, in the clock and in the ledger', () => {
    const clock = read([{ kind: 'received', on: day('2026-12-10'), channel: 'in-person' }])
    expect(clock).toMatchObject({ provisional: true, dueOn: '2027-01-07' })
    expect(clock.steps.at(-1)?.text).toBe(
      '答复期限届满：自收到申请之日起第20个工作日（暂定：该年度放假安排尚未公布，公布后重新计算）',
    )
  })
  test('a deadline inside it is certain', () => {
    expect(read([RECEIVED]).provisional).toBe(false)
  })
  const late: RequestEvent = { kind: 'received', on: day('2026-12-10'), channel: 'in-person' }
  test('a day that a judgment sets does not move, whichever year it lies in', () => {
    const ordered = read([
      RECEIVED,
      { kind: 'ordered-again', on: day('2026-12-01'), by: 'court', dueOn: day('2027-01-08') },
    ])
    expect(ordered).toMatchObject({ provisional: false, dueOn: '2027-01-08' })
    expect(ordered.steps.at(-1)?.text).toBe('复议决定或者判决确定的期限届满')
  })
  test('so is the last day of a payment that is waited for', () => {
    const fee: RequestEvent = {
      kind: 'fee-noticed',
      on: day('2026-12-15'),
      method: 'by-item',
      amountInYuan: 100,
    }
    expect(read([late, fee])).toMatchObject({ provisional: false, dueOn: null })
    // 20 working days after Wednesday 16 December, counted by Monday to Friday.
    const arrived: RequestEvent = { kind: 'delivered', on: day('2026-12-16'), document: 'fee-notice' }
    expect(read([late, fee, arrived])).toMatchObject({ provisional: true, feePayBy: '2027-01-13' })
  })
  test('and the last day for an opinion, in the words of the ledger', () => {
    const letters: RequestEvent[] = [
      { kind: 'consultation-opened', on: day('2026-12-14'), consultation: 'A', with: 'third-party' },
      { kind: 'consultation-delivered', on: day('2026-12-16'), consultation: 'A' },
    ]
    expect(read([late, ...letters]).steps.map(({ text }) => text)).toContain(
      '第三方收到征求意见书，最迟应当于2027年1月6日（暂定）提出意见',
    )
  })
  test('every provisional day of the ledger says so', () => {
    const clock = read([late])
    const texts = ledgerDays(clock, NATIONAL_CALENDAR).map(({ on, text }) => [on, text])
    expect(texts).toContainEqual(['2026-12-31', '第15个工作日'])
    expect(texts).toContainEqual(['2027-01-01', '第16个工作日（暂定：放假安排尚未公布）'])
  })
})

describe('the clock as it stands on a day', () => {
  // biome-ignore format: a table
  const CASES = [
    ['2025-09-02', 'running',   0,  20, 0],
    ['2025-09-03', 'running',   1,  19, 0],
    ['2025-09-28', 'running',   19, 1,  0],
    ['2025-09-29', 'due-today', 20, 0,  0],
    ['2025-09-30', 'overdue',   21, -1, 1],
    ['2025-10-08', 'overdue',   21, -1, 1],
    ['2025-10-09', 'overdue',   22, -2, 2],
  ] as const
  test.each(CASES)('%s: %s', (today, stage, workingDaysUsedBy, workingDaysLeft, workingDaysLate) => {
    expect(readToday(read([RECEIVED]), day(today), NATIONAL_CALENDAR)).toEqual({
      stage,
      workingDaysUsed: workingDaysUsedBy,
      workingDaysLeft,
      workingDaysLate,
    })
  })

  test('stands still once it is stopped or waits', () => {
    const answered = read([
      RECEIVED,
      { kind: 'served', on: day('2025-09-05'), method: 'direct', sentOn: day('2025-09-05') },
    ])
    expect(readToday(answered, day('2025-12-01'), NATIONAL_CALENDAR)).toMatchObject({
      stage: 'stopped',
      workingDaysUsed: 3,
    })
    const waiting = read([RECEIVED, correction('2025-09-05', '2025-09-20')])
    expect(readToday(waiting, day('2025-12-01'), NATIONAL_CALENDAR)).toMatchObject({
      stage: 'waiting',
      workingDaysUsed: 3,
      workingDaysLeft: null,
    })
    expect(workingDaysUsed(read([]), day('2025-12-01'), NATIONAL_CALENDAR)).toBe(0)
  })
})

describe('facts are read in the order of their days, however they were entered', () => {
  const opened = asked('2025-09-08', 'co-maker')
  const delivered: RequestEvent = {
    kind: 'consultation-delivered',
    on: day('2025-09-09'),
    consultation: 'co-maker',
  }
  const answered: RequestEvent = {
    kind: 'consultation-answered',
    on: day('2025-09-16'),
    consultation: 'co-maker',
    answer: 'consent',
  }
  test.each([
    [[RECEIVED, opened, delivered, answered]],
    [[answered, delivered, opened, RECEIVED]],
    [[opened, RECEIVED, answered, delivered]],
  ])('order %#', (events) => {
    const clock = read(events)
    expect(clock.dueOn).toBe('2025-10-14')
    expect(clock.violations).toEqual([])
    const days = clock.steps.map(({ on }) => on)
    expect(days).toEqual(['2025-09-02', '2025-09-08', '2025-09-09', '2025-09-16', '2025-10-14'])
  })
  test('a second answer to one letter changes nothing', () => {
    const again: RequestEvent = { ...answered, on: day('2025-09-26'), answer: 'refusal' } as RequestEvent
    expect(read([RECEIVED, opened, delivered, answered, again])).toMatchObject({
      dueOn: '2025-10-14',
      consultations: [{ answer: 'consent', closedOn: '2025-09-16' }],
    })
  })
})
