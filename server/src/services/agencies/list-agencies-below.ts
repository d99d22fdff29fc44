import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Agency, listAgencies } from './find-agency.ts'
import { pathOf } from './within.ts'

/** 本机关及下级机关, parents before children: what an administrator looks after. */
export function listAgenciesBelow(
  ctx: Context,
  { agencyId }: { agencyId: string },
): Promise<readonly Agency[]> {
  allow(ctx.actor, 'read-staff')
  return tx(ctx, async (t) => {
    const own = await pathOf(t, agencyId)
    if (own === undefined) return []
    const all = await listAgencies(t)
    return all.filter(({ path }) => path.startsWith(own))
  })
}
