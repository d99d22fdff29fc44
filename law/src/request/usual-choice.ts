import type { Settings } from '../clock/settings.ts'
import type { ContentFacts } from '../decision/content-field.ts'
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

/**
 * 与本机关口径不符: an answer to a question, or about archived files, under 其他处理 where the office keeps to another
 * outcome. Answers the outcome to use instead; `null` where there is nothing to say.
 */
export function otherOutcomeByPractice(
  { outcome, facts }: Readonly<{ outcome: OutcomeCode; facts: ContentFacts }>,
  settings: Pick<Settings, 'inquiryOutcome' | 'archivesOutcome'>,
): OutcomeCode | null {
  if (outcome !== 'other-misc') return null
  const matter = (['inquiry', 'archives'] as const).find((each) => each === facts.kind)
  if (matter === undefined) return null
  const usual = usualOutcome(matter, settings)
  return usual === outcome ? null : usual
}

/**
 * 申请人类别 of an organisation, read off the registry in its credit code (GB 32100): a first suggestion that a clerk
 * confirms, for a code says nothing of research or legal aid. A person with a trade of his own (92) goes by the switch.
 */
export function classOfCreditCode(code: string, settings: Pick<Settings, 'soleTraderClass'>): ApplicantClass {
  const registry = code.trim().slice(0, 2)
  if (registry === '92') return settings.soleTraderClass
  if (registry.startsWith('9')) return 'commercial-enterprise'
  return CLASS_OF_REGISTRY[registry] ?? 'other-org'
}

/** 律师执业机构、公证处、基层法律服务所; 社会团体、民办非企业单位、基金会. */
const CLASS_OF_REGISTRY: Readonly<Record<string, ApplicantClass>> = {
  31: 'legal-service-org',
  32: 'legal-service-org',
  33: 'legal-service-org',
  51: 'public-interest-org',
  52: 'public-interest-org',
  53: 'public-interest-org',
}
