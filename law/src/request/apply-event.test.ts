import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { citationText } from '../citation.ts'
import { DEFAULT_SETTINGS } from '../clock/settings.ts'
import { outcomeOf } from '../decision/outcome.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import { parsePlainDate } from '../plain-date.ts'
import { type ActFacts, applyEvent } from './apply-event.ts'
import type { RequestEvent } from './event.ts'
import type { Evidence } from './evidence-on-file.ts'

const day = parsePlainDate
const TODAY = { today: day('2025-12-31') }

const SEARCH = {
  systems: ['档案管理系统', '公文系统'],
  words: ['征收补偿', '补偿安置', '拆迁'],
  period: '2015年至2025年',
  searchedBy: '王晓明',
  searchedOn: day('2025-09-10'),
  unitsAsked: ['征收科'],
}

/** Everything that an outcome asks for, on file. */
function complete(outcome: OutcomeCode): Evidence {
  return { onFile: outcomeOf(outcome).evidence, searches: [SEARCH] }
}

function ask(
  history: readonly RequestEvent[],
  event: RequestEvent,
  facts: Partial<ActFacts> = {},
  settings = {},
) {
  return applyEvent(
    history,
    event,
    NATIONAL_CALENDAR,
    { ...DEFAULT_SETTINGS, ...settings },
    { ...TODAY, ...facts },
  )
}

/** `granted`, or the code of the refusal. */
function answer(
  history: readonly RequestEvent[],
  event: RequestEvent,
  facts: Partial<ActFacts> = {},
  settings = {},
) {
  const ruling = ask(history, event, facts, settings)
  return ruling.granted ? 'granted' : ruling.refusal.code
}

// Received on Tuesday 2025-09-02: a correction may be asked for until 09-11, the answer is due on 09-29.
const RECEIVED: RequestEvent[] = [{ kind: 'received', on: day('2025-09-02'), channel: 'in-person' }]
const IN_REVIEW: RequestEvent[] = [...RECEIVED, { kind: 'review-started', on: day('2025-09-03') }]
const drafted = (outcome: OutcomeCode, on = '2025-09-20'): RequestEvent => ({
  kind: 'decision-drafted',
  on: day(on),
  outcome,
})
const approved = (outcome: OutcomeCode, on = '2025-09-22'): RequestEvent => ({
  kind: 'decision-approved',
  on: day(on),
  outcome,
  documentNumber: '示公开答〔2025〕8号',
})
const APPROVED: RequestEvent[] = [...IN_REVIEW, drafted('grant-provided'), approved('grant-provided')]
const served = (facts = {}): RequestEvent => ({
  kind: 'served',
  on: day('2025-09-24'),
  method: 'post',
  sentOn: day('2025-09-24'),
  ...facts,
})

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

