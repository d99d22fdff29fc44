import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { type AuditFault, verifyAudit } from '../audit.ts'
import type { Context } from '../context.ts'

/** 核对审计日志: walks the chain of an agency from its first entry. */
export function verifyAuditTrail(
  ctx: Context,
  { agencyId }: { agencyId: string },
): Promise<{ checked: number; faults: readonly AuditFault[] }> {
  allow(ctx.actor, 'read-audit')
  return tx(ctx, async (t) => {
    const faults = await verifyAudit(t, agencyId)
    const { checked } = await t
      .selectFrom('audit_entry')
      .select(({ fn }) => fn.countAll<number>().as('checked'))
      .where('agency_id', '=', agencyId)
      .executeTakeFirstOrThrow()
    return { checked, faults }
  })
}
