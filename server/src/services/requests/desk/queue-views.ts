import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { actorId, type Context } from '../../context.ts'

/** 保存的筛选: a name and the filter of the queue's page, as its address has it. */
export type QueueView = Readonly<{ viewId: string; name: string; filter: Readonly<Record<string, string>> }>

const MOST = 20

/** The views of who asks. */
export async function listQueueViews(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly QueueView[]> {
  allow(ctx.actor, 'read-requests')
  const me = actorId(ctx.actor)
  if (me === null) return []
  return tx(ctx, async (t) => {
    const rows = await t
      .selectFrom('queue_view')
      .select(['view_id', 'name', 'filter'])
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', me)
      .orderBy('created_at')
      .execute()
    return rows.map(({ view_id, name, filter }) => ({
      viewId: view_id,
      name,
      filter: filter as QueueView['filter'],
    }))
  })
}

export type SaveQueueView = Readonly<{ agencyId: string; name: string; filter: QueueView['filter'] }>

/** 保存筛选 under a name; the same name again replaces what it stood for. */
export async function saveQueueView(ctx: Context, { agencyId, name, filter }: SaveQueueView): Promise<void> {
  allow(ctx.actor, 'read-requests')
  const me = actorId(ctx.actor)
  if (me === null) throw new Invalid('只有工作人员可以保存筛选')
  const kept = await listQueueViews(ctx, { agencyId })
  if (kept.length >= MOST && !kept.some((view) => view.name === name))
    throw new Invalid(`最多保存${MOST}个筛选，请先删除不用的`, { name: '请先删除不用的筛选' })
  await tx(ctx, async (t) => {
    const value = JSON.stringify(filter)
    await t
      .insertInto('queue_view')
      .values({
        agency_id: agencyId,
        view_id: newId(),
        staff_id: me,
        name,
        filter: value,
        created_at: ctx.now,
      })
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'staff_id', 'name']).doUpdateSet({ filter: value }),
      )
      .execute()
  })
}

export async function deleteQueueView(
  ctx: Context,
  { agencyId, viewId }: Readonly<{ agencyId: string; viewId: string }>,
): Promise<void> {
  allow(ctx.actor, 'read-requests')
  await tx(ctx, async (t) => {
    await t
      .deleteFrom('queue_view')
      .where('agency_id', '=', agencyId)
      .where('view_id', '=', viewId)
      .where('staff_id', '=', actorId(ctx.actor) ?? '')
      .execute()
  })
}
