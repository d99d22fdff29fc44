import { isDeepStrictEqual } from 'node:util'
import { foldRequest } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { readEvents, readHistories } from './event-store.ts'
import { saveFold } from './record-event.ts'
import { readRequestSettings } from './request-settings.ts'
import { foldColumns, lockRequest, REQUEST_COLUMNS, requestOf } from './request-store.ts'

/** A request whose row says something else than its history. */
export type Refolded = Readonly<{
  requestId: string
  number: string
  /** Column → what the row says, and what the history says. */
  differs: Readonly<Record<string, Readonly<{ row: unknown; history: unknown }>>>
}>

const A_STEP = 500

/**
 * 重新推算: reads state, deadline and result of every request of an agency off its history again. They differ after
 * a holiday notice came, and should differ for no other reason.
 */
export async function refoldRequests(
  ctx: Context,
  { agencyId, repair }: { agencyId: string; repair: boolean },
): Promise<{ checked: number; differing: readonly Refolded[] }> {
  allow(ctx.actor, repair ? 'handle-request' : 'read-requests')
  const differing: Refolded[] = []
  let [checked, last] = [0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const step = await tx(ctx, (t) => refoldStep(t, ctx, agencyId, last))
    differing.push(...step.differing)
    checked += step.ids.length
    last = step.ids.at(-1) ?? last
    if (step.ids.length < A_STEP) break
  }
  if (repair) for (const { requestId } of differing) await tx(ctx, (t) => mend(t, ctx, agencyId, requestId))
  return { checked, differing }
}

async function refoldStep(t: Tx, ctx: Context, agencyId: string, after: string) {
  const settings = await readRequestSettings(t, agencyId)
  const rows = await t
    .selectFrom('request')
    .select([
      ...REQUEST_COLUMNS,
      'concluded_on',
      'served_on',
      'result_on',
      'result_served_on',
      'result_outcome',
      'result_items',
    ])
    .where('agency_id', '=', agencyId)
    .where('request_id', '>', after)
    .orderBy('request_id')
    .limit(A_STEP)
    .execute()
  const ids = rows.map(({ request_id }) => request_id)
  const histories = await readHistories(t, agencyId, ids)
  const differing = rows.flatMap((row): Refolded[] => {
    const fold = foldRequest(histories.get(row.request_id) ?? [], ctx.calendarOf(agencyId), settings)
    const history = foldColumns(fold, requestOf(row).applicantClass)
    const stored: Readonly<Record<string, unknown>> = row
    const differs = Object.entries(history).filter(
      ([column, value]) => !isDeepStrictEqual(stored[column] ?? null, value ?? null),
    )
    if (differs.length === 0) return []
    const both = differs.map(([column, value]) => [column, { row: stored[column], history: value }] as const)
    return [{ requestId: row.request_id, number: row.number, differs: Object.fromEntries(both) }]
  })
  return { ids, differing }
}

async function mend(t: Tx, ctx: Context, agencyId: string, requestId: string): Promise<void> {
  const request = await lockRequest(t, agencyId, requestId)
  const events = (await readEvents(t, agencyId, requestId)).map(({ event }) => event)
  const fold = foldRequest(events, ctx.calendarOf(agencyId), await readRequestSettings(t, agencyId))
  await saveFold(t, request, fold)
  await recordAudit(t, ctx, {
    agencyId,
    action: 'refold-request',
    objectKind: 'request',
    objectId: requestId,
    detail: { number: request.number, dueOn: fold.clock.dueOn, state: fold.state },
  })
}
