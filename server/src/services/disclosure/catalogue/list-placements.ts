import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { placementsOf } from './place-document.ts'
import type { Placement } from './placement.ts'

/** 展示位置 of a document besides its own column, for those who work on it. */
export async function listPlacements(
  ctx: Context,
  what: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly Placement[]> {
  allowWithin(ctx, 'read-documents', what.agencyId)
  return placementsOf(ctx.db, what)
}
