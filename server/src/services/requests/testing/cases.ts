import { DEFAULT_SETTINGS, foldRequest, type RequestEvent } from '@mingfu/law'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { insertEvent, type StoredEvent } from '../event-store.ts'
import { fileRequest } from '../file-request.ts'
import type { OnRequest } from '../record-event.ts'
import { recordEvidence } from '../record-evidence.ts'
import { foldColumns } from '../request-store.ts'
import { anApplication, day, type Office } from './office.ts'

const ITEMS = [
  { outcome: 'unable-not-exist', facts: { searched: '综合档案系统', keywords: ['环卫', '中标'] } },
] as const

/** One application with everything on file that an answer may want; copies of it are the cases of the matrix. */
export async function aPattern(office: Office): Promise<string> {
  const { agencyId } = office
  const { requestId } = await fileRequest(office.visitor('2024-06-03'), anApplication(agencyId))
  const record = { agencyId, requestId, attachments: [] }
  const clerk = office.as('clerk', '2024-06-03')
  await recordEvidence(clerk, {
    ...record,
    evidence: {
      kind: 'search-record',
      search: {
        systems: ['综合档案系统'],
        words: ['环卫', '中标'],
        period: '2020年至今',
        searchedBy: '经办员',
        searchedOn: day('2024-06-03'),
        unitsAsked: [],
      },
      hits: '没有命中',
    },
  })
  await recordEvidence(clerk, { ...record, evidence: { kind: 'location-check', text: '当日核验，可以查阅' } })
  await recordEvidence(office.as('reviewer', '2024-06-03'), {
    ...record,
    evidence: { kind: 'secrecy-review', opinion: 'disclose', text: '已逐项审查' },
  })
  return requestId
}

/** A case with this history, made in bulk and not by the verbs: the matrix needs hundreds. */
export async function aCase(
  office: Office,
  pattern: string,
  history: readonly RequestEvent[],
): Promise<OnRequest> {
  const { agencyId } = office
  const ctx = office.runtime.asSystem(agencyId, '2024-06-03')
  const requestId = newId()
  await office.runtime.owner.query(
    `with r as (
       insert into request (agency_id, request_id, number, query_code_hash, channel, applicant_kind, applicant_class,
         description, wanted_medium, wanted_delivery, state)
       select agency_id, $2::uuid, 'T-' || $2::text, query_code_hash, channel, applicant_kind, applicant_class,
         description, wanted_medium, wanted_delivery, state from request where request_id = $1),
     a as (
       insert into applicant select agency_id, $2::uuid, name_sealed, identity_kind, identity_number_sealed, identity_index,
         organisation_sealed, contact_sealed, agent_sealed from applicant where request_id = $1)
     insert into request_evidence (agency_id, request_id, evidence_id, kind, facts, recorded_at, recorded_by)
     select agency_id, $2::uuid, gen_random_uuid(), kind, facts, recorded_at, recorded_by
     from request_evidence where request_id = $1`,
    [pattern, requestId],
  )
  const fold = foldRequest(history, ctx.calendar, DEFAULT_SETTINGS)
  await tx(ctx, async (t) => {
    let last: StoredEvent | undefined
    for (const [index, event] of history.entries()) {
      const office_ = event.kind === 'decision-drafted' ? { items: ITEMS } : {}
      const happened = {
        seq: index + 1,
        event,
        office: office_,
        note: null,
        recordedAt: ctx.now,
        actor: '经办员',
        actorId: office.clerkId,
      }
      last = await insertEvent(t, { agencyId, requestId }, happened, last?.link ?? null)
    }
    await t
      .updateTable('request')
      .set(foldColumns(fold, 'natural-person'))
      .where('request_id', '=', requestId)
      .execute()
  })
  return { agencyId, requestId, version: 1 }
}