describe('处理决定', () => {
  test('needs its evidence on file, and says what is missing', () => {
    const ruling = ask(IN_REVIEW, drafted('unable-not-exist'), { evidence: { onFile: [], searches: [] } })
    expect(ruling).toMatchObject({
      granted: false,
      refusal: {
        code: 'evidence-missing',
        reason:
          '作出“无法提供（政府信息不存在）”的决定，案卷中还缺：检索记录（系统、时段、检索词、命中、检索人）',
      },
    })
  })
  test('a search without words, system, period or person is no search', () => {
    const search = (facts: Partial<typeof SEARCH>) => ({
      evidence: { onFile: [], searches: [{ ...SEARCH, ...facts }] },
    })
    expect(answer(IN_REVIEW, drafted('unable-not-exist'), search({}))).toBe('granted')
    expect(answer(IN_REVIEW, drafted('unable-not-exist'), search({ words: [] }))).toBe('evidence-missing')
    expect(answer(IN_REVIEW, drafted('unable-not-exist'), search({ systems: [' '] }))).toBe(
      'evidence-missing',
    )
    expect(answer(IN_REVIEW, drafted('unable-not-exist'), search({ period: '' }))).toBe('evidence-missing')
    expect(answer(IN_REVIEW, drafted('unable-not-exist'), search({ searchedBy: '' }))).toBe(
      'evidence-missing',
    )
  })

  // Every outcome that can be drafted straight from review is granted with its evidence, and refused without a piece of it.
  const STRAIGHT: OutcomeCode[] = [
    'grant-already-public',
    'grant-provided',
    'grant-later',
    'partial',
    'deny-state-secret',
    'deny-law-forbids',
    'deny-safety',
    'deny-internal',
    'deny-process',
    'deny-enforcement-file',
    'deny-admin-query',
    'unable-not-exist',
    'unable-other-agency',
    'unable-needs-creation',
    'noproc-petition',
    'noproc-repeat',
    'noproc-publication',
    'noproc-confirm',
    'other-misc',
  ]
  test.each(STRAIGHT)('%s', (outcome) => {
    expect(answer(IN_REVIEW, drafted(outcome), { evidence: complete(outcome) })).toBe('granted')
    for (const kind of outcomeOf(outcome).evidence) {
      const less = {
        onFile: outcomeOf(outcome).evidence.filter((other) => other !== kind),
        searches: kind === 'search-record' ? [] : [SEARCH],
      }
      expect(answer(IN_REVIEW, drafted(outcome), { evidence: less })).toBe('evidence-missing')
    }
  })

  test('every item of a request is looked at', () => {
    const event: RequestEvent = {
      kind: 'decision-drafted',
      on: day('2025-09-20'),
      outcome: 'grant-provided',
      items: ['grant-provided', 'deny-internal'],
    }
    expect(answer(IN_REVIEW, event, { evidence: complete('grant-provided') })).toBe('evidence-missing')
  })

  test('补正后仍不明确 needs a correction', () => {
    expect(answer(IN_REVIEW, drafted('unable-unclear'), { evidence: complete('unable-unclear') })).toBe(
      'needs-correction-requested',
    )
  })

  test('giving up is recorded as a lapse and never drafted', () => {
    expect(answer(IN_REVIEW, drafted('other-fee-unpaid'), { evidence: complete('other-fee-unpaid') })).toBe(
      'outcome-by-lapse',
    )
    expect(
      answer(IN_REVIEW, drafted('other-no-correction'), { evidence: complete('other-no-correction') }),
    ).toBe('outcome-by-lapse')
  })

  describe('条例 第三十二条: a third party', () => {
    const asked = (
      reply: Extract<RequestEvent, { kind: 'consultation-answered' }>['answer'],
      reasonable: boolean,
    ): RequestEvent[] => [
      ...IN_REVIEW,
      { kind: 'consultation-opened', on: day('2025-09-08'), consultation: 'A', with: 'third-party' },
      { kind: 'consultation-delivered', on: day('2025-09-09'), consultation: 'A' },
      { kind: 'consultation-answered', on: day('2025-09-15'), consultation: 'A', answer: reply, reasonable },
    ]
    const deny = { evidence: complete('deny-third-party') }
    const give = { evidence: complete('grant-provided') }

    test('has to be asked before its interests are invoked, and must not have consented', () => {
      expect(answer(IN_REVIEW, drafted('deny-third-party'), deny)).toBe('needs-consultation-opened')
      expect(answer(asked('consent', false), drafted('deny-third-party'), deny)).toBe('third-party-consented')
      expect(answer(asked('refusal', true), drafted('deny-third-party'), deny)).toBe('granted')
      const coMaker: RequestEvent[] = [
        ...IN_REVIEW,
        { kind: 'consultation-opened', on: day('2025-09-08'), consultation: 'B', with: 'co-maker' },
        { kind: 'consultation-answered', on: day('2025-09-15'), consultation: 'B', answer: 'refusal' },
      ]
      expect(answer(coMaker, drafted('deny-third-party'), deny)).toBe('third-party-not-asked')
    })
    test('is overridden only for the public interest, and told so first', () => {
      expect(answer(asked('refusal', true), drafted('grant-provided'), give)).toBe('third-party-refused')
      expect(answer(asked('refusal', false), drafted('grant-provided'), give)).toBe('granted')
      expect(answer(asked('consent', false), drafted('grant-provided'), give)).toBe('granted')
      const overrideNotice = { on: day('2025-09-17'), content: '水质检测报告', reason: '涉及饮用水安全' }
      const told = (changes = {}) =>
        answer(asked('refusal', true), drafted('grant-provided'), {
          ...give,
          overrideNotice: { ...overrideNotice, ...changes },
        })
      expect(told()).toBe('granted')
      expect(told({ on: day('2025-09-20') })).toBe('granted')
      expect(told({ on: day('2025-09-21') })).toBe('third-party-refused')
      expect(told({ reason: ' ' })).toBe('third-party-refused')
      expect(told({ content: ' ' })).toBe('third-party-refused')
    })
  })

  describe('签发', () => {
    const DRAFTED = [...IN_REVIEW, drafted('grant-provided')]
    const reviewed = { evidence: complete('grant-provided') }
    test('the outcome drafted, with a number, reviewed, by another person', () => {
      expect(answer(DRAFTED, approved('grant-provided'), reviewed)).toBe('granted')
      expect(answer(DRAFTED, approved('partial'), reviewed)).toBe('outcome-changed')
      expect(
        answer(DRAFTED, { ...approved('grant-provided'), documentNumber: '' } as RequestEvent, reviewed),
      ).toBe('without-number')
      expect(answer(DRAFTED, approved('grant-provided'), {})).toBe('not-reviewed')
      expect(
        answer(DRAFTED, approved('grant-provided'), { ...reviewed, drafter: 'u1', approver: 'u1' }),
      ).toBe('self-approved')
      expect(
        answer(DRAFTED, approved('grant-provided'), { ...reviewed, drafter: 'u1', approver: 'u2' }),
      ).toBe('granted')
    })
  })

  test('当场答复 only on the day of receipt', () => {
    const spot = (on: string): RequestEvent => ({
      kind: 'replied-on-spot',
      on: day(on),
      outcome: 'grant-already-public',
    })
    const facts = { evidence: complete('grant-already-public') }
    expect(ask(RECEIVED, spot('2025-09-02'), facts)).toMatchObject({
      value: { state: 'served', outcome: 'grant-already-public', concludedOn: '2025-09-02' },
    })
    expect(answer(RECEIVED, spot('2025-09-03'), facts)).toBe('not-on-spot')
    expect(answer(RECEIVED, spot('2025-09-02'))).toBe('evidence-missing')
    const saturday: RequestEvent[] = [{ kind: 'received', on: day('2025-09-06'), channel: 'in-person' }]
    expect(answer(saturday, spot('2025-09-06'), facts, { nonWorkdayReceipt: 'roll-forward' })).toBe('granted')
  })
})

