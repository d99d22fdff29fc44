import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { type OfficeRules, readOfficeRules } from './office-rules.ts'

/** 内部办理规则, as they hold for an agency. */
export async function getOfficeRules(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<OfficeRules> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, (t) => readOfficeRules(t, agencyId))
}
