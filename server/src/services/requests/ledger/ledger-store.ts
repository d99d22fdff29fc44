import { type PlainDate, parsePlainDate, type RequestEventKind } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import type { Context } from '../../context.ts'
import type { MessageChannel } from '../../notifications/messengers.ts'
import { type Applicant, openApplicant } from '../applicant.ts'
import { readable } from '../reading/readable-cases.ts'
import { REQUEST_COLUMNS, requestOf, type StoredRequest } from '../request-store.ts'

/** An event as the ledger keeps it: its facts whole, the office's beside the law's. */
export type LedgerEvent = Readonly<{
  seq: number
  kind: RequestEventKind
  on: PlainDate
  facts: Readonly<Record<string, unknown>>
  note: string | null
  recordedAt: Date
  actor: string
}>

/** A case with everything that the ledger says of it. */
export type LedgerCase = Readonly<{
  request: StoredRequest
  applicant: Applicant
  resultOn: PlainDate | null
  resultOutcome: string | null
  handlerName: string
  notifyBy: MessageChannel | null
  createdAt: Date
  queryCodeHash: Buffer
  events: readonly LedgerEvent[]
  notes: readonly Readonly<{ body: string; at: Date; actor: string }>[]
}>

/** Which cases there are, without what was set aside as spam, in order of their numbers by their characters: the same in every database. */
export async function readLedgerIds(t: Tx, ctx: Context, agencyId: string): Promise<readonly string[]> {
  const rows = await t
    .selectFrom('request')
    .select(['request_id', 'number'])
    .where('agency_id', '=', agencyId)
    .where('set_aside_at', 'is', null)
    .where(readable(ctx))
    .execute()
  return rows
    .toSorted((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
    .map(({ request_id }) => request_id)
}

/** These cases with all that the ledger says of them, in the order given. */
export async function readLedgerCases(
  t: Tx,
  ctx: Context,
  agencyId: string,
  ids: readonly string[],
): Promise<readonly LedgerCase[]> {
  const rows = await t
    .selectFrom('request')
    .innerJoin('applicant', (join) =>
      join
        .onRef('applicant.agency_id', '=', 'request.agency_id')
        .onRef('applicant.request_id', '=', 'request.request_id'),
    )
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.agency_id', '=', 'request.agency_id')
        .onRef('staff.staff_id', '=', 'request.handler_id'),
    )
    .select(REQUEST_COLUMNS.map((column) => `request.${column}` as const))
    .select([
      'request.query_code_hash',
      'request.created_at',
      'request.notify_by',
      'request.result_on',
      'request.result_outcome',
      'request.former_handler',
      'staff.name as handler_name',
      'applicant.name_sealed',
      'applicant.identity_kind',
      'applicant.identity_number_sealed',
      'applicant.identity_index',
      'applicant.organisation_sealed',
      'applicant.contact_sealed',
      'applicant.agent_sealed',
    ])
    .where('request.agency_id', '=', agencyId)
    .where('request.request_id', 'in', [...ids])
    .execute()
  const events = Map.groupBy(await readEventRows(t, agencyId, ids), ({ request_id }) => request_id)
  const notes = Map.groupBy(await readNoteRows(t, agencyId, ids), ({ request_id }) => request_id)
  const found = new Map(rows.map((row) => [row.request_id, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    if (row === undefined) return []
    const request = requestOf(row)
    return {
      request,
      applicant: openApplicant(ctx.seal, request.applicantKind, row),
      resultOn: row.result_on === null ? null : parsePlainDate(row.result_on),
      resultOutcome: row.result_outcome,
      handlerName: row.handler_name ?? row.former_handler ?? '',
      notifyBy: row.notify_by as MessageChannel | null,
      createdAt: row.created_at,
      queryCodeHash: row.query_code_hash,
      events: (events.get(row.request_id) ?? []).map((event) => ({
        seq: event.seq,
        kind: event.kind as RequestEventKind,
        on: parsePlainDate(event.occurred_on),
        facts: event.facts as Readonly<Record<string, unknown>>,
        note: event.note,
        recordedAt: event.recorded_at,
        actor: event.actor,
      })),
      notes: notes.get(row.request_id) ?? [],
    }
  })
}

function readEventRows(t: Tx, agencyId: string, ids: readonly string[]) {
  return t
    .selectFrom('request_event')
    .select(['request_id', 'seq', 'kind', 'occurred_on', 'facts', 'note', 'recorded_at', 'actor'])
    .where('agency_id', '=', agencyId)
    .where('request_id', 'in', [...ids])
    .orderBy('request_id')
    .orderBy('seq')
    .execute()
}

function readNoteRows(t: Tx, agencyId: string, ids: readonly string[]) {
  return t
    .selectFrom('request_note')
    .select(['request_id', 'body', 'at', 'actor'])
    .where('agency_id', '=', agencyId)
    .where('request_id', 'in', [...ids])
    .orderBy('request_id')
    .orderBy('at')
    .orderBy('actor')
    .orderBy('body')
    .execute()
}
