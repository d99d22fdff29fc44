import { tx } from '../../../db/transaction.ts'
import { NotFound, Stale } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import { actorName, type Context } from '../../context.ts'
import { renewDueDays } from '../due/renew-due-days.ts'
import { allowWithin } from '../own-agency.ts'
import { titleOfCatalogue } from './catalogue-entry.ts'

export type ApproveCatalogue = Readonly<{ agencyId: string; catalogue: string; version: number }>

/** 批准目录: the draft comes into force and is shown to the public; the version before it stays on record. */
export async function approveCatalogue(ctx: Context, input: ApproveCatalogue): Promise<void> {
  const { agencyId, catalogue, version } = input
  allowWithin(ctx, 'approve-document', agencyId)
  titleOfCatalogue(catalogue)
  await tx(ctx, async (t) => {
    const row = await t
      .selectFrom('catalogue_version')
      .select('state')
      .where('agency_id', '=', agencyId)
      .where('catalogue', '=', catalogue)
      .where('version', '=', version)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('目录的这个版本')
    if (row.state !== 'draft') throw new Stale('目录的这个版本')
    const ofCatalogue = (state: 'in-force' | 'draft') =>
      t
        .updateTable('catalogue_version')
        .where('agency_id', '=', agencyId)
        .where('catalogue', '=', catalogue)
        .where('state', '=', state)
    await ofCatalogue('in-force').set({ state: 'superseded' }).execute()
    await ofCatalogue('draft')
      .where('version', '=', version)
      .set({ state: 'in-force', approved_at: ctx.now, approved_by: actorName(ctx.actor) })
      .execute()
    await renewDueDays(t, ctx, agencyId)
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'approve-catalogue',
      objectKind: 'catalogue',
      objectId: agencyId,
      detail: { catalogue, version },
    })
  })
}
