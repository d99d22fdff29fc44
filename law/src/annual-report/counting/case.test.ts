import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../../plain-date.ts'
import {
  type ApplicationCase,
  type CaseConclusion,
  COUNTING_PRACTICE,
  factsOfCase,
  mainOutcome,
} from './case.ts'

const on = parsePlainDate

function aCase(facts: Partial<ApplicationCase> = {}): ApplicationCase {
  return { id: 'A1', receivedOn: on('2024-12-02'), applicants: ['natural-person'], conclusions: [], ...facts }
}

function decided(...items: [string, ...string[]]): CaseConclusion {
  return {
    kind: 'decided',
    decidedOn: on('2024-12-30'),
    servedOn: on('2025-01-03'),
    items: items.map((outcome) => ({ outcome })) as never,
  }
}

describe('how a case becomes a figure', () => {
  test('CR-02: the year of the decision, or of service, by one setting', () => {
    const file = aCase({ conclusions: [decided('grant-provided')] })
    expect(factsOfCase(file)[0]?.concludedOn).toBe('2024-12-30')
    expect(factsOfCase(file, { ...COUNTING_PRACTICE, resultYearBy: 'service' })[0]?.concludedOn).toBe(
      '2025-01-03',
    )
  })

  test('CR-02: decided and not yet served is open when service decides', () => {
    const unserved: CaseConclusion = { ...decided('grant-provided'), servedOn: null } as CaseConclusion
    const [fact] = factsOfCase(aCase({ conclusions: [unserved] }), {
      ...COUNTING_PRACTICE,
      resultYearBy: 'service',
    })
    expect(fact).toMatchObject({ concludedOn: null, outcome: null })
  })

  test('CR-04: lapses count on the day they lapsed, withdrawal in 其他 on the day it arrived', () => {
    const lapsed = aCase({
      conclusions: [{ kind: 'lapsed', lapsedOn: on('2024-12-20'), outcome: 'other-no-correction' }],
    })
    const withdrawn = aCase({ conclusions: [{ kind: 'withdrawn', withdrawnOn: on('2024-12-09') }] })
    expect(factsOfCase(lapsed)[0]).toMatchObject({
      concludedOn: '2024-12-20',
      outcome: 'other-no-correction',
    })
    expect(factsOfCase(withdrawn)[0]).toMatchObject({ concludedOn: '2024-12-09', outcome: 'other-misc' })
  })

  test('CR-06: a joint application stands in the column of the first-named applicant', () => {
    const file = aCase({ applicants: ['commercial-enterprise', 'natural-person'] })
    expect(factsOfCase(file)).toHaveLength(1)
    expect(factsOfCase(file)[0]?.applicantClass).toBe('commercial-enterprise')
  })

  test('CR-07: several items are one case, or one case an item, by one setting', () => {
    const file = aCase({ conclusions: [decided('grant-provided', 'unable-not-exist')] })
    const split = factsOfCase(file, { ...COUNTING_PRACTICE, severalItems: 'one-case-an-item' })
    expect(factsOfCase(file).map(({ outcome }) => outcome)).toEqual(['grant-provided'])
    expect(split.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['A1-1', 'grant-provided'],
      ['A1-2', 'unable-not-exist'],
    ])
  })

  test('CR-09: a case answered in the name of another organ is not counted', () => {
    expect(factsOfCase(aCase({ answeredForAnother: true }))).toEqual([])
  })

  test('CR-13: a fresh decision after review or court is not counted again', () => {
    const file = aCase({ conclusions: [decided('deny-internal'), decided('grant-provided')] })
    expect(factsOfCase(file).map(({ outcome }) => outcome)).toEqual(['deny-internal'])
  })

  // biome-ignore format: a table
  const MAIN = [
    // case                                              outcomes                                 named               counted
    ['CR-03 something given, something withheld',        ['grant-provided', 'deny-third-party'],   undefined,          'partial'],
    ['CR-03 区分处理 beside another item',                ['unable-not-exist', 'partial'],          'unable-not-exist', 'partial'],
    ['CR-12 the ground the decision rests on',           ['deny-internal', 'deny-process'],        'deny-process',     'deny-process'],
    ['CR-12 equal grounds: the first in table order',    ['deny-process', 'deny-internal'],        undefined,          'deny-internal'],
    ['a name that is not among them says nothing',       ['deny-process', 'unable-not-exist'],     'grant-provided',   'deny-process'],
  ] as const
  test.each(MAIN)('%s', (_case, outcomes, named, counted) => {
    expect(mainOutcome(outcomes, named)).toBe(counted)
  })
})
