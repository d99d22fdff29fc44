import type { PlainDate } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import { actorName, type Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'

export type PlanDuty = Readonly<{
  agencyId: string
  entryId: string
  /** Null takes the plan back. */
  plannedOn: PlainDate | null
  note: string
}>

/** 公开计划: the day by which a duty without an item will have one. */
export async function planDuty(
  ctx: Context,
  { agencyId, entryId, plannedOn, note }: PlanDuty,
): Promise<void> {
  allowWithin(ctx, 'draft-document', agencyId)
  if (plannedOn !== null && plannedOn < ctx.today) {
    throw new Invalid('计划公开的日期不能早于今天', { plannedOn: '计划公开的日期不能早于今天' })
  }
  await tx(ctx, async (t) => {
    const entry = await t
      .selectFrom('catalogue_entry')
      .select('entry_id')
      .where('agency_id', '=', agencyId)
      .where('entry_id', '=', entryId)
      .limit(1)
      .executeTakeFirst()
    if (entry === undefined) throw new NotFound('这个公开事项')
    if (plannedOn === null) {
      await t
        .deleteFrom('catalogue_plan')
        .where('agency_id', '=', agencyId)
        .where('entry_id', '=', entryId)
        .execute()
      return
    }
    const words = {
      planned_on: plannedOn,
      note: note.trim(),
      recorded_at: ctx.now,
      recorded_by: actorName(ctx.actor),
    }
    await t
      .insertInto('catalogue_plan')
      .values({ agency_id: agencyId, entry_id: entryId, ...words })
      .onConflict((conflict) => conflict.columns(['agency_id', 'entry_id']).doUpdateSet(words))
      .execute()
  })
}
