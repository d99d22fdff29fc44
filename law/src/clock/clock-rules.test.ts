import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { citationText } from '../citation.ts'
import { parsePlainDate } from '../plain-date.ts'
import type { RequestEvent } from '../request/event.ts'
import { readClock, workingDaysUsed } from './clock.ts'
import { readToday } from './clock-today.ts'
import { effectOfAnswer } from './consulted-party.ts'
import { ledgerDays } from './ledger-days.ts'
import { REPLY_RULES, replyRulesFor } from './reply-rules.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const day = parsePlainDate
const read = (events: readonly RequestEvent[], settings = {}) =>
  readClock(events, NATIONAL_CALENDAR, { ...DEFAULT_SETTINGS, ...settings })
const codes = (events: readonly RequestEvent[], settings = {}) =>
  read(events, settings).violations.map(({ code }) => code)

// Received on Tuesday 2025-09-02: day 7 is 09-11, day 20 is Monday 09-29, for Sunday 09-28 is worked before 国庆
// (10-01 to 10-08 off) and so is Saturday 10-11 after it.
const RECEIVED: RequestEvent = { kind: 'received', on: day('2025-09-02'), channel: 'in-person' }
const extended = (on: string, workingDays: number, facts = {}): RequestEvent => ({
  kind: 'extended',
  on: day(on),
  workingDays,
  approvedBy: '李主任',
  approvedOn: day(on),
  reason: '档案较多',
  ...facts,
})
const correction = (on: string, respondBy: string): RequestEvent => ({
  kind: 'correction-requested',
  on: day(on),
  items: ['明确所需信息的名称'],
  respondBy: day(respondBy),
})
const corrected = (on: string, goodReason?: string): RequestEvent => ({
  kind: 'correction-received',
  on: day(on),
  channel: 'in-person',
  ...(goodReason === undefined ? {} : { goodReason }),
})
const asked = (
  on: string,
  party: 'third-party' | 'co-maker' | 'secrecy-authority' = 'third-party',
): RequestEvent => ({
  kind: 'consultation-opened',
  on: day(on),
  consultation: party,
  with: party,
})

test('the example stands: 20 working days after 2 September 2025', () => {
  expect(read([RECEIVED])).toMatchObject({ dueOn: '2025-09-29', correctionDueOn: '2025-09-11' })
})

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

describe('信息处理费', () => {
  const fee = (on: string, deliveredOn?: string): RequestEvent => ({
    kind: 'fee-noticed',
    on: day(on),
    method: 'by-volume',
    amountInYuan: 380,
    ...(deliveredOn === undefined ? {} : { deliveredOn: day(deliveredOn) }),
  })
  test('a notice after the limit stops nothing', () => {
    expect(read([RECEIVED, fee('2025-09-30')])).toMatchObject({ dueOn: '2025-09-29', waiting: null })
    expect(codes([RECEIVED, fee('2025-09-30')])).toEqual(['fee-notice-late'])
  })
  test('the period of payment begins when the notice is known to have arrived', () => {
    expect(read([RECEIVED, fee('2025-09-15')]).feePayBy).toBe(null)
    const arrived: RequestEvent = { kind: 'delivered', on: day('2025-09-18'), document: 'fee-notice' }
    expect(read([RECEIVED, fee('2025-09-15'), arrived])).toMatchObject({
      feePayBy: '2025-10-22',
      waiting: { until: '2025-10-22' },
    })
  })
  test('no fee for a request received before 2021', () => {
    const old: RequestEvent = { kind: 'received', on: day('2020-12-30'), channel: 'in-person' }
    expect(codes([old, fee('2021-01-05')])).toEqual(['fee-before-measures'])
  })
  test('payment after the period is remarked on', () => {
    const events = [
      RECEIVED,
      fee('2025-09-15', '2025-09-18'),
      { kind: 'fee-paid', on: day('2025-10-24') } as const,
    ]
    expect(codes(events)).toEqual(['paid-late'])
  })
})

describe('重新答复', () => {
  const again: RequestEvent[] = [
    RECEIVED,
    { kind: 'served', on: day('2025-09-26'), method: 'direct', sentOn: day('2025-09-26') },
    { kind: 'ordered-again', on: day('2025-12-01'), by: 'court', dueOn: day('2025-12-29') },
  ]
  test('the judgment sets the limit, and the house cannot move it', () => {
    expect(read(again)).toMatchObject({
      dueOn: '2025-12-29',
      restartedOn: '2025-12-01',
      stopped: null,
      receivedOn: '2025-09-02',
    })
    expect(read([...again, asked('2025-12-05')])).toMatchObject({ dueOn: '2025-12-29' })
    expect(codes([...again, extended('2025-12-10', 10)])).toEqual(['limit-fixed'])
  })
})

