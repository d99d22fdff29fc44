import type { Applicant } from '../services/requests/applicant.ts'
import type { DemonstrationCase } from './cases/demonstration-case.ts'

/** Who applies in a case, as the form would have it. */
export function applicantOf({ applicant }: DemonstrationCase): Applicant {
  const contact = {
    phone: applicant.phone,
    email: '',
    address: '南阳市鸭河工区',
    postcode: '474650',
    fax: '',
  }
  return applicant.kind === 'person'
    ? {
        kind: 'person',
        name: applicant.name,
        identityKind: 'resident-id',
        identityNumber: applicant.identityNumber,
        employer: '',
        legalRepresentative: '',
        contactName: '',
        contact,
        agent: null,
      }
    : {
        kind: 'organisation',
        name: applicant.name,
        identityKind: 'credit-code',
        identityNumber: applicant.creditCode,
        employer: '',
        legalRepresentative: applicant.contact,
        contactName: applicant.contact,
        contact,
        agent: null,
      }
}

/** The number by which two applications of one person are known. */
export function keyOf({ applicant }: DemonstrationCase): string {
  return applicant.kind === 'person' ? applicant.identityNumber : applicant.creditCode
}
