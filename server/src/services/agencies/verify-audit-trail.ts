import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { type AuditChain, verifyAudit } from '../audit.ts'
import type { Context } from '../context.ts'

/** 核对审计日志: walks the chain of an agency from its first entry. */
export function verifyAuditTrail(ctx: Context, { agencyId }: { agencyId: string }): Promise<AuditChain> {
  allow(ctx.actor, 'read-audit')
  return tx(ctx, (t) => verifyAudit(t, agencyId))
}
