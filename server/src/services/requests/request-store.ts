import {
  type ApplicantClass,
  type Channel,
  COUNTING_PRACTICE,
  dayOfResult,
  factsOfCase,
  type OutcomeCode,
  type PlainDate,
  parsePlainDate,
  type RequestFold,
  type RequestState,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import { type Applicant, openApplicant, type SealedApplicant } from './applicant.ts'
import type { FilingHint } from './filing-hints.ts'

/** 申请, as its row has it. What the row says of state and days is what `law` read off the events. */
export type StoredRequest = Readonly<{
  agencyId: string
  requestId: string
  number: string
  channel: Channel
  applicantKind: Applicant['kind']
  applicantClass: ApplicantClass
  description: string
  infoTitle: string
  infoDocumentNumber: string
  infoIndexNumber: string
  purpose: string
  wantedMedium: string
  wantedDelivery: string
  acceptsOtherForm: boolean
  state: RequestState
  outcome: OutcomeCode | null
  receivedOn: PlainDate | null
  dueOn: PlainDate | null
  dueIsProvisional: boolean
  handlerId: string | null
  hints: readonly FilingHint[]
  version: number
}>

export const REQUEST_COLUMNS = [
  'agency_id',
  'request_id',
  'number',
  'channel',
  'applicant_kind',
  'applicant_class',
  'description',
  'info_title',
  'info_document_number',
  'info_index_number',
  'purpose',
  'wanted_medium',
  'wanted_delivery',
  'accepts_other_form',
  'state',
  'outcome',
  'received_on',
  'due_on',
  'due_is_provisional',
  'handler_id',
  'hints',
  'version',
] as const

/** The request with its row locked, for a verb that decides. */
export async function lockRequest(tx: Tx, agencyId: string, requestId: string): Promise<StoredRequest> {
  return found(await requestQuery(tx, agencyId, requestId).forUpdate().executeTakeFirst())
}

export async function readRequest(tx: Tx, agencyId: string, requestId: string): Promise<StoredRequest> {
  return found(await requestQuery(tx, agencyId, requestId).executeTakeFirst())
}

function requestQuery(tx: Tx, agencyId: string, requestId: string) {
  return tx
    .selectFrom('request')
    .select(REQUEST_COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
}

function found(row: RequestRow | undefined): StoredRequest {
  if (row === undefined) throw new NotFound('这件申请')
  return requestOf(row)
}

/** Changes what a clerk decides about the row itself: who handles it, which class the applicant counts in. */
export async function writeCaseColumns(
  tx: Tx,
  { agencyId, requestId }: Pick<StoredRequest, 'agencyId' | 'requestId'>,
  change: Readonly<{
    handler_id?: string
    applicant_class?: ApplicantClass
    read_scope?: string | null
  }>,
): Promise<void> {
  await tx
    .updateTable('request')
    .set(change)
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .execute()
}

/** What the row keeps of a fold; one place, so that row and events cannot tell two stories. */
export function foldColumns(fold: RequestFold, applicantClass: ApplicantClass) {
  return {
    state: fold.state,
    outcome: fold.outcome,
    received_on: fold.receivedOn,
    due_on: fold.clock.dueOn,
    due_is_provisional: fold.clock.provisional,
    concluded_on: fold.concludedOn,
    served_on: fold.service?.timelyOn ?? null,
    ...resultColumns(fold, applicantClass),
  }
}

/** The first result, with all that any practice of counting it in the annual report asks for. */
function resultColumns({ receivedOn, conclusions }: RequestFold, applicantClass: ApplicantClass) {
  const none = { result_on: null, result_served_on: null, result_outcome: null, result_items: null }
  const [first] = conclusions
  if (receivedOn === null || first === undefined) return none
  const [fact] = factsOfCase({ id: '', receivedOn, applicants: [applicantClass], conclusions })
  if (fact === undefined || fact.outcome === null) return none
  return {
    result_on: fact.concludedOn,
    result_served_on: dayOfResult(first, { ...COUNTING_PRACTICE, resultYearBy: 'service' }),
    result_outcome: fact.outcome,
    result_items: first.kind === 'decided' ? first.items.map(({ outcome }) => outcome) : [fact.outcome],
  }
}

export type RequestRow = Readonly<{
  agency_id: string
  request_id: string
  number: string
  channel: string
  applicant_kind: string
  applicant_class: string | null
  description: string
  info_title: string | null
  info_document_number: string | null
  info_index_number: string | null
  purpose: string | null
  wanted_medium: string
  wanted_delivery: string
  accepts_other_form: boolean
  state: string
  outcome: string | null
  received_on: string | null
  due_on: string | null
  due_is_provisional: boolean
  handler_id: string | null
  hints: unknown
  version: number
}>

export function requestOf(row: RequestRow): StoredRequest {
  return {
    agencyId: row.agency_id,
    requestId: row.request_id,
    number: row.number,
    channel: row.channel as Channel,
    applicantKind: row.applicant_kind as Applicant['kind'],
    applicantClass: (row.applicant_class ?? 'other-org') as ApplicantClass,
    description: row.description,
    infoTitle: row.info_title ?? '',
    infoDocumentNumber: row.info_document_number ?? '',
    infoIndexNumber: row.info_index_number ?? '',
    purpose: row.purpose ?? '',
    wantedMedium: row.wanted_medium,
    wantedDelivery: row.wanted_delivery,
    acceptsOtherForm: row.accepts_other_form,
    state: row.state as RequestState,
    outcome: row.outcome as OutcomeCode | null,
    receivedOn: row.received_on === null ? null : parsePlainDate(row.received_on),
    dueOn: row.due_on === null ? null : parsePlainDate(row.due_on),
    dueIsProvisional: row.due_is_provisional,
    handlerId: row.handler_id,
    hints: row.hints as readonly FilingHint[],
    version: row.version,
  }
}

/** 申请人, opened. Callers mask before anything leaves the house. */
export async function readApplicant(
  tx: Tx,
  ctx: Context,
  request: Pick<StoredRequest, 'agencyId' | 'requestId' | 'applicantKind'>,
): Promise<Applicant> {
  const row: SealedApplicant | undefined = await tx
    .selectFrom('applicant')
    .select([
      'name_sealed',
      'identity_kind',
      'identity_number_sealed',
      'identity_index',
      'organisation_sealed',
      'contact_sealed',
      'agent_sealed',
    ])
    .where('agency_id', '=', request.agencyId)
    .where('request_id', '=', request.requestId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('申请人信息')
  return openApplicant(ctx.seal, request.applicantKind, row)
}
