import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'

export type AuditEntry = Readonly<{
  seq: number
  at: Date
  actor: string
  action: string
  objectKind: string | null
  objectId: string | null
  detail: Readonly<Record<string, unknown>>
  ip: string | null
}>

export type ListAuditEntries = Readonly<{
  agencyId: string
  /** Older than this entry. */
  before?: number | undefined
  action?: string | undefined
  /** The whole name of who acted. */
  actor?: string | undefined
}>

const PAGE = 100

/** 审计日志 of an agency, newest first, a hundred at a time. */
export function listAuditEntries(ctx: Context, input: ListAuditEntries): Promise<readonly AuditEntry[]> {
  const { agencyId, before = Number.MAX_SAFE_INTEGER, action, actor } = input
  allow(ctx.actor, 'read-audit')
  return tx(ctx, async (t) => {
    const rows = await t
      .selectFrom('audit_entry')
      .select(['seq', 'at', 'actor', 'action', 'object_kind', 'object_id', 'detail', 'ip'])
      .where('agency_id', '=', agencyId)
      .where('seq', '<', before)
      .$if(action !== undefined, (entries) => entries.where('action', '=', action ?? ''))
      .$if(actor !== undefined, (entries) => entries.where('actor', '=', actor ?? ''))
      .orderBy('seq', 'desc')
      .limit(PAGE)
      .execute()
    return rows.map((row) => ({
      seq: row.seq,
      at: row.at,
      actor: row.actor,
      action: row.action,
      objectKind: row.object_kind,
      objectId: row.object_id,
      detail: row.detail as Record<string, unknown>,
      ip: row.ip,
    }))
  })
}
