import type { Tx } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import { listAgencies } from '../agencies/find-agency.ts'
import { pathOf } from '../agencies/within.ts'
import type { Context } from '../context.ts'

export type Supervised = Readonly<{ agencyId: string; name: string; shortName: string }>

/** 下级机关: whom an agency supervises, itself not among them; in the order of the tree. */
export async function agenciesBelow(tx: Tx, agencyId: string): Promise<readonly Supervised[]> {
  const own = await pathOf(tx, agencyId)
  if (own === undefined) return []
  return (await listAgencies(tx)).filter((one) => one.path.startsWith(own) && one.agencyId !== agencyId)
}

/** The one below, or that it is not there: whose agency it is otherwise is nobody's business here. */
export async function supervisedAgency(tx: Tx, agencyId: string, belowId: string): Promise<Supervised> {
  const found = (await agenciesBelow(tx, agencyId)).find((one) => one.agencyId === belowId)
  if (found === undefined) throw new NotFound('这个下级机关')
  return found
}

/** A supervisor sees over the walls between agencies; each verb that does so names the agencies it reads. */
export function overWalls(ctx: Context): Context {
  return { ...ctx, scope: 'all' }
}
