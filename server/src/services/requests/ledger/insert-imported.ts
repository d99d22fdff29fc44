import type { RequestFold } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import type { AuditRecord } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { sealApplicant } from '../applicant.ts'
import { eventRow } from '../event-store.ts'
import { filingHints } from '../filing-hints.ts'
import { hashQueryCode, makeQueryCode } from '../query-code.ts'
import { foldColumns } from '../request-store.ts'
import { contentIndex } from '../same-content.ts'
import type { ImportedCase } from './read-line.ts'

export type ToInsert = Readonly<{ one: ImportedCase; fold: RequestFold; handlerId: string | null }>

const IMPORTED_BY = '台账导入'

/** Writes imported cases: what `openRequests` writes of a case, and its whole course. Answers what the trail is to say. */
export async function insertImported(
  t: Tx,
  ctx: Context,
  agencyId: string,
  cases: readonly ToInsert[],
): Promise<readonly AuditRecord[]> {
  if (cases.length === 0) return []
  const rows = cases.map((each) => rowsOf(ctx, agencyId, each))
  await t
    .insertInto('request')
    .values(rows.map(({ request }) => request))
    .execute()
  await t
    .insertInto('applicant')
    .values(rows.map(({ applicant }) => applicant))
    .execute()
  const events = rows.flatMap((row) => row.events.map(({ row: event }) => event))
  for (let at = 0; at < events.length; at += 1000) {
    await t
      .insertInto('request_event')
      .values(events.slice(at, at + 1000))
      .execute()
  }
  const notes = rows.flatMap((row) => row.notes)
  if (notes.length > 0) await t.insertInto('request_note').values(notes).execute()
  return rows.map(({ request, events: own }) => ({
    agencyId,
    action: 'import-request',
    objectKind: 'request',
    objectId: request.request_id,
    detail: { number: request.number, digest: own.at(-1)?.event.link?.sha256 },
  }))
}

function rowsOf(ctx: Context, agencyId: string, { one, fold, handlerId }: ToInsert) {
  const requestId = newId()
  const key = { agencyId, requestId }
  const { wish, applicant, applicantClass } = one
  const events: ReturnType<typeof eventRow>[] = []
  for (const [index, { event, office, note, recordedAt, actor }] of one.events.entries()) {
    const happened = {
      seq: index + 1,
      event,
      office,
      note,
      recordedAt: recordedAt ?? ctx.now,
      actor: actor ?? IMPORTED_BY,
      actorId: null,
    }
    events.push(eventRow(key, happened, events.at(-1)?.event.link ?? null))
  }
  return {
    events,
    request: {
      agency_id: agencyId,
      request_id: requestId,
      number: one.number,
      query_code_hash:
        one.queryCodeHash ?? hashQueryCode(makeQueryCode(ctx.seal, agencyId, `imported ${newId()}`)),
      channel: one.channel,
      applicant_kind: applicant.kind,
      applicant_class: applicantClass,
      description: wish.description,
      info_title: wish.infoTitle || null,
      info_document_number: wish.infoDocumentNumber || null,
      info_index_number: wish.infoIndexNumber || null,
      purpose: one.purpose || null,
      wanted_medium: wish.wantedMedium,
      wanted_delivery: wish.wantedDelivery,
      accepts_other_form: one.acceptsOtherForm,
      content_index: contentIndex(ctx.seal, wish),
      ...foldColumns(fold, applicantClass),
      handler_id: handlerId,
      former_handler: handlerId === null && one.handlerName !== '' ? one.handlerName : null,
      notify_by: one.notifyBy,
      hints: JSON.stringify(filingHints(applicant, wish, 1)),
      created_at: one.createdAt ?? ctx.now,
    },
    applicant: { agency_id: agencyId, request_id: requestId, ...sealApplicant(ctx.seal, applicant) },
    notes: one.notes.map(({ body, at, actor }) => ({
      agency_id: agencyId,
      request_id: requestId,
      note_id: newId(),
      body,
      at: at ?? ctx.now,
      actor: actor ?? IMPORTED_BY,
      actor_id: null,
    })),
  }
}
