import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import { type RemedyRoute, remedyRoute } from '../remedy/clause.ts'
import { DOCUMENTS } from './documents.ts'
import { outcomeOf } from './outcome.ts'
import { OUTCOME_CODES, type OutcomeCode } from './outcome-code.ts'

const day = parsePlainDate

/**
 * What each outcome asks for, by sections 4.5 and 9.4 of the law in force: what its letter must say (`?` may), what has
 * to be on file, what must have happened before, which letter carries it and which way it is challenged since 2024.
 */
// biome-ignore format: a table
const TABLE: readonly (readonly [OutcomeCode, content: string, evidence: string, after: string, letter: string, RemedyRoute])[] = [
  ['grant-already-public',  'places',                                   'location-check', '', 'reply', 'either'],
  ['grant-provided',        'enclosures pages medium',                  'secrecy-review', '', 'reply', 'either'],
  ['grant-later',           'way path availableOn',                     'secrecy-review', '', 'reply', 'either'],
  ['partial',               'enclosures pages withheld',                'full-copy masked-copy masking-table secrecy-review', '', 'reply', 'reconsideration-first'],
  ['deny-state-secret',     'reason',                                   'classification separability-check', '', 'reply', 'reconsideration-first'],
  ['deny-law-forbids',      'lawKind law lawArticle reason',            'special-law separability-check', '', 'reply', 'reconsideration-first'],
  ['deny-safety',           'interest reason',                          'safety-opinion separability-check', '', 'reply', 'reconsideration-first'],
  ['deny-third-party',      'interest answer publicInterest reason',    'third-party-letter third-party-receipt third-party-answer public-interest-weighing separability-check', 'consultation-opened', 'reply', 'reconsideration-first'],
  ['deny-internal',         'kind reason',                              'sub-kind contrary-rule-check separability-check', '', 'reply', 'reconsideration-first'],
  ['deny-process',          'kind reason',                              'sub-kind contrary-rule-check separability-check', '', 'reply', 'reconsideration-first'],
  ['deny-enforcement-file', 'fileKind reason',                          'sub-kind contrary-rule-check separability-check', '', 'reply', 'reconsideration-first'],
  ['deny-admin-query',      'law place procedure reason',               'special-law separability-check', '', 'reply', 'either'],
  ['unable-not-exist',      'searched keywords',                        'search-record', '', 'reply', 'either'],
  ['unable-other-agency',   'reason responsibleAgency? agencyContact? undeterminable?', 'not-ours-basis responsible-agency', '', 'reply', 'either'],
  ['unable-needs-creation', 'reason',                                   'search-record', '', 'reply', 'either'],
  ['unable-unclear',        'asked stillUnclear',                       'correction-notice correction-answer', 'correction-requested correction-received', 'reply', 'either'],
  ['noproc-petition',       'nature channel?',                          '', '', 'notice', 'either'],
  ['noproc-repeat',         'earlierReplyOn earlierReplyNumber',        'earlier-reply', '', 'notice', 'either'],
  ['noproc-publication',    'publication wayToGet?',                    '', '', 'notice', 'either'],
  ['noproc-excessive',      'requestCount period reasonsAskedOn whyUnreasonable', 'request-statistics reasons-notice reasons-answer', 'reasons-asked', 'notice', 'either'],
  ['noproc-confirm',        'alreadyHeld obtainedBy',                   'earlier-provision', '', 'notice', 'either'],
  ['other-no-correction',   'noticeOn noticeReceivedOn periodEndedOn',  'correction-notice correction-expiry', 'correction-requested', 'no-longer-processed', 'either'],
  ['other-fee-unpaid',      'noticeOn noticeReceivedOn periodEndedOn',  'fee-notice fee-expiry', 'fee-noticed', 'no-longer-processed', 'either'],
  ['other-misc',            'kind happenedOn reason',                   'withdrawal-statement', '', 'notice', 'either'],
]

const GROUP_OF_PREFIX = {
  grant: 'granted',
  partial: 'partial',
  deny: 'denied',
  unable: 'unable',
  noproc: 'not-processed',
  other: 'other',
} as const

test('no outcome is missing', () => {
  expect(TABLE.map(([code]) => code)).toEqual([...OUTCOME_CODES])
})

describe('every outcome has its letter, its evidence, its course and its remedy', () => {
  test.each(TABLE)('%s', (code, content, evidence, after, letter, route) => {
    const outcome = outcomeOf(code)
    const keys = outcome.content.map(({ key, required }) => (required ? key : `${key}?`))
    expect(keys.join(' ')).toBe(content)
    expect(outcome.evidence.join(' ')).toBe(evidence)
    expect(outcome.after.join(' ')).toBe(after)
    expect(outcome.document).toBe(letter)
    expect(outcome.group).toBe(GROUP_OF_PREFIX[code.split('-')[0] as keyof typeof GROUP_OF_PREFIX])
    const withheldUnder = code === 'partial' ? (['deny-process'] as const) : []
    expect(remedyRoute({ outcome: code, withheldUnder, decidedOn: day('2024-01-01') })).toBe(route)
    expect(remedyRoute({ outcome: code, withheldUnder, decidedOn: day('2023-12-31') })).toBe(
      'either-before-2024',
    )
  })
  test('pages leave the house only with what is given', () => {
    expect(OUTCOME_CODES.filter((code) => outcomeOf(code).releases)).toEqual(['grant-provided', 'partial'])
  })
  test('each says in words of its own when it applies', () => {
    expect(new Set(OUTCOME_CODES.map((code) => outcomeOf(code).label)).size).toBe(24)
    expect(OUTCOME_CODES.filter((code) => outcomeOf(code).appliesWhen === '')).toEqual([])
  })
})

// Who gets which document, what has to stand in it (the number of things), and whether it can be contested.
// biome-ignore format: a table
const REGISTER = [
  ['D01', 'file', 5, false], ['D02', 'applicant', 6, false], ['D03', 'applicant', 5, false], ['D04', 'applicant', 4, false],
  ['D05', 'applicant', 3, false], ['D06', 'third-party', 4, false], ['D07', 'applicant', 2, false], ['D08', 'third-party', 3, true],
  ['D09', 'agency', 3, false], ['D10', 'unit', 4, false], ['D11', 'applicant', 6, false], ['D12', 'applicant', 2, true],
  ['D13', 'applicant', 2, false], ['D14', 'applicant', 2, true], ['D15', 'applicant', 1, true], ['D16', 'file', 7, false],
  ['D17', 'file', 7, false], ['D18', 'file', 3, false], ['D19', 'file', 1, false],
] as const

test('the register of documents', () => {
  const register = Object.entries(DOCUMENTS).map(([code, { to, elements, remedy }]) => [
    code,
    to,
    elements.length,
    remedy,
  ])
  expect(register).toEqual(REGISTER.map((row) => [...row]))
})
