import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { citationText } from '../citation.ts'
import { DEFAULT_SETTINGS } from '../clock/settings.ts'
import { parsePlainDate } from '../plain-date.ts'
import type { RequestEvent } from './event.ts'
import { foldRequest } from './fold.ts'
import { remindersOf } from './reminder.ts'

const day = parsePlainDate
const reminders = (events: readonly RequestEvent[], today: string, settings = {}) => {
  const all = { ...DEFAULT_SETTINGS, ...settings }
  return remindersOf(foldRequest(events, NATIONAL_CALENDAR, all), day(today), NATIONAL_CALENDAR, all)
}
const codes = (events: readonly RequestEvent[], today: string) =>
  reminders(events, today).map(({ code, level }) => `${level} ${code}`)

// Received on Tuesday 2025-09-02: correction until 09-11, answer until 09-29.
const RECEIVED: RequestEvent = { kind: 'received', on: day('2025-09-02'), channel: 'in-person' }
const REVIEW: RequestEvent[] = [RECEIVED, { kind: 'review-started', on: day('2025-09-03') }]
const DRAFTED: RequestEvent[] = [
  ...REVIEW,
  { kind: 'decision-drafted', on: day('2025-09-20'), outcome: 'noproc-petition' },
]
const APPROVED: RequestEvent[] = [
  ...DRAFTED,
  {
    kind: 'decision-approved',
    on: day('2025-09-22'),
    outcome: 'noproc-petition',
    documentNumber: '示公开告〔2025〕1号',
  },
]

describe('the nearer the deadline, the further the request should be', () => {
  // biome-ignore format: a table
  const CASES: readonly [string, readonly RequestEvent[], string, string[]][] = [
    ['quiet at first',                   REVIEW,   '2025-09-05', []],
    ['two days left to ask to correct',  REVIEW,   '2025-09-09', ['soon correction-notice-near']],
    ['six days left, no draft',          REVIEW,   '2025-09-19', []],
    ['five days left, no draft',         REVIEW,   '2025-09-23', ['soon deadline-near']],
    ['two days left, no draft',          REVIEW,   '2025-09-26', ['urgent deadline-near']],
    ['three days left, drafted',         DRAFTED,  '2025-09-25', []],
    ['two days left, not approved',      DRAFTED,  '2025-09-26', ['urgent deadline-near']],
    ['one day left, not served',         APPROVED, '2025-09-28', []],
    ['the last day, not served',         APPROVED, '2025-09-29', ['urgent deadline-near']],
    ['overdue',                          APPROVED, '2025-09-30', ['overdue overdue']],
  ]
  test.each(CASES)('%s', (_case, events, today, expected) => {
    expect(codes(events, today)).toEqual(expected)
  })
})

test('silence past the limit shows the applicant’s ways, with their last days', () => {
  expect(reminders(REVIEW, '2025-10-10')).toMatchObject([
    {
      text: '答复已逾期3个工作日；申请人可以在2025年11月28日前申请行政复议，可以在2026年3月30日前提起行政诉讼',
    },
  ])
  expect(reminders(REVIEW, '2025-10-10', { nonReplyReconsiderationFirst: 'yes' })).toMatchObject([
    { text: '答复已逾期3个工作日；申请人可以在2025年11月28日前申请行政复议' },
  ])
})

test('an unconfirmed form is urgent from the first day', () => {
  expect(codes([{ kind: 'submitted', on: day('2025-09-02'), channel: 'online' }], '2025-09-02')).toEqual([
    'urgent unconfirmed',
  ])
})

test('the strictest reading has passed while the deadline has not', () => {
  const late: RequestEvent[] = [
    { kind: 'submitted', on: day('2025-09-02'), channel: 'online' },
    { kind: 'confirmed', on: day('2025-09-10') },
    { kind: 'review-started', on: day('2025-09-10') },
  ]
  expect(codes(late, '2025-09-30')).toContain('urgent risk-deadline-passed')
})

test('a correction not made in its period can be closed', () => {
  const notice: RequestEvent = {
    kind: 'correction-requested',
    on: day('2025-09-05'),
    items: ['明确内容'],
    respondBy: day('2025-09-20'),
  }
  expect(codes([RECEIVED, notice], '2025-09-20')).toEqual([])
  expect(codes([RECEIVED, notice], '2025-09-21')).toEqual(['note correction-expired'])
})

