import { type PlainDate, parsePlainDate } from '@mingfu/law'
import { newId } from '../../../db/new-id.ts'
import { anAgency, aStaffMember } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import type { Role } from '../../allow.ts'
import type { Context } from '../../context.ts'
import type { Applicant } from '../applicant.ts'
import { type FileRequest, fileRequest } from '../file-request.ts'
import type { Filed } from '../open-request.ts'
import { startReview } from '../start-review.ts'

/** An office with one person a role, in a database of the test file's own. */
export type Office = Readonly<{
  runtime: TestRuntime
  agencyId: string
  slug: string
  clerkId: string
  headId: string
  as(role: Role, on: string): Context
  visitor(on: string): Context
  follower(on: string): Context
  count(table: string): Promise<number>
}>

export async function anOffice(): Promise<Office> {
  const runtime = await testRuntime()
  const slug = `office${newId().slice(-6)}`
  const agencyId = await anAgency(runtime, { slug })
  const people: Partial<Record<Role, Readonly<{ staffId: string; name: string }>>> = {}
  for (const [role, name] of Object.entries(NAMES) as [Role, string][]) {
    people[role] = { staffId: await aStaffMember(runtime, agencyId, { name, roles: [role] }), name }
  }
  return {
    runtime,
    agencyId,
    slug,
    clerkId: people.clerk?.staffId ?? '',
    headId: people['office-head']?.staffId ?? '',
    as: (role, on) => runtime.as({ agencyId, roles: [role], ...people[role] }, on),
    visitor: (on) => runtime.asPublic(agencyId, on),
    follower: (on) => runtime.asPublic('all', on),
    async count(table) {
      const { rows } = await runtime.owner.query(
        `select count(*)::int as n from ${table} where agency_id = $1`,
        [agencyId],
      )
      return rows[0].n
    },
  }
}

const NAMES: Partial<Record<Role, string>> = {
  clerk: '经办员',
  reviewer: '审查员',
  leader: '领导',
  'office-head': '负责人',
}

export const day = (text: string): PlainDate => parsePlainDate(text)

/** Invented; the check digit of the number holds. */
export const PERSON: Applicant = {
  kind: 'person',
  name: '欧阳测试',
  identityKind: 'resident-id',
  identityNumber: '11010519491231002X',
  employer: '',
  legalRepresentative: '',
  contactName: '',
  contact: {
    phone: '13800001234',
    email: 'ceshi@example.com',
    address: '测试市解放路1号',
    postcode: '100000',
    fax: '',
  },
  agent: null,
}

export function anApplication(agencyId: string, what: Partial<FileRequest> = {}): FileRequest {
  return {
    agencyId,
    filingKey: newId(),
    applicant: PERSON,
    wish: {
      description: '申请公开2023年城乡环卫一体化项目的中标通知书',
      infoTitle: '',
      infoDocumentNumber: '',
      infoIndexNumber: '',
      wantedMedium: 'electronic',
      wantedDelivery: 'online',
    },
    purpose: '',
    acceptsOtherForm: true,
    attachments: [],
    ...what,
  }
}

/** A request on the clerk's desk, filed and taken up on a day; its version is 2. */
export async function underReview(
  office: Office,
  on: string,
  what: Partial<FileRequest> = {},
): Promise<Filed & { on: Readonly<{ agencyId: string; requestId: string; version: number }> }> {
  const { agencyId, clerkId } = office
  const filed = await fileRequest(office.visitor(on), anApplication(agencyId, what))
  const { version } = await startReview(office.as('clerk', on), {
    agencyId,
    requestId: filed.requestId,
    version: 1,
    on: day(on),
    handlerId: clerkId,
    applicantClass: 'natural-person',
  })
  return { ...filed, on: { agencyId, requestId: filed.requestId, version } }
}
