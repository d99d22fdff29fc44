import type { ApplicantClass, Channel, ContentFacts, OutcomeCode, RequestState } from '@mingfu/law'
import type { Organisation, Person } from './applicants.ts'

/** Where a demonstration case stands, and the facts that brought it there. */
type Course =
  | Readonly<{ at: Extract<RequestState, 'registered' | 'under-review' | 'received-unconfirmed'> }>
  | Readonly<{ at: 'awaiting-correction' | 'abandoned-correction'; items: readonly string[] }>
  | Readonly<{ at: 'consulting'; with: 'third-party' | 'co-maker' }>
  | Readonly<{ at: 'awaiting-reasons' }>
  | Readonly<{ at: 'awaiting-payment' | 'abandoned-fee'; pages: number }>
  | Readonly<{ at: 'withdrawn' }>
  | Readonly<{
      at: 'decision-drafted' | 'decision-approved' | 'served' | 'closed' | 'reopened'
      outcome: OutcomeCode
      content: ContentFacts
      afterWorkingDays: number
      extended?: boolean
    }>

/** One application of the demonstration year. Everybody and everything in it is invented. */
export type DemonstrationCase = Readonly<{
  /** Working days before the day of seeding on which it was received. */
  workingDaysAgo: number
  channel: Channel
  applicantClass: ApplicantClass
  applicant: Person | Organisation
  description: string
  course: Course
}>