describe('a consultation is asked after', () => {
  const letter: RequestEvent = {
    kind: 'consultation-opened',
    on: day('2025-09-08'),
    consultation: 'A',
    with: 'third-party',
  }
  test('when five working days have brought no proof of arrival', () => {
    expect(codes([...REVIEW, letter], '2025-09-12')).toEqual([])
    expect(codes([...REVIEW, letter], '2025-09-15')).toEqual(['soon consultation-unproven'])
  })
  test('when its period is over', () => {
    const events: RequestEvent[] = [
      ...REVIEW,
      letter,
      { kind: 'consultation-delivered', on: day('2025-09-09'), consultation: 'A' },
    ]
    expect(codes(events, '2025-09-29')).toEqual([])
    expect(codes(events, '2025-09-30')).toEqual(['urgent consultation-expired'])
  })
})

describe('a payment is waited for', () => {
  const notice: RequestEvent = {
    kind: 'fee-noticed',
    on: day('2025-09-15'),
    method: 'by-item',
    amountInYuan: 100,
  }
  test('once its notice is known to have arrived, until the twentieth working day', () => {
    expect(codes([...REVIEW, notice], '2025-09-20')).toEqual(['soon fee-notice-unproven'])
    const arrived: RequestEvent[] = [
      ...REVIEW,
      notice,
      { kind: 'delivered', on: day('2025-09-18'), document: 'fee-notice' },
    ]
    expect(codes(arrived, '2025-10-22')).toEqual([])
    expect(codes(arrived, '2025-10-23')).toEqual(['note fee-expired'])
  })
})

test('nothing more once it is answered', () => {
  expect(
    codes(
      [...APPROVED, { kind: 'served', on: day('2025-10-20'), method: 'direct', sentOn: day('2025-10-20') }],
      '2025-12-01',
    ),
  ).toEqual([])
})

describe('how few days may be left, state by state', () => {
  // Working days before Monday 29 September: 22 has six left, 23 five, 25 three, 26 two, Sunday 28 one.
  const asked: RequestEvent = {
    kind: 'consultation-opened',
    on: day('2025-09-22'),
    consultation: 'A',
    with: 'secrecy-authority',
  }
  const why: RequestEvent = {
    kind: 'reasons-asked',
    on: day('2025-09-08'),
    respondBy: day('2025-09-26'),
    requestCount: 40,
  }
  const again: RequestEvent = {
    kind: 'ordered-again',
    on: day('2025-09-10'),
    by: 'court',
    dueOn: day('2025-09-29'),
  }
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, readonly RequestEvent[], string, string])[] = [
    ['registered',        [RECEIVED],          '距答复期限还有5个工作日，尚未开始办理', '2025-09-23'],
    ['under review',      REVIEW,              '距答复期限还有5个工作日，尚未拟稿',     '2025-09-23'],
    ['consulting',        [...REVIEW, asked],  '距答复期限还有5个工作日，尚未拟稿',     '2025-09-23'],
    ['awaiting reasons',  [...REVIEW, why],    '距答复期限还有5个工作日，尚未拟稿',     '2025-09-23'],
    ['reopened',          [...APPROVED.slice(0, 2), again], '距答复期限还有5个工作日，尚未开始重新办理', '2025-09-23'],
  ]
  test.each(CASES)('%s', (_case, events, text, on) => {
    const near = (today: string) => reminders(events, today).filter(({ code }) => code === 'deadline-near')
    expect(near(on)).toMatchObject([{ level: 'soon', text }])
    expect(near('2025-09-22')).toEqual([])
    expect(near('2025-09-25')).toMatchObject([{ level: 'soon' }])
    expect(near('2025-09-26')).toMatchObject([{ level: 'urgent' }])
  })
  test('the most pressing stands first', () => {
    const late: RequestEvent[] = [
      RECEIVED,
      { kind: 'review-started', on: day('2025-09-03') },
      { kind: 'consultation-opened', on: day('2025-09-05'), consultation: 'A', with: 'secrecy-authority' },
    ]
    expect(codes(late, '2025-10-10')).toEqual(['overdue overdue', 'soon consultation-unproven'])
  })
  test('each with its article', () => {
    const basis = (events: readonly RequestEvent[], today: string) =>
      reminders(events, today).map((reminder) =>
        citationText(reminder.basis).replace('《中华人民共和国政府信息公开条例》', ''),
      )
    expect(basis(REVIEW, '2025-09-23')).toEqual(['第三十三条第二款'])
    expect(basis(REVIEW, '2025-10-10')).toEqual(['第五十一条'])
    expect(basis(REVIEW, '2025-09-10')).toEqual(['第三十条'])
    expect(
      basis([{ kind: 'arrived', on: day('2025-09-02'), channel: 'post-ordinary' }], '2025-09-02'),
    ).toEqual(['第三十一条第（二）项'])
  })
})
