import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { type AuditFault, verifyAudit } from '../audit.ts'
import type { Context } from '../context.ts'

export type AuditEntry = Readonly<{
  seq: number
  at: Date
  actor: string
  action: string
  objectKind: string | null
  objectId: string | null
  detail: Readonly<Record<string, unknown>>
}>

const PAGE = 100

/** 审计日志 of an agency, newest first, with what a walk along the chain finds wrong. */
export function listAuditEntries(
  ctx: Context,
  { agencyId, before }: { agencyId: string; before: number | undefined },
): Promise<{ entries: readonly AuditEntry[]; faults: readonly AuditFault[] }> {
  allow(ctx.actor, 'read-audit')
  return tx(ctx, async (t) => {
    const rows = await t
      .selectFrom('audit_entry')
      .select(['seq', 'at', 'actor', 'action', 'object_kind', 'object_id', 'detail'])
      .where('agency_id', '=', agencyId)
      .where('seq', '<', before ?? Number.MAX_SAFE_INTEGER)
      .orderBy('seq', 'desc')
      .limit(PAGE)
      .execute()
    const entries = rows.map((row) => ({
      seq: row.seq,
      at: row.at,
      actor: row.actor,
      action: row.action,
      objectKind: row.object_kind,
      objectId: row.object_id,
      detail: row.detail as Record<string, unknown>,
    }))
    return { entries, faults: before === undefined ? await verifyAudit(t, agencyId) : [] }
  })
}
