import { tx } from '../../../db/transaction.ts'
import { NotFound } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { titleOfCatalogue } from './catalogue-entry.ts'

export type DiscardDraft = Readonly<{ agencyId: string; catalogue: string; version: number }>

/** 放弃待批准的版本: it stays on record, and what is in force goes on. */
export async function discardDraft(ctx: Context, input: DiscardDraft): Promise<void> {
  const { agencyId, catalogue, version } = input
  allowWithin(ctx, 'edit-guide', agencyId)
  titleOfCatalogue(catalogue)
  await tx(ctx, async (t) => {
    const row = await t
      .updateTable('catalogue_version')
      .set({ state: 'superseded' })
      .where('agency_id', '=', agencyId)
      .where('catalogue', '=', catalogue)
      .where('version', '=', version)
      .where('state', '=', 'draft')
      .returning('version')
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('待批准的版本')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'discard-catalogue-draft',
      objectKind: 'catalogue',
      objectId: agencyId,
      detail: { catalogue, version },
    })
  })
}
