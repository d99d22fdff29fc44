import {
  type ApplicantClass,
  classOfCreditCode,
  type IdentityKind,
  maskEmail,
  maskIdNumber,
  maskName,
  maskPhone,
  type Settings,
} from '@mingfu/law'
import type { Seal } from '../seal.ts'

/** 联系方式; an empty text is something that was not given. */
export type Contact = Readonly<{
  phone: string
  email: string
  address: string
  postcode: string
  fax: string
}>

/** 代理人, with what the authority is: 授权委托书, 监护关系证明. */
export type Agent = Readonly<{
  name: string
  identityKind: IdentityKind
  identityNumber: string
  phone: string
  authority: string
}>

/** 申请人 as the form says it. An organisation's identity is its credit code. */
export type Applicant = Readonly<{
  kind: 'person' | 'organisation'
  name: string
  identityKind: IdentityKind
  identityNumber: string
  employer: string
  legalRepresentative: string
  contactName: string
  contact: Contact
  agent: Agent | null
}>

export const NO_CONTACT: Contact = { phone: '', email: '', address: '', postcode: '', fax: '' }

/** How an applicant lies in the database: sealed, with a keyed digest of the number to find the same person by. */
export type SealedApplicant = Readonly<{
  name_sealed: Buffer
  identity_kind: string
  identity_number_sealed: Buffer | null
  identity_index: Buffer | null
  organisation_sealed: Buffer | null
  contact_sealed: Buffer
  agent_sealed: Buffer | null
}>

export function sealApplicant(seal: Seal, applicant: Applicant): SealedApplicant {
  const { kind, name, identityKind, identityNumber, agent, contact } = applicant
  const number = normalisedNumber(identityNumber)
  const { employer, legalRepresentative, contactName } = applicant
  return {
    name_sealed: seal.seal(name),
    identity_kind: identityKind,
    identity_number_sealed: number === '' ? null : seal.seal(number),
    identity_index: number === '' ? null : seal.index(`identity ${identityKind} ${number}`),
    organisation_sealed:
      kind === 'organisation' || employer !== ''
        ? seal.seal(JSON.stringify({ employer, legalRepresentative, contactName }))
        : null,
    contact_sealed: seal.seal(JSON.stringify(contact)),
    agent_sealed: agent === null ? null : seal.seal(JSON.stringify(agent)),
  }
}

export function openApplicant(seal: Seal, kind: Applicant['kind'], sealed: SealedApplicant): Applicant {
  const contact = JSON.parse(seal.open(sealed.contact_sealed)) as Contact
  const organisation =
    sealed.organisation_sealed === null ? {} : JSON.parse(seal.open(sealed.organisation_sealed))
  return {
    kind,
    name: seal.open(sealed.name_sealed),
    identityKind: sealed.identity_kind as IdentityKind,
    identityNumber: sealed.identity_number_sealed === null ? '' : seal.open(sealed.identity_number_sealed),
    employer: organisation.employer ?? '',
    legalRepresentative: organisation.legalRepresentative ?? '',
    contactName: organisation.contactName ?? '',
    contact: { ...NO_CONTACT, ...contact },
    agent: sealed.agent_sealed === null ? null : (JSON.parse(seal.open(sealed.agent_sealed)) as Agent),
  }
}

/** Masked for lists and pages: 张*, 3201**********1234, 138****5678. */
export function maskApplicant(applicant: Applicant): Applicant {
  const { contact, agent } = applicant
  return {
    ...applicant,
    name: applicant.kind === 'person' ? maskName(applicant.name) : maskOrganisation(applicant.name),
    identityNumber: maskIdNumber(applicant.identityNumber),
    employer: applicant.employer === '' ? '' : '***',
    legalRepresentative: maskName(applicant.legalRepresentative),
    contactName: maskName(applicant.contactName),
    contact: {
      phone: maskPhone(contact.phone),
      email: maskEmail(contact.email),
      address: contact.address === '' ? '' : `${contact.address.slice(0, 3)}***`,
      postcode: contact.postcode,
      fax: maskPhone(contact.fax),
    },
    agent:
      agent === null
        ? null
        : {
            ...agent,
            name: maskName(agent.name),
            identityNumber: maskIdNumber(agent.identityNumber),
            phone: maskPhone(agent.phone),
          },
  }
}

/** The name alone, masked, for lists. */
export function maskedName(seal: Seal, kind: Applicant['kind'], nameSealed: Buffer): string {
  const name = seal.open(nameSealed)
  return kind === 'person' ? maskName(name) : maskOrganisation(name)
}

/** The last four characters by which an applicant shows, beside the code, who fetches a letter. */
export function lastFours({ identityNumber, contact, agent }: Applicant): readonly string[] {
  return [identityNumber, contact.phone, agent?.identityNumber ?? '', agent?.phone ?? '']
    .map((text) => normalisedNumber(text).slice(-4))
    .filter((text) => text.length === 4)
}

/** 申请人类别, as far as the form says: a person's own column, or the one that the registry in the credit code suggests. */
export function suggestClass(
  { kind, identityNumber }: Pick<Applicant, 'kind' | 'identityNumber'>,
  settings: Pick<Settings, 'soleTraderClass'>,
): ApplicantClass {
  if (kind === 'person') return 'natural-person'
  return classOfCreditCode(normalisedNumber(identityNumber), settings)
}

export function normalisedNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
}

export function maskOrganisation(name: string): string {
  return name.length <= 4
    ? maskName(name)
    : `${name.slice(0, 2)}${'*'.repeat(name.length - 4)}${name.slice(-2)}`
}
