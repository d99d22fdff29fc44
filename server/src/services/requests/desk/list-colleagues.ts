import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { type Colleague, colleaguesOf } from '../staff-of-agency.ts'

/** 本机关工作人员 by name, to choose who handles or stands in. */
export async function listColleagues(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly Colleague[]> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, (t) => colleaguesOf(t, agencyId))
}
