import { tx } from '../../../db/transaction.ts'
import { NotFound } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { lockCatalogues, workingDraft } from './catalogue-draft.ts'
import { titleOfCatalogue } from './catalogue-entry.ts'

export type RemoveEntry = Readonly<{ agencyId: string; catalogue: string; entryId: string }>

/** 删去公开事项 from the draft; what is in force keeps it until the draft is approved. */
export async function removeEntry(ctx: Context, input: RemoveEntry): Promise<{ version: number }> {
  const { agencyId, catalogue, entryId } = input
  allowWithin(ctx, 'edit-guide', agencyId)
  titleOfCatalogue(catalogue)
  return tx(ctx, async (t) => {
    await lockCatalogues(t, agencyId)
    const version = await workingDraft(t, ctx, { agencyId, catalogue })
    const removed = await t
      .deleteFrom('catalogue_entry')
      .where('agency_id', '=', agencyId)
      .where('catalogue', '=', catalogue)
      .where('version', '=', version)
      .where('entry_id', '=', entryId)
      .returning(['path', 'sort_order'])
      .executeTakeFirst()
    if (removed === undefined) throw new NotFound('这个公开事项')
    await t
      .updateTable('catalogue_entry')
      .set(({ eb }) => ({ sort_order: eb('sort_order', '-', 1) }))
      .where('agency_id', '=', agencyId)
      .where('catalogue', '=', catalogue)
      .where('version', '=', version)
      .where('sort_order', '>', removed.sort_order)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'remove-catalogue-entry',
      objectKind: 'catalogue',
      objectId: agencyId,
      detail: { catalogue, version, entry: removed.path.join(' › ') },
    })
    return { version }
  })
}