describe('送达 decides what was in time', () => {
  test('an answer returned by the post stays in time when it was posted in time', () => {
    const events: RequestEvent[] = [
      RECEIVED,
      {
        kind: 'service-failed',
        on: day('2025-10-14'),
        method: 'post',
        reason: '原址查无此人',
        sentOn: day('2025-09-28'),
      },
      { kind: 'served', on: day('2025-10-16'), method: 'direct', sentOn: day('2025-10-16') },
    ]
    expect(read(events)).toMatchObject({ stopped: { on: '2025-09-28', by: 'answer' }, violations: [] })
  })
  test('an answer on the spot belongs to the day of receipt', () => {
    const spot = (on: string): RequestEvent => ({
      kind: 'replied-on-spot',
      on: day(on),
      outcome: 'grant-already-public',
    })
    expect(codes([RECEIVED, spot('2025-09-02')])).toEqual([])
    expect(codes([RECEIVED, spot('2025-09-03')])).toEqual(['not-on-spot'])
  })
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

describe('the last day itself is in time', () => {
  const letter = asked('2025-09-08')
  const arrived: RequestEvent = {
    kind: 'consultation-delivered',
    on: day('2025-09-09'),
    consultation: 'third-party',
  }
  const fee: RequestEvent = {
    kind: 'fee-noticed',
    on: day('2025-09-15'),
    method: 'by-item',
    amountInYuan: 100,
    deliveredOn: day('2025-09-18'),
  }
  const why: RequestEvent[] = [
    { kind: 'reasons-asked', on: day('2025-09-08'), respondBy: day('2025-09-22'), requestCount: 96 },
    { kind: 'reasons-given', on: day('2025-09-15'), reasonable: true },
  ]
  const at =
    (kind: RequestEvent['kind'], facts: object = {}) =>
    (on: string) =>
      ({ kind, on: day(on), ...facts }) as RequestEvent
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, RequestEvent[], (on: string) => RequestEvent, string, string[], string, string[]])[] = [
    ['asking an opinion',         [],                 (on) => asked(on),                                                '2025-09-29', [], '2025-09-30', ['consultation-after-deadline']],
    ['an opinion lapses',         [letter, arrived],  at('consultation-lapsed', { consultation: 'third-party' }),       '2025-09-30', [], '2025-09-29', ['consultation-not-lapsed']],
    ['a correction comes',        [correction('2025-09-10', '2025-09-20')], (on) => corrected(on),                      '2025-09-20', [], '2025-09-21', ['correction-late']],
    ['a fee is noticed',          [],                 at('fee-noticed', { method: 'by-item', amountInYuan: 100 }),      '2025-09-29', [], '2025-09-30', ['fee-notice-late']],
    ['a fee is paid',             [fee],              at('fee-paid'),                                                   '2025-10-22', [], '2025-10-23', ['paid-late']],
    ['a payment lapses',          [fee],              at('fee-lapsed'),                                                 '2025-10-23', [], '2025-10-22', ['fee-not-lapsed']],
    ['a delayed reply is told',   why,                at('delayed-reply-fixed', { dueOn: day('2025-12-31'), reason: '量大' }), '2025-09-29', [], '2025-09-30', ['deadline-passed']],
  ]
  test.each(CASES)('%s', (_case, before, event, inTime, none, outOfTime, fault) => {
    expect(codes([RECEIVED, ...before, event(inTime)])).toEqual(none)
    expect(codes([RECEIVED, ...before, event(outOfTime)])).toEqual(fault)
  })
})

describe('what the ledger says of reasons and of an order, with the article', () => {
  const said = (events: readonly RequestEvent[], settings = {}) =>
    read(events, settings).steps.map(
      ({ text, basis }) => `${text}｜${basis === null ? '' : citationText(basis)}`,
    )
  const R35 = '《中华人民共和国政府信息公开条例》第三十五条'
  const why: RequestEvent = {
    kind: 'reasons-asked',
    on: day('2025-09-08'),
    respondBy: day('2025-09-22'),
    requestCount: 96,
  }
  test('reasons', () => {
    const given: RequestEvent = { kind: 'reasons-given', on: day('2025-09-15'), reasonable: false }
    const lapsed: RequestEvent = { kind: 'reasons-lapsed', on: day('2025-09-23') }
    expect(said([RECEIVED, why, given])).toContain(`申请人说明理由｜${R35}`)
    expect(said([RECEIVED, why, lapsed])).toContain(`申请人逾期没有说明理由｜${R35}`)
    expect(said([RECEIVED, why, given], { pauseForReasons: true })).toContain(
      `申请人说明理由，次日起继续计算｜${R35}`,
    )
    expect(said([RECEIVED, why, lapsed], { pauseForReasons: true })).toContain(
      `申请人逾期没有说明理由，次日起继续计算｜${R35}`,
    )
    const fixed: RequestEvent = {
      kind: 'delayed-reply-fixed',
      on: day('2025-09-24'),
      dueOn: day('2025-12-31'),
      reason: '量大',
    }
    expect(codes([RECEIVED, why, given, fixed])).toEqual(['delay-without-reasons'])
    expect(codes([RECEIVED, why, lapsed, fixed])).toEqual(['delay-without-reasons'])
  })
  test('an order to answer again', () => {
    const order = (by: 'court' | 'reconsideration'): RequestEvent[] => [
      RECEIVED,
      { kind: 'served', on: day('2025-09-26'), method: 'direct', sentOn: day('2025-09-26') },
      { kind: 'ordered-again', on: day('2025-12-01'), by, dueOn: day('2025-12-29') },
    ]
    expect(said(order('court'))).toContain(
      '人民法院判决重新答复，期限至2025年12月29日｜《中华人民共和国行政诉讼法》第七十条',
    )
    expect(said(order('reconsideration'))).toContain(
      '行政复议机关决定重新答复，期限至2025年12月29日｜《中华人民共和国行政复议法》第六十四条',
    )
    const fixed: RequestEvent = {
      kind: 'delayed-reply-fixed',
      on: day('2025-12-02'),
      dueOn: day('2026-03-31'),
      reason: '量大',
    }
    expect(codes([...order('court'), fixed])).toEqual(['limit-fixed'])
  })
})
