import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import { actorId, type Context } from '../../context.ts'
import { handledBy } from '../list-requests.ts'
import { type RequestTask, readOpenTasks } from './task-store.ts'

export type { RequestTask } from './task-store.ts'

/** 我的待办事项, and those of whom I stand in for today; what is due first comes first. */
export async function myTasks(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly RequestTask[]> {
  allow(ctx.actor, 'read-requests')
  const me = actorId(ctx.actor)
  if (me === null) return []
  return tx(ctx, async (t) => {
    const mine = await handledBy(t, ctx, agencyId, me).execute()
    return readOpenTasks(
      t,
      agencyId,
      mine.map(({ staff_id }) => staff_id),
    )
  })
}
