import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../decision/outcome.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import type { RequestEvent } from './event.ts'
import {
  APPROVED,
  answer,
  approved,
  ask,
  complete,
  day,
  drafted,
  IN_REVIEW,
  RECEIVED,
  SEARCH,
  served,
} from './testing/a-course.ts'

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
