import { describe, expect, test } from 'vitest'
import type { RequestEvent } from './event.ts'
import { answer, ask, complete, day, drafted, IN_REVIEW, RECEIVED } from './testing/a-course.ts'

describe('条例 第三十条: 补正', () => {
  const notice = (facts = {}): RequestEvent => ({
    kind: 'correction-requested',
    on: day('2025-09-10'),
    items: ['补充所需信息的名称、文号或者其他特征性描述'],
    respondBy: day('2025-09-24'),
    ...facts,
  })
  const corrected = (facts = {}): RequestEvent => ({
    kind: 'correction-received',
    on: day('2025-09-20'),
    channel: 'online',
    ...facts,
  })

  test('names what to correct and by when', () => {
    expect(answer(RECEIVED, notice())).toBe('granted')
    expect(answer(RECEIVED, notice({ items: [] }))).toBe('correction-without-items')
    expect(answer(RECEIVED, notice({ items: [' '] }))).toBe('correction-without-items')
    expect(answer(RECEIVED, notice({ respondBy: day('2025-09-10') }))).toBe('correction-without-period')
  })
  test('never asks what the information is for', () => {
    expect(answer(RECEIVED, notice({ items: ['请说明所需信息的用途'] }))).toBe('correction-for-purpose')
  })
  test('after the seventh working day is a fault on record, after the deadline it is refused', () => {
    const late = ask(RECEIVED, notice({ on: day('2025-09-12') }))
    expect(late.granted && late.value.violations.map(({ code }) => code)).toEqual(['correction-notice-late'])
    expect(answer(RECEIVED, notice({ on: day('2025-09-30'), respondBy: day('2025-10-20') }))).toBe(
      'deadline-passed',
    )
  })
  test('happens once, or twice where the office may', () => {
    const dates = { on: day('2025-09-22'), respondBy: day('2025-10-09') }
    const again = notice(dates)
    const because = (againReason: string) => notice({ ...dates, againReason })
    expect(answer([...RECEIVED, notice(), corrected()], again)).toBe('correction-again')
    expect(answer([...RECEIVED, notice(), corrected()], because(' '))).toBe('correction-again')
    expect(answer([...RECEIVED, notice(), corrected()], because('补正后提出了新的所需信息'))).toBe('granted')
    expect(answer([...RECEIVED, notice(), corrected()], again, {}, { maxCorrectionRounds: 2 })).toBe(
      'granted',
    )
  })
  test('comes in time, or late with a good reason', () => {
    const history = [...RECEIVED, notice()]
    expect(answer(history, corrected({ on: day('2025-09-24') }))).toBe('granted')
    expect(answer(history, corrected({ on: day('2025-09-25') }))).toBe('correction-late')
    expect(answer(history, corrected({ on: day('2025-09-25'), goodReason: ' ' }))).toBe('correction-late')
    expect(answer(history, corrected({ on: day('2025-09-25'), goodReason: '住院治疗，有诊断证明' }))).toBe(
      'granted',
    )
  })
  test('lapses only when the notice is proved to have arrived and the period is over', () => {
    const lapsed = (on: string): RequestEvent => ({ kind: 'correction-lapsed', on: day(on) })
    const history = [...RECEIVED, notice()]
    expect(answer(history, lapsed('2025-09-25'))).toBe('notice-unproven')
    const slip: RequestEvent = { kind: 'delivered', on: day('2025-09-12'), document: 'correction-notice' }
    expect(answer([...history, slip], lapsed('2025-09-24'))).toBe('correction-not-lapsed')
    const ruling = ask([...history, slip], lapsed('2025-09-25'))
    expect(ruling).toMatchObject({
      granted: true,
      value: { state: 'abandoned-correction', outcome: 'other-no-correction', concludedOn: '2025-09-25' },
    })
    expect(answer([...RECEIVED, notice({ deliveredOn: day('2025-09-12') })], lapsed('2025-09-25'))).toBe(
      'granted',
    )
  })
})

