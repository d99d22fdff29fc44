import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { type CatalogueVersion, listVersions } from './catalogue-store.ts'

/** 目录版本 of an organ: what is in force, what waits for approval, what there was before. */
export async function listCatalogues(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly CatalogueVersion[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  return listVersions(ctx.db, agencyId)
}
