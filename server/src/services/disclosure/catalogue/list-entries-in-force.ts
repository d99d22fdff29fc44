import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'

/** 现行目录的公开事项, every catalogue of the organ: under which of them a document may be placed. */
export async function listEntriesInForce(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly Readonly<{ entryId: string; catalogue: string; path: readonly string[] }>[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  const rows = await ctx.db
    .selectFrom('catalogue_entry as entry')
    .innerJoin('catalogue_version as version', (join) =>
      join
        .onRef('version.agency_id', '=', 'entry.agency_id')
        .onRef('version.catalogue', '=', 'entry.catalogue')
        .onRef('version.version', '=', 'entry.version'),
    )
    .select(['entry.entry_id', 'entry.catalogue', 'entry.path'])
    .where('entry.agency_id', '=', agencyId)
    .where('version.state', '=', 'in-force')
    .orderBy((eb) => eb('entry.catalogue', '=', 'basic'), 'desc')
    .orderBy('entry.catalogue')
    .orderBy('entry.sort_order')
    .execute()
  return rows.map(({ entry_id: entryId, catalogue, path }) => ({ entryId, catalogue, path }))
}
