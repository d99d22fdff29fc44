import type { Tx } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'

/**
 * An administrator looks after their own agency and those below it; of any other agency they are told that it is not
 * there. The program itself may enter everywhere.
 */
export async function requireWithin(tx: Tx, ctx: Context, agencyId: string): Promise<void> {
  const { actor } = ctx
  if (actor.kind === 'system') return
  if (actor.kind === 'staff' && actor.agencyId === agencyId) return
  const [own, asked] = await Promise.all([
    actor.kind === 'staff' ? pathOf(tx, actor.agencyId) : undefined,
    pathOf(tx, agencyId),
  ])
  if (own === undefined || asked === undefined || !asked.startsWith(own)) throw new NotFound('这个机关')
}

/** The agency's place in the tree, `/yahe/yahe-caizheng/`. */
export async function pathOf(tx: Tx, agencyId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('agency')
    .select('path')
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return row?.path
}
