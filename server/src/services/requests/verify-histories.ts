import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { type EventLink, linkOf } from '../../db/event-link.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'

/** `missing`: a number is left out. `altered`: does not fit its digest or the one before. `cut`: the end is not the one that the audit trail knows. */
export type HistoryFault = Readonly<{ number: string; seq: number; what: 'missing' | 'altered' | 'cut' }>

export type HistoriesChecked = Readonly<{ checked: number; faults: readonly HistoryFault[] }>

const A_STEP = 500

/** 核对办理经过: walks the chain of every request of an agency, and compares its end with the audit trail. */
export async function verifyHistories(
  ctx: Context,
  { agencyId }: { agencyId: string },
): Promise<HistoriesChecked> {
  allow(ctx.actor, 'read-audit')
  const faults: HistoryFault[] = []
  let [checked, last] = [0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const step = await tx(ctx, (t) => verifyStep(t, agencyId, last))
    faults.push(...step.faults)
    checked += step.ids.length
    last = step.ids.at(-1) ?? last
    if (step.ids.length < A_STEP) return { checked, faults }
  }
}

async function verifyStep(t: Tx, agencyId: string, after: string) {
  const requests = await t
    .selectFrom('request')
    .select(['request_id', 'number'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '>', after)
    .orderBy('request_id')
    .limit(A_STEP)
    .execute()
  const ids = requests.map(({ request_id }) => request_id)
  if (ids.length === 0) return { ids, faults: [] }
  const rows = await t
    .selectFrom('request_event')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('request_id', 'in', ids)
    .orderBy('request_id')
    .orderBy('seq')
    .execute()
  const histories = Map.groupBy(rows, (row) => row.request_id)
  const ends = await auditedEnds(t, agencyId, ids)
  const faults = requests.flatMap(({ request_id, number }) =>
    faultsOf(number, histories.get(request_id) ?? [], ends.get(request_id)),
  )
  return { ids, faults }
}

type Row = Readonly<Omit<Parameters<typeof linkOf>[0], 'recorded_at'>> &
  Readonly<{ recorded_at: Date; sha256: string | null; sm3: string | null }>

function faultsOf(number: string, events: readonly Row[], end: string | undefined): HistoryFault[] {
  const faults: HistoryFault[] = []
  let previous: EventLink | null = null
  let expected = 1
  for (const event of events) {
    for (; expected < event.seq; expected += 1) faults.push({ number, seq: expected, what: 'missing' })
    const again = linkOf({ ...event, recorded_at: event.recorded_at.toISOString() }, previous)
    if (again.sha256 !== event.sha256 || again.sm3 !== event.sm3) {
      faults.push({ number, seq: event.seq, what: 'altered' })
    }
    previous = { sha256: event.sha256 ?? '', sm3: event.sm3 ?? '' }
    expected = event.seq + 1
  }
  if (end !== undefined && end !== previous?.sha256) faults.push({ number, seq: expected, what: 'cut' })
  return faults
}

/** The digest of the last event of each request, as the audit trail noted it. */
async function auditedEnds(
  t: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await t
    .selectFrom('audit_entry')
    .distinctOn('object_id')
    .select(['object_id', sql<string>`detail ->> 'digest'`.as('digest')])
    .where('agency_id', '=', agencyId)
    .where('object_kind', '=', 'request')
    .where('object_id', 'in', [...ids])
    .where(sql<boolean>`jsonb_exists(detail, 'digest')`)
    .orderBy('object_id')
    .orderBy('seq', 'desc')
    .execute()
  return new Map(rows.flatMap(({ object_id, digest }) => (object_id === null ? [] : [[object_id, digest]])))
}
