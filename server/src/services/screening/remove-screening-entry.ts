import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import { allowOwnAgency } from './own-lists.ts'

export type RemoveScreeningEntry = Readonly<{ agencyId: string; entryId: string }>

/** 注销词条: stays on record, and holds no more. */
export async function removeScreeningEntry(
  ctx: Context,
  { agencyId, entryId }: RemoveScreeningEntry,
): Promise<void> {
  allowOwnAgency(ctx, 'edit-screening-lists', agencyId)
  await tx(ctx, async (t) => {
    const removed = await t
      .updateTable('screening_entry')
      .set({ removed_at: ctx.now, removed_by: actorId(ctx.actor) })
      .where('agency_id', '=', agencyId)
      .where('entry_id', '=', entryId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (removed.numUpdatedRows === 0n) throw new NotFound('这个词条')
    await enqueue(t, 'rescreen-documents', { agencyId }, { once: agencyId })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'remove-screening-entry',
      objectKind: 'agency',
      objectId: agencyId,
      detail: { entryId },
    })
  })
}
