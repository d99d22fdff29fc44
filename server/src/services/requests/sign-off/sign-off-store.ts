import type { Tx } from '../../../db/database.ts'
import { actorId, actorName, type Context } from '../../context.ts'
import type { SignOffStep } from '../office-rules/office-rules.ts'

/** 会签意见 of one step on one draft. */
export type SignOff = Readonly<{
  step: SignOffStep
  opinion: string
  actor: string
  actorId: string | null
  signedAt: Date
}>

type Draft = Readonly<{ agencyId: string; requestId: string; draftSeq: number }>

export async function readSignOffs(
  tx: Tx,
  { agencyId, requestId, draftSeq }: Draft,
): Promise<readonly SignOff[]> {
  const rows = await tx
    .selectFrom('decision_sign_off')
    .select(['step', 'opinion', 'actor', 'actor_id', 'signed_at'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .where('draft_seq', '=', draftSeq)
    .orderBy('signed_at')
    .execute()
  return rows.map((row) => ({
    step: row.step as SignOffStep,
    opinion: row.opinion,
    actor: row.actor,
    actorId: row.actor_id,
    signedAt: row.signed_at,
  }))
}

export async function insertSignOff(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId, draftSeq }: Draft,
  { step, opinion }: Pick<SignOff, 'step' | 'opinion'>,
): Promise<void> {
  await tx
    .insertInto('decision_sign_off')
    .values({
      agency_id: agencyId,
      request_id: requestId,
      draft_seq: draftSeq,
      step,
      opinion,
      actor: actorName(ctx.actor),
      actor_id: actorId(ctx.actor),
      signed_at: ctx.now,
    })
    .execute()
}
