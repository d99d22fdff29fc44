import { maskPhone } from '@mingfu/law'
import { maskOrganisation } from '../applicant.ts'
import type { StoredConsultation } from '../consultation-store.ts'

/** 被征求意见人, as who has no need of the name sees it: 某省某某有限公司 as 某省****公司, and how to reach nobody. */
export function maskedParty(party: StoredConsultation['party']): StoredConsultation['party'] {
  return {
    ...party,
    name: maskOrganisation(party.name),
    contactName: party.contactName === '' ? '' : maskOrganisation(party.contactName),
    phone: maskPhone(party.phone),
    address: party.address === '' ? '' : '***',
  }
}