describe('条例 第三十三条第二款: 延长', () => {
  const extended = (facts = {}): RequestEvent => ({
    kind: 'extended',
    on: day('2025-09-26'),
    workingDays: 10,
    approvedBy: '李主任',
    approvedOn: day('2025-09-25'),
    reason: '检索量大',
    ...facts,
  })
  // biome-ignore format: a table
  const CASES = [
    ['in time and approved',            {},                                                              'granted'],
    ['on the last day',                 { on: day('2025-09-29') },                                       'granted'],
    ['the day after',                   { on: day('2025-09-30') },                                       'deadline-passed'],
    ['by nobody',                       { approvedBy: '' },                                              'extension-not-approved'],
    ['told before it was approved',     { approvedOn: day('2025-09-27') },                               'extension-not-approved'],
    ['longer than the law gives',       { workingDays: 21 },                                             'extension-too-long'],
    ['by no day',                       { workingDays: 0 },                                              'extension-too-long'],
  ] as const
  test.each(CASES)('%s', (_case, facts, expected) => {
    expect(answer(IN_REVIEW, extended(facts))).toBe(expected)
  })
  test('once, or again within the total where the office may', () => {
    const again = extended({ on: day('2025-10-09'), approvedOn: day('2025-10-09') })
    expect(answer([...IN_REVIEW, extended()], again)).toBe('extended-already')
    expect(answer([...IN_REVIEW, extended()], again, {}, { maxExtensions: 2 })).toBe('granted')
    expect(
      answer(
        [...IN_REVIEW, extended()],
        extended({ on: day('2025-10-09'), workingDays: 11 }),
        {},
        { maxExtensions: 2 },
      ),
    ).toBe('extension-too-long')
  })
  test('not of a limit that a judgment has set', () => {
    const history: RequestEvent[] = [
      ...IN_REVIEW,
      { kind: 'ordered-again', on: day('2025-10-20'), by: 'court', dueOn: day('2025-11-17') },
      { kind: 'review-started', on: day('2025-10-21') },
    ]
    expect(answer(history, extended({ on: day('2025-11-03') }))).toBe('limit-fixed')
  })
})

describe('条例 第三十二条、第三十四条: 征求意见', () => {
  const opened = (facts = {}): RequestEvent => ({
    kind: 'consultation-opened',
    on: day('2025-09-08'),
    consultation: 'A',
    with: 'third-party',
    ...facts,
  })
  const delivered: RequestEvent = { kind: 'consultation-delivered', on: day('2025-09-09'), consultation: 'A' }
  const lapsed = (on: string): RequestEvent => ({
    kind: 'consultation-lapsed',
    on: day(on),
    consultation: 'A',
  })
  const OPEN = [...IN_REVIEW, opened()]

  test('not after the deadline, and not twice under one name', () => {
    expect(answer(IN_REVIEW, opened())).toBe('granted')
    expect(answer(IN_REVIEW, opened({ on: day('2025-09-30') }))).toBe('deadline-passed')
    expect(answer(OPEN, opened())).toBe('consultation-exists')
    expect(answer(OPEN, opened({ consultation: 'B', with: 'co-maker' }))).toBe('granted')
  })
  test('is answered or arrives only while it is open', () => {
    expect(answer(OPEN, { ...delivered, consultation: 'B' })).toBe('consultation-not-open')
    expect(answer([...OPEN, delivered], delivered)).toBe('delivered-already')
    expect(
      answer(OPEN, {
        kind: 'consultation-answered',
        on: day('2025-09-10'),
        consultation: 'B',
        answer: 'consent',
      }),
    ).toBe('consultation-not-open')
  })
  test('lapses in silence only fifteen working days after proven arrival', () => {
    // Arrived on 2025-09-09: the fifteenth working day is 2025-09-29, Sunday 28 September being worked.
    expect(answer(OPEN, lapsed('2025-10-09'))).toBe('letter-unproven')
    expect(answer([...OPEN, delivered], lapsed('2025-09-29'))).toBe('consultation-not-lapsed')
    expect(answer([...OPEN, delivered], lapsed('2025-09-30'))).toBe('granted')
  })
  test('with the last answer the request is back under review', () => {
    const both = [...OPEN, opened({ consultation: 'B', with: 'co-maker' })]
    const first: RequestEvent = {
      kind: 'consultation-answered',
      on: day('2025-09-15'),
      consultation: 'A',
      answer: 'consent',
    }
    const second: RequestEvent = {
      kind: 'consultation-answered',
      on: day('2025-09-16'),
      consultation: 'B',
      answer: 'consent',
    }
    expect(ask(both, first)).toMatchObject({ value: { state: 'consulting' } })
    expect(ask([...both, first], second)).toMatchObject({ value: { state: 'under-review' } })
  })
})

