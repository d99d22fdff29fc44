import type { Tx } from '../../../db/database.ts'
import { actorId, actorName, type Context } from '../../context.ts'

/** 延长的申请: who asked for how long and why, and what the head of the office decided. */
export type ExtensionRequest = Readonly<{
  extensionId: string
  workingDays: number
  reason: string
  askedBy: string
  askedAt: Date
  decision: 'approved' | 'refused' | null
  decidedBy: string | null
  decidedAt: Date | null
  opinion: string | null
}>

type Key = Readonly<{ agencyId: string; requestId: string }>

export async function insertExtensionRequest(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
  { extensionId, workingDays, reason }: Pick<ExtensionRequest, 'extensionId' | 'workingDays' | 'reason'>,
): Promise<void> {
  await tx
    .insertInto('extension_request')
    .values({
      agency_id: agencyId,
      request_id: requestId,
      extension_id: extensionId,
      working_days: workingDays,
      reason,
      asked_by: actorName(ctx.actor),
      asked_by_id: actorId(ctx.actor),
      asked_at: ctx.now,
    })
    .execute()
}

export async function readExtensionRequests(
  tx: Tx,
  { agencyId, requestId }: Key,
): Promise<readonly ExtensionRequest[]> {
  const rows = await tx
    .selectFrom('extension_request')
    .select([
      'extension_id',
      'working_days',
      'reason',
      'asked_by',
      'asked_at',
      'decision',
      'decided_by',
      'decided_at',
      'opinion',
    ])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('asked_at')
    .execute()
  return rows.map((row) => ({
    extensionId: row.extension_id,
    workingDays: row.working_days,
    reason: row.reason,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    decision: row.decision as ExtensionRequest['decision'],
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    opinion: row.opinion,
  }))
}

export async function writeExtensionDecision(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
  {
    extensionId,
    decision,
    opinion,
  }: Readonly<{ extensionId: string; decision: 'approved' | 'refused'; opinion: string }>,
): Promise<void> {
  await tx
    .updateTable('extension_request')
    .set({ decision, opinion, decided_by: actorName(ctx.actor), decided_at: ctx.now })
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .where('extension_id', '=', extensionId)
    .execute()
}
