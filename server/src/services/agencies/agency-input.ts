import { citationText, ruleMakerOf } from '@mingfu/law'
import { Invalid } from '../../errors.ts'

/** What is on record about an organ; every part of it ends up on the portal or in a letter. */
export type AgencyInput = Readonly<{
  name: string
  shortName: string
  orgType: 'department' | 'government' | 'township' | 'functional_zone'
  canMakeRegulations?: boolean
  creditCode?: string | null
  regionCode?: string | null
  documentWord: string
  reconsiderationOrgan: string
  court: string
  siteIdCode?: string | null
  siteDomain?: string | null
}>

/** The input as columns. Throws `Invalid` when an organ that by law cannot make 规章 says that it can. */
export function agencyColumns(input: AgencyInput) {
  if (input.canMakeRegulations) {
    const { regionCode = null, siteIdCode = null } = input
    const power = ruleMakerOf({ ...input, regionCode, siteIdCode })
    if (!power.granted) {
      const sentence = `${power.refusal.reason}（${citationText(power.refusal.basis)}）`
      throw new Invalid(sentence, { canMakeRegulations: sentence })
    }
  }
  return {
    name: input.name,
    short_name: input.shortName,
    org_type: input.orgType,
    can_make_regulations: input.canMakeRegulations ?? false,
    credit_code: input.creditCode ?? null,
    region_code: input.regionCode ?? null,
    document_word: input.documentWord,
    reconsideration_organ: input.reconsiderationOrgan,
    court: input.court,
    site_id_code: input.siteIdCode ?? null,
    site_domain: input.siteDomain ?? null,
  }
}
