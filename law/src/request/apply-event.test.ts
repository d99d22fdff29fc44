import { describe, expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import type { RequestEvent } from './event.ts'
import { APPROVED, answer, ask, complete, day, IN_REVIEW, RECEIVED, served } from './testing/a-course.ts'

test('a request goes from the counter to the archive', () => {
  const course: RequestEvent[] = [
    ...APPROVED,
    served(),
    { kind: 'delivered', on: day('2025-09-26'), document: 'decision' },
    { kind: 'closed', on: day('2025-10-09') },
  ]
  const facts = { evidence: complete('grant-provided') }
  const states = course.map((event, index) => {
    const ruling = ask(course.slice(0, index), event, facts)
    return ruling.granted ? ruling.value.state : ruling.refusal.reason
  })
  expect(states).toEqual([
    'registered',
    'under-review',
    'decision-drafted',
    'decision-approved',
    'served',
    'served',
    'closed',
  ])
})

describe('an event has its place', () => {
  test('what has no place is refused with the state and the article', () => {
    const ruling = ask(RECEIVED, served())
    expect(ruling).toMatchObject({
      granted: false,
      refusal: { code: 'not-in-this-state', reason: '申请已登记，不能“送达”' },
    })
    if (!ruling.granted)
      expect(citationText(ruling.refusal.basis)).toBe(
        '《关于政府信息公开处理决定送达问题的解释》（国办公开办函〔2016〕235号）',
      )
  })
  test('nothing lies in the future, before what it follows, or before receipt', () => {
    const review = (on: string): RequestEvent => ({ kind: 'review-started', on: day(on) })
    expect(answer(RECEIVED, review('2025-12-31'))).toBe('granted')
    expect(answer(RECEIVED, review('2026-01-01'))).toBe('in-the-future')
    expect(answer(RECEIVED, review('2025-09-01'))).toBe('before-receipt')
    expect(answer(APPROVED, served({ on: day('2025-09-21'), sentOn: day('2025-09-21') }))).toBe(
      'out-of-order',
    )
    expect(
      answer([{ kind: 'submitted', on: day('2025-09-02'), channel: 'online' }], {
        kind: 'confirmed',
        on: day('2025-09-01'),
      }),
    ).toBe('out-of-order')
  })
})

describe('the days that an event records beside its own', () => {
  const correction = (deliveredOn: string): RequestEvent => ({
    kind: 'correction-requested',
    on: day('2025-09-10'),
    items: ['明确所需信息的名称'],
    respondBy: day('2025-09-24'),
    deliveredOn: day(deliveredOn),
  })
  const fee = (deliveredOn: string): RequestEvent => ({
    kind: 'fee-noticed',
    on: day('2025-09-15'),
    method: 'by-item',
    amountInYuan: 100,
    quantity: 11,
    deliveredOn: day(deliveredOn),
  })
  const failed = (sentOn: string): RequestEvent => ({
    kind: 'service-failed',
    on: day('2025-09-26'),
    method: 'post',
    reason: '原址查无此人',
    sentOn: day(sentOn),
  })
  const extension = (approvedOn: string): RequestEvent => ({
    kind: 'extended',
    on: day('2025-09-15'),
    workingDays: 10,
    approvedBy: '李主任',
    approvedOn: day(approvedOn),
    reason: '档案较多',
  })
  // biome-ignore format: a table
  const CASES: readonly (readonly [string, RequestEvent[], RequestEvent, string])[] = [
    ['a correction notice arrives the day it was made',   IN_REVIEW, correction('2025-09-10'), 'granted'],
    ['and not before',                                    IN_REVIEW, correction('2025-09-09'), 'out-of-order'],
    ['nor after today',                                   IN_REVIEW, correction('2026-01-01'), 'in-the-future'],
    ['a fee notice arrives the day it was made',          IN_REVIEW, fee('2025-09-15'), 'granted'],
    ['and not before',                                    IN_REVIEW, fee('2025-09-14'), 'out-of-order'],
    ['nor after today',                                   IN_REVIEW, fee('2026-01-01'), 'in-the-future'],
    ['an extension is not approved before receipt',       IN_REVIEW, extension('2025-09-01'), 'before-receipt'],
    ['nor after today',                                   IN_REVIEW, extension('2026-01-01'), 'in-the-future'],
    ['an answer is not sent before it is approved',       APPROVED,  served({ sentOn: day('2025-09-21') }), 'out-of-order'],
    ['but may be the same day',                           APPROVED,  served({ sentOn: day('2025-09-22') }), 'granted'],
    ['nor opened before it is sent',                      APPROVED,  served({ openedOn: day('2025-09-23') }), 'out-of-order'],
    ['nor opened after today',                            APPROVED,  served({ openedOn: day('2026-01-01') }), 'in-the-future'],
    ['a letter that came back was sent once approved',    APPROVED,  failed('2025-09-22'), 'granted'],
    ['and not before',                                    APPROVED,  failed('2025-09-21'), 'out-of-order'],
  ]
  test.each(CASES)('%s', (_case, history, event, expected) => {
    expect(answer(history, event)).toBe(expected)
  })
})

describe('on the last day it may still be done, the day after no more', () => {
  // Due on Monday 2025-09-29.
  const why: RequestEvent[] = [
    ...IN_REVIEW,
    { kind: 'reasons-asked', on: day('2025-09-08'), respondBy: day('2025-09-15'), requestCount: 90 },
    { kind: 'reasons-given', on: day('2025-09-15'), reasonable: true },
  ]
  // biome-ignore format: a table
  const CASES: readonly (readonly [RequestEvent['kind'], RequestEvent[], object, string])[] = [
    ['correction-requested', IN_REVIEW, { items: ['名称'], respondBy: day('2025-10-20') },                              'deadline-passed'],
    ['consultation-opened',  IN_REVIEW, { consultation: 'A', with: 'third-party' },                                     'deadline-passed'],
    ['extended',             IN_REVIEW, { workingDays: 1, approvedBy: '李主任', approvedOn: day('2025-09-29'), reason: '多' }, 'deadline-passed'],
    ['fee-noticed',          IN_REVIEW, { method: 'by-item', amountInYuan: 100, quantity: 11 },                         'fee-notice-late'],
    ['delayed-reply-fixed',  why,       { dueOn: day('2025-12-31'), reason: '量大' },                                   'deadline-passed'],
  ]
  test.each(CASES)('%s', (kind, history, facts, refusal) => {
    const on = (date: string) => answer(history, { kind, on: day(date), ...facts } as RequestEvent)
    expect([on('2025-09-29'), on('2025-09-30')]).toEqual(['granted', refusal])
  })
  test('a fee is charged once, and by one method', () => {
    const fee = (method: 'by-item' | 'by-volume', amountInYuan: number): RequestEvent => ({
      kind: 'fee-noticed',
      on: day('2025-09-15'),
      method,
      amountInYuan,
    })
    const paid: RequestEvent[] = [
      ...IN_REVIEW,
      { ...fee('by-item', 100), deliveredOn: day('2025-09-16') } as RequestEvent,
      { kind: 'fee-paid', on: day('2025-09-17') },
    ]
    const reason = (event: RequestEvent) => {
      const ruling = ask(paid, event)
      return ruling.granted ? 'granted' : `${ruling.refusal.reason}${citationText(ruling.refusal.basis)}`
    }
    expect(reason(fee('by-item', 100))).toBe(
      '本件申请已经发出收费通知，不能重复收费《政府信息公开信息处理费管理办法》第三条',
    )
    expect(reason(fee('by-volume', 100))).toBe(
      '按件计收和按量计收不能同时用于一件申请《政府信息公开信息处理费管理办法》第三条',
    )
    expect(answer(IN_REVIEW, fee('by-item', 1))).toBe('granted')
    expect(answer(IN_REVIEW, fee('by-item', 0))).toBe('fee-not-due')
  })
  test('reasons are asked for at least one request, and lapse the day after their period', () => {
    const asking = (requestCount: number): RequestEvent => ({
      kind: 'reasons-asked',
      on: day('2025-09-08'),
      respondBy: day('2025-09-15'),
      requestCount,
    })
    expect([1, 0, 1.5].map((count) => answer(IN_REVIEW, asking(count)))).toEqual([
      'granted',
      'without-request-count',
      'without-request-count',
    ])
    const lapse = (on: string) => answer([...IN_REVIEW, asking(90)], { kind: 'reasons-lapsed', on: day(on) })
    expect([lapse('2025-09-15'), lapse('2025-09-16')]).toEqual(['reasons-not-lapsed', 'granted'])
  })
  test('an order names its article by who gave it', () => {
    const order = (by: 'court' | 'reconsideration') => {
      const ruling = ask([...APPROVED, served()], {
        kind: 'ordered-again',
        on: day('2025-11-03'),
        by,
        dueOn: day('2025-11-03'),
      })
      return ruling.granted ? 'granted' : citationText(ruling.refusal.basis)
    }
    expect(order('court')).toBe('《中华人民共和国行政诉讼法》第七十条')
    expect(order('reconsideration')).toBe('《中华人民共和国行政复议法》第六十四条')
  })
})
