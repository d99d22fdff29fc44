import { OUTCOMES } from '../../decision/outcome.ts'
import { OUTCOME_CODES, type OutcomeCode } from '../../decision/outcome-code.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { ApplicantClass } from '../../request/applicant.ts'
import type { ApplicationFact } from './applications.ts'

/**
 * 一、二、三、四之间的口径: the choices that no text settles. One setting for the whole platform, the same every year.
 * `resultYearBy` (CR-02): a result belongs to the year its decision was made, or was served.
 * `severalItems` (CR-07): a paper with several items is one case, or one case an item; the fee counts the same way.
 */
export type CountingPractice = Readonly<{
  resultYearBy: 'decision' | 'service'
  severalItems: 'one-case' | 'one-case-an-item'
}>

export const COUNTING_PRACTICE: CountingPractice = { resultYearBy: 'decision', severalItems: 'one-case' }

/** How a case ended. A fresh decision ordered by review or court follows as another conclusion and is not counted again (CR-13). */
export type CaseConclusion =
  | Readonly<{
      kind: 'decided'
      decidedOn: PlainDate
      servedOn: PlainDate | null
      items: readonly DecidedItem[]
      main?: OutcomeCode
    }>
  | Readonly<{ kind: 'lapsed'; lapsedOn: PlainDate; outcome: 'other-no-correction' | 'other-fee-unpaid' }>
  | Readonly<{ kind: 'withdrawn'; withdrawnOn: PlainDate }>

export type DecidedItem = Readonly<{ outcome: OutcomeCode }>

/** An application as the office knows it, before it becomes a figure. */
export type ApplicationCase = Readonly<{
  id: string
  receivedOn: PlainDate
  /** The persons the application is made for, the first-named first; an agent is not one of them (CR-05). */
  applicants: readonly [ApplicantClass, ...ApplicantClass[]]
  /** In the order they happened; empty while open. */
  conclusions: readonly CaseConclusion[]
  /** Answered in the name of another organ, which counts it (CR-09). */
  answeredForAnother?: boolean
}>

/** What a case contributes to table three: usually one fact, none when another organ counts it, several when split. */
export function factsOfCase(
  file: ApplicationCase,
  practice: CountingPractice = COUNTING_PRACTICE,
): readonly ApplicationFact[] {
  if (file.answeredForAnother === true) return []

  const [first] = file.conclusions
  const fact = { id: file.id, applicantClass: file.applicants[0], receivedOn: file.receivedOn }
  if (first === undefined) return [{ ...fact, concludedOn: null, outcome: null }]

  const concludedOn = dayOfResult(first, practice)
  const outcomes = countedOutcomes(first, practice)
  return outcomes.map((outcome, index) => ({
    ...fact,
    id: outcomes.length === 1 ? file.id : `${file.id}-${index + 1}`,
    concludedOn,
    outcome: concludedOn === null ? null : outcome,
  }))
}

/** CR-02, CR-04: the day that puts a result into a year; null while the practice does not yet count it. */
export function dayOfResult(conclusion: CaseConclusion, practice: CountingPractice): PlainDate | null {
  switch (conclusion.kind) {
    case 'decided':
      return practice.resultYearBy === 'decision' ? conclusion.decidedOn : conclusion.servedOn
    case 'lapsed':
      return conclusion.lapsedOn
    case 'withdrawn':
      return conclusion.withdrawnOn
  }
}

/**
 * CR-03, CR-12: one row for a reply with several items. Something given and something withheld is 部分公开;
 * otherwise the outcome the office named as the main one, or else the first in table order.
 */
export function mainOutcome(
  outcomes: readonly [OutcomeCode, ...OutcomeCode[]],
  named?: OutcomeCode,
): OutcomeCode {
  const groups = new Set(outcomes.map((code) => OUTCOMES[code].group))
  if (groups.has('partial') || (groups.has('granted') && groups.has('denied'))) return 'partial'
  if (named !== undefined && outcomes.includes(named)) return named
  return OUTCOME_CODES.find((code) => outcomes.includes(code)) ?? outcomes[0]
}

function countedOutcomes(conclusion: CaseConclusion, practice: CountingPractice): readonly OutcomeCode[] {
  if (conclusion.kind === 'lapsed') return [conclusion.outcome]
  if (conclusion.kind === 'withdrawn') return ['other-misc']

  const [first, ...rest] = conclusion.items.map(({ outcome }) => outcome)
  if (first === undefined) return ['other-misc']
  return practice.severalItems === 'one-case-an-item'
    ? [first, ...rest]
    : [mainOutcome([first, ...rest], conclusion.main)]
}
