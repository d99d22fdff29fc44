import type { Settings } from '../clock/settings.ts'
import type { OutcomeCode } from '../decision/outcome-code.ts'
import type { ApplicantClass } from './applicant.ts'

/** 性质特殊的申请, for which practice differs and an office keeps to one way. */
export type SpecialMatter = 'inquiry' | 'archives' | 'not-government-information'

/** The outcome that the office uses for a special matter. */
export function usualOutcome(
  matter: SpecialMatter,
  settings: Pick<Settings, 'inquiryOutcome' | 'archivesOutcome'>,
): OutcomeCode {
  switch (matter) {
    case 'inquiry':
      return settings.inquiryOutcome
    case 'archives':
      return settings.archivesOutcome
    case 'not-government-information':
      return 'other-misc'
  }
}

/** 申请人身份 as an intake form asks for it. */
export type ApplicantKind =
  | 'person'
  | 'sole-trader'
  | 'company'
  | 'law-firm'
  | 'institute'
  | 'charity'
  | 'other'

/** The column of table three for a kind of applicant. A lawyer in his own name is a person. */
export function usualClass(kind: ApplicantKind, settings: Pick<Settings, 'soleTraderClass'>): ApplicantClass {
  switch (kind) {
    case 'person':
      return 'natural-person'
    case 'sole-trader':
      return settings.soleTraderClass
    case 'company':
      return 'commercial-enterprise'
    case 'law-firm':
      return 'legal-service-org'
    case 'institute':
      return 'research-institution'
    case 'charity':
      return 'public-interest-org'
    case 'other':
      return 'other-org'
  }
}
