import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import {
  movePublication,
  PUBLICATION_ACTS,
  PUBLICATION_STATES,
  type PublicationAct,
  type PublicationState,
  publicationMove,
  type ReleaseFacts,
} from './publication-state.ts'
import {
  checkChain,
  nextStep,
  type PassedStep,
  passStep,
  type ReviewStep,
  USUAL_CHAIN,
} from './review-step.ts'

const STATES = Object.keys(PUBLICATION_STATES) as PublicationState[]
const ACTS = Object.keys(PUBLICATION_ACTS) as PublicationAct[]

const PASSED: readonly PassedStep[] = [
  { step: 'self-check', by: '拟稿人', digest: 'd1' },
  { step: 'unit-review', by: '处长', digest: 'd1' },
  { step: 'secrecy-review', by: '保密审查人', digest: 'd1' },
  { step: 'leader-approval', by: '分管领导', digest: 'd1' },
]

function facts(change: Partial<ReleaseFacts> = {}): ReleaseFacts {
  return {
    attribute: 'proactive',
    ground: null,
    chain: USUAL_CHAIN,
    passed: PASSED,
    digest: 'd1',
    openConsultations: 0,
    approval: 'not-needed',
    today: parsePlainDate('2024-05-06'),
    ...change,
  }
}

describe('every act is decided in every state', () => {
  // biome-ignore format: a table
  const MOVES: Readonly<Record<PublicationState, Partial<Record<PublicationAct, PublicationState>>>> = {
    draft:      { edit: 'draft', submit: 'submitted', 'publish-urgently': 'published' },
    submitted:  { edit: 'draft', review: 'reviewed', consult: 'consulting', refer: 'referred', return: 'returned', withhold: 'withheld', 'publish-urgently': 'published' },
    consulting: { consulted: 'submitted' },
    referred:   { referral: 'submitted', withhold: 'withheld' },
    reviewed:   { edit: 'draft', consult: 'consulting', refer: 'referred', return: 'returned', withhold: 'withheld', approve: 'approved', 'publish-urgently': 'published' },
    approved:   { edit: 'draft', return: 'returned', schedule: 'scheduled', publish: 'published', apply: 'archived' },
    scheduled:  { edit: 'draft', return: 'returned', publish: 'published', apply: 'archived' },
    published:  { correct: 'published', withdraw: 'withdrawn', archive: 'archived' },
    returned:   { edit: 'draft', submit: 'submitted', 'publish-urgently': 'published' },
    withheld:   { reopen: 'draft', archive: 'archived' },
    withdrawn:  { reopen: 'draft', archive: 'archived' },
    archived:   {},
  }
  test.each(STATES)('from %s', (state) => {
    const allowed = ACTS.flatMap((act) => {
      const to = publicationMove(state, act)
      return to === null ? [] : [[act, to]]
    })
    expect(Object.fromEntries(allowed)).toEqual(MOVES[state])
  })

  test('every state is reached from the draft', () => {
    const reached = new Set<PublicationState>(['draft'])
    for (const _ of STATES) {
      for (const state of [...reached])
        for (const act of ACTS) reached.add(publicationMove(state, act) ?? state)
    }
    expect([...reached].sort()).toEqual([...STATES].sort())
  })
})