describe('送达与归档', () => {
  test('electronically only where chosen, by post only through the postal company', () => {
    expect(answer(APPROVED, served({ method: 'electronic' }), { electronicChosen: true })).toBe('granted')
    expect(answer(APPROVED, served({ method: 'electronic' }), { electronicChosen: false })).toBe(
      'electronic-not-chosen',
    )
    expect(answer(APPROVED, served(), { carrier: 'postal-company' })).toBe('granted')
    expect(answer(APPROVED, served(), { carrier: 'courier' })).toBe('not-by-courier')
    expect(answer(APPROVED, served({ receivedOn: day('2025-09-23') }))).toBe('out-of-order')
  })
  test('an answer after the deadline is still given, and stands as late', () => {
    const late = ask(APPROVED, served({ on: day('2025-10-09'), sentOn: day('2025-10-09') }))
    expect(late.granted && late.value.violations.map(({ code }) => code)).toEqual(['answered-late'])
  })
  test('a slip is recorded only of what was sent', () => {
    const slip: RequestEvent = { kind: 'delivered', on: day('2025-09-26'), document: 'decision' }
    expect(answer(APPROVED, slip)).toBe('not-sent')
    expect(answer([...APPROVED, served()], { ...slip, on: day('2025-09-23') })).toBe('out-of-order')
    expect(answer([...APPROVED, served()], slip)).toBe('granted')
  })
  test('closed only with the proof of arrival', () => {
    const close: RequestEvent = { kind: 'closed', on: day('2025-10-09') }
    expect(answer([...APPROVED, served()], close)).toBe('service-unproven')
    expect(answer([...APPROVED, served({ receivedOn: day('2025-09-26') })], close)).toBe('granted')
    expect(answer([...APPROVED, served({ method: 'direct' })], close)).toBe('granted')
  })
  test('an order to answer again carries a day to come', () => {
    const order = (dueOn: string): RequestEvent => ({
      kind: 'ordered-again',
      on: day('2025-12-01'),
      by: 'court',
      dueOn: day(dueOn),
    })
    expect(answer([...APPROVED, served()], order('2025-12-29'))).toBe('granted')
    expect(answer([...APPROVED, served()], order('2025-12-01'))).toBe('order-without-period')
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
