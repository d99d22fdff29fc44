import { parsePlainDate, type RequestEvent } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { type EventLink, linkOf } from '../../db/event-link.ts'
import type { StoredRequest } from './request-store.ts'

/** 办理经过的一条: the fact as law reads it, and beside it what the office keeps on it. */
export type StoredEvent = Readonly<{
  seq: number
  event: RequestEvent
  office: OfficeFacts
  note: string | null
  recordedAt: Date
  actor: string
  actorId: string | null
  /** Its place in the chain of the history; `null` where a link is missing. */
  link: EventLink | null
}>

/** 经办材料: facts that letters and the file need and the clock does not. */
export type OfficeFacts = Readonly<Record<string, unknown>>

export async function readEvents(
  tx: Tx,
  agencyId: string,
  requestId: string,
): Promise<readonly StoredEvent[]> {
  const rows = await tx
    .selectFrom('request_event')
    .select([
      'seq',
      'kind',
      'occurred_on',
      'facts',
      'note',
      'recorded_at',
      'actor',
      'actor_id',
      'sha256',
      'sm3',
    ])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => {
    const { office } = row.facts as { office?: OfficeFacts }
    return {
      seq: row.seq,
      event: eventOf(row),
      office: office ?? {},
      note: row.note,
      recordedAt: row.recorded_at,
      actor: row.actor,
      actorId: row.actor_id,
      link: row.sha256 === null || row.sm3 === null ? null : { sha256: row.sha256, sm3: row.sm3 },
    }
  })
}

/** The events of several requests, as law reads them. */
export async function readHistories(
  tx: Tx,
  agencyId: string,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RequestEvent[]>> {
  if (requestIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('request_event')
    .select(['request_id', 'kind', 'occurred_on', 'facts'])
    .where('agency_id', '=', agencyId)
    .where('request_id', 'in', [...requestIds])
    .orderBy('request_id')
    .orderBy('seq')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.request_id)
  return new Map([...grouped].map(([id, events]) => [id, events.map(eventOf)]))
}

function eventOf(row: Readonly<{ kind: string; occurred_on: string; facts: unknown }>): RequestEvent {
  const { office: _office, ...facts } = row.facts as { office?: OfficeFacts }
  return { ...facts, kind: row.kind, on: parsePlainDate(row.occurred_on) } as RequestEvent
}

/** Appends an event to the chain of its history, and answers it with its link. */
export async function insertEvent(
  tx: Tx,
  key: Pick<StoredRequest, 'agencyId' | 'requestId'>,
  stored: Omit<StoredEvent, 'link'>,
  previous: EventLink | null,
): Promise<StoredEvent> {
  const { row, event } = eventRow(key, stored, previous)
  await tx.insertInto('request_event').values(row).execute()
  return event
}

/** The row of an event with its link, and the event as the next one builds on it. */
export function eventRow(
  { agencyId, requestId }: Pick<StoredRequest, 'agencyId' | 'requestId'>,
  stored: Omit<StoredEvent, 'link'>,
  previous: EventLink | null,
) {
  const { seq, event, office, note, recordedAt, actor, actorId } = stored
  const { kind, on, ...facts } = event
  const kept = Object.keys(office).length === 0 ? facts : { ...facts, office }
  const row = {
    agency_id: agencyId,
    request_id: requestId,
    seq,
    kind,
    occurred_on: on,
    note,
    actor,
    actor_id: actorId,
  }
  const link = linkOf({ ...row, facts: kept, recorded_at: recordedAt.toISOString() }, previous)
  return {
    row: { ...row, ...link, facts: JSON.stringify(kept), recorded_at: recordedAt },
    event: { ...stored, link } satisfies StoredEvent,
  }
}
