import { describe, expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import type { RequestEvent } from '../request/event.ts'
import { asked, codes, corrected, correction, day, extended, RECEIVED, read } from './testing/a-clock.ts'

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
