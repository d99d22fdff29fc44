import { foldRequest, type PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { readEvents } from './event-store.ts'
import { statesOf } from './list-requests.ts'
import { saveFold } from './record-event.ts'
import { insertNote } from './request-notes.ts'
import { readRequestSettings } from './request-settings.ts'
import { lockRequest } from './request-store.ts'

export type MovedDeadline = Readonly<{
  requestId: string
  number: string
  from: PlainDate | null
  to: PlainDate | null
}>

/**
 * 重新计算期限: reads every open case of an agency again, after a holiday notice came or was amended, and leaves a
 * remark and an audit entry where a day moved. Running it again changes nothing.
 */
export async function recomputeDeadlines(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly MovedDeadline[]> {
  allow(ctx.actor, 'handle-request')
  const open = await tx(ctx, (t) =>
    t
      .selectFrom('request')
      .select('request_id')
      .where('agency_id', '=', agencyId)
      .where('state', 'in', statesOf('open'))
      .orderBy('request_id')
      .execute(),
  )
  const moved: MovedDeadline[] = []
  for (const { request_id } of open) {
    const one = await recomputeOne(ctx, agencyId, request_id)
    if (one !== null) moved.push(one)
  }
  return moved
}

function recomputeOne(ctx: Context, agencyId: string, requestId: string): Promise<MovedDeadline | null> {
  return tx(ctx, async (t) => {
    const request = await lockRequest(t, agencyId, requestId)
    const events = (await readEvents(t, agencyId, requestId)).map(({ event }) => event)
    const fold = foldRequest(events, ctx.calendarOf(agencyId), await readRequestSettings(t, agencyId))
    const { dueOn, provisional } = fold.clock
    if (dueOn === request.dueOn && provisional === request.dueIsProvisional) return null
    await saveFold(t, request, fold)
    if (dueOn === request.dueOn) return null
    const text = `放假安排有变动，答复期限届满日由${request.dueOn ?? '未定'}改为${dueOn ?? '未定'}`
    await insertNote(t, ctx, request, text)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'recompute-deadline',
      objectKind: 'request',
      objectId: requestId,
      detail: { number: request.number, from: request.dueOn, to: dueOn },
    })
    return { requestId, number: request.number, from: request.dueOn, to: dueOn }
  })
}