describe('nothing goes out unreviewed', () => {
  // biome-ignore format: a table
  const REFUSED: readonly (readonly [string, PublicationState, PublicationAct, Partial<ReleaseFacts>, string])[] = [
    ['edited after approval',              'approved',  'publish',  { digest: 'd2' },                                              'not-approved-as-it-stands'],
    ['approval missing',                   'approved',  'publish',  { passed: PASSED.slice(0, 3) },                                'not-approved-as-it-stands'],
    ['not for proactive disclosure',       'approved',  'publish',  { attribute: 'upon-request', ground: '涉及商业秘密' },          'not-proactive'],
    ['another organ not yet heard',        'approved',  'publish',  { openConsultations: 1 },                                      'consultation-open'],
    ['an approval by law is missing',      'approved',  'publish',  { approval: 'missing' },                                       'approval-missing'],
    ['before its scheduled day',           'scheduled', 'publish',  { publishOn: parsePlainDate('2024-05-07') },                   'day-to-come'],
    ['scheduled for a day gone by',        'approved',  'schedule', { publishOn: parsePlainDate('2024-05-05') },                   'day-past'],
    ['not open and without a ground',      'draft',     'submit',   { attribute: 'withheld' },                                     'ground-missing'],
    ['secrecy review still open',          'submitted', 'review',   { passed: PASSED.slice(0, 2) },                                'steps-open'],
    ['returned without a reason',          'submitted', 'return',   {},                                                            'reason-missing'],
    ['corrected without saying what',      'published', 'correct',  {},                                                            'reason-missing'],
    ['corrected without a new review',     'published', 'correct',  { reason: '更正附件', digest: 'd2' },                          'not-approved-as-it-stands'],
    ['taken down without a reason',        'published', 'withdraw', { reason: ' ' },                                               'reason-missing'],
    ['urgent and for one asker only',      'draft',     'publish-urgently', { attribute: 'upon-request', ground: '涉及商业秘密', reason: '防汛预警' }, 'not-proactive'],
    ['urgent without saying why',          'draft',     'publish-urgently', { reason: ' ' },                                       'reason-missing'],
    ['urgent before another organ spoke',  'submitted', 'publish-urgently', { reason: '防汛预警', openConsultations: 1 },          'consultation-open'],
    ['a correction not reviewed as it is', 'approved',  'apply',    { digest: 'd2' },                                              'not-approved-as-it-stands'],
    ['published while under referral',     'referred',  'publish',  {},                                                            'not-from-here'],
  ]
  test.each(REFUSED)('%s', (_case, state, act, change, code) => {
    expect(movePublication(state, act, facts(change))).toMatchObject({ granted: false, refusal: { code } })
  })

  test('what was reviewed as it stands goes out', () => {
    expect(movePublication('approved', 'publish', facts())).toEqual({ granted: true, value: 'published' })
    expect(movePublication('submitted', 'review', facts({ passed: PASSED.slice(0, 3) }))).toEqual({
      granted: true,
      value: 'reviewed',
    })
  })
})

describe('审核链', () => {
  // biome-ignore format: a table
  const CHAINS: readonly (readonly [readonly ReviewStep[], string | null])[] = [
    [USUAL_CHAIN, null],
    [['secrecy-review', 'leader-approval'], null],
    [['self-check', 'unit-review', 'office-review', 'secrecy-review', 'leader-approval'], null],
    [['leader-approval'], 'chain-length'],
    [['self-check', 'leader-approval'], 'chain-without-secrecy'],
    [['self-check', 'secrecy-review'], 'chain-without-approval'],
    [['secrecy-review', 'self-check', 'leader-approval'], 'chain-order'],
    [['secrecy-review', 'secrecy-review', 'leader-approval'], 'chain-order'],
  ]
  test.each(CHAINS)('%j: %s', (chain, code) => {
    const ruling = checkChain(chain)
    expect(ruling.granted ? null : ruling.refusal.code).toBe(code)
  })

  test('levels pass in order, by different persons, over one content', () => {
    const attempt = (step: ReviewStep, by: string, digest = 'd1') =>
      passStep(USUAL_CHAIN, PASSED.slice(0, 2), { step, by, digest, drafter: '拟稿人' })
    const code = (ruling: ReturnType<typeof attempt>) => (ruling.granted ? null : ruling.refusal.code)
    expect(code(attempt('secrecy-review', '保密审查人'))).toBeNull()
    expect(code(attempt('secrecy-review', '处长'))).toBe('same-reviewer')
    expect(code(attempt('secrecy-review', '拟稿人'))).toBe('same-reviewer')
    expect(code(attempt('leader-approval', '分管领导'))).toBe('not-this-step')
    expect(code(attempt('secrecy-review', '保密审查人', 'd2'))).toBe('not-this-step')
    expect(nextStep(USUAL_CHAIN, PASSED, 'd1')).toBeNull()
    expect(nextStep(USUAL_CHAIN, PASSED, 'd2')).toBe('self-check')
  })

  test('a drafter does not approve what they drafted', () => {
    const ruling = passStep(
      ['secrecy-review', 'leader-approval'],
      [{ step: 'secrecy-review', by: '甲', digest: 'd' }],
      {
        step: 'leader-approval',
        by: '乙',
        digest: 'd',
        drafter: '乙',
      },
    )
    expect(ruling).toMatchObject({ granted: false, refusal: { code: 'self-approved' } })
  })
})