describe('条例 第三十五条: 大量反复申请', () => {
  const why = (facts = {}): RequestEvent => ({
    kind: 'reasons-asked',
    on: day('2025-09-08'),
    respondBy: day('2025-09-22'),
    requestCount: 96,
    ...facts,
  })
  const given = (reasonable: boolean): RequestEvent => ({
    kind: 'reasons-given',
    on: day('2025-09-15'),
    reasonable,
  })
  const delayed = (facts = {}): RequestEvent => ({
    kind: 'delayed-reply-fixed',
    on: day('2025-09-18'),
    dueOn: day('2025-11-28'),
    reason: '数量较多',
    ...facts,
  })

  test('the question names the number and a period', () => {
    expect(answer(IN_REVIEW, why())).toBe('granted')
    expect(answer(IN_REVIEW, why({ requestCount: 0 }))).toBe('without-request-count')
    expect(answer(IN_REVIEW, why({ respondBy: day('2025-09-08') }))).toBe('without-period')
    expect(answer([...IN_REVIEW, why()], { kind: 'reasons-lapsed', on: day('2025-09-22') })).toBe(
      'reasons-not-lapsed',
    )
  })
  test('a later day is fixed only for good reasons, in time, and later than the limit', () => {
    expect(answer([...IN_REVIEW, why(), given(true)], delayed())).toBe('granted')
    expect(answer([...IN_REVIEW, why(), given(false)], delayed())).toBe('delay-without-reasons')
    expect(answer(IN_REVIEW, delayed())).toBe('delay-without-reasons')
    expect(answer([...IN_REVIEW, why(), given(true)], delayed({ on: day('2025-09-30') }))).toBe(
      'deadline-passed',
    )
    expect(answer([...IN_REVIEW, why(), given(true)], delayed({ dueOn: day('2025-09-29') }))).toBe(
      'delay-not-later',
    )
  })
  test('refusal to process needs the question, and reasons that do not hold', () => {
    const facts = { evidence: complete('noproc-excessive') }
    const draft = drafted('noproc-excessive', '2025-09-23')
    expect(answer(IN_REVIEW, draft, facts)).toBe('needs-reasons-asked')
    expect(answer([...IN_REVIEW, why(), given(true)], draft, facts)).toBe('reasons-hold')
    expect(answer([...IN_REVIEW, why(), given(false)], draft, facts)).toBe('granted')
    expect(
      answer([...IN_REVIEW, why(), { kind: 'reasons-lapsed', on: day('2025-09-23') }], draft, facts),
    ).toBe('granted')
  })
})

describe('信息处理费', () => {
  const fee = (facts = {}): RequestEvent => ({
    kind: 'fee-noticed',
    on: day('2025-09-25'),
    method: 'by-item',
    amountInYuan: 200,
    quantity: 31,
    deliveredOn: day('2025-09-26'),
    ...facts,
  })
  // Delivered on 2025-09-26: the twentieth working day is 2025-10-30.
  test('in time, once, by the standard, by one method', () => {
    expect(answer(IN_REVIEW, fee())).toBe('granted')
    expect(answer(IN_REVIEW, fee({ on: day('2025-09-30'), deliveredOn: day('2025-09-30') }))).toBe(
      'fee-notice-late',
    )
    expect(answer(IN_REVIEW, fee({ amountInYuan: 100 }))).toBe('fee-not-by-standard')
    expect(answer(IN_REVIEW, fee({ amountInYuan: 0, quantity: 10 }))).toBe('fee-not-due')
    expect(answer(IN_REVIEW, fee({ method: 'by-volume', amountInYuan: 380, quantity: 68 }))).toBe('granted')
    const paid: RequestEvent = { kind: 'fee-paid', on: day('2025-10-10') }
    expect(
      answer([...IN_REVIEW, fee(), paid], fee({ on: day('2025-10-13'), deliveredOn: day('2025-10-13') })),
    ).toBe('fee-again')
  })
  test('not for a request received before the measures', () => {
    const old: RequestEvent[] = [
      { kind: 'received', on: day('2020-12-30'), channel: 'in-person' },
      { kind: 'review-started', on: day('2020-12-31') },
    ]
    expect(answer(old, fee({ on: day('2021-01-05'), deliveredOn: day('2021-01-05') }))).toBe(
      'fee-before-measures',
    )
  })
  test('paid within twenty working days of arrival, or given up after them', () => {
    const history = [...IN_REVIEW, fee()]
    expect(answer(history, { kind: 'fee-paid', on: day('2025-10-30') })).toBe('granted')
    expect(answer(history, { kind: 'fee-paid', on: day('2025-10-31') })).toBe('paid-late')
    expect(answer(history, { kind: 'fee-lapsed', on: day('2025-10-30') })).toBe('fee-not-lapsed')
    expect(ask(history, { kind: 'fee-lapsed', on: day('2025-10-31') })).toMatchObject({
      value: { state: 'abandoned-fee', outcome: 'other-fee-unpaid' },
    })
    const { deliveredOn: _, ...unproven } = fee() as Extract<RequestEvent, { kind: 'fee-noticed' }>
    expect(answer([...IN_REVIEW, unproven], { kind: 'fee-lapsed', on: day('2025-12-01') })).toBe(
      'notice-unproven',
    )
  })
})
