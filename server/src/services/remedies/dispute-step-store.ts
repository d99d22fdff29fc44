import { type DisputeStep, type DisputeStepKind, type PlainDate, parsePlainDate } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { actorId, actorName, type Context } from '../context.ts'

/** 一项进展, with who recorded it. */
export type StoredStep = DisputeStep &
  Readonly<{ stepId: string; note: string; actor: string; recordedAt: Date }>

type NewStep = Readonly<{
  agencyId: string
  disputeId: string
  kind: DisputeStepKind
  on: PlainDate
  until: PlainDate | null
  note: string
}>

export async function insertStep(tx: Tx, ctx: Context, step: NewStep): Promise<string> {
  const stepId = newId()
  await tx
    .insertInto('dispute_step')
    .values({
      agency_id: step.agencyId,
      dispute_id: step.disputeId,
      step_id: stepId,
      kind: step.kind,
      occurred_on: step.on,
      until_on: step.until,
      note: step.note,
      recorded_at: ctx.now,
      recorded_by: actorId(ctx.actor),
      actor: actorName(ctx.actor),
    })
    .execute()
  return stepId
}

/** What holds of every dispute of an agency, or of one, oldest first. */
export async function readSteps(
  tx: Tx,
  agencyId: string,
  disputeId?: string,
): Promise<ReadonlyMap<string, readonly StoredStep[]>> {
  const rows = await tx
    .selectFrom('dispute_step')
    .select(['dispute_id', 'step_id', 'kind', 'occurred_on', 'until_on', 'note', 'actor', 'recorded_at'])
    .where('agency_id', '=', agencyId)
    .where('struck_at', 'is', null)
    .$if(disputeId !== undefined, (query) => query.where('dispute_id', '=', disputeId ?? ''))
    .orderBy('occurred_on')
    .orderBy('step_id')
    .execute()
  const steps = rows.map((row) => ({
    disputeId: row.dispute_id,
    stepId: row.step_id,
    kind: row.kind as DisputeStepKind,
    on: parsePlainDate(row.occurred_on),
    until: row.until_on === null ? null : parsePlainDate(row.until_on),
    note: row.note,
    actor: row.actor,
    recordedAt: row.recorded_at,
  }))
  return Map.groupBy(steps, (step) => step.disputeId)
}

/** Strikes a step out; answers whether it stood. */
export async function strikeOut(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  disputeId: string,
  stepId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('dispute_step')
    .set({ struck_at: ctx.now })
    .where('agency_id', '=', agencyId)
    .where('dispute_id', '=', disputeId)
    .where('step_id', '=', stepId)
    .where('struck_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
