import { createHash } from 'node:crypto'
import { nextNumber } from '../db/counter.ts'
import type { Tx } from '../db/database.ts'
import { actorId, actorIp, actorName, type Context } from './context.ts'

export type AuditRecord = Readonly<{
  agencyId: string
  /** Kebab-case: `reveal-applicant`. */
  action: string
  objectKind?: string
  objectId?: string
  detail?: Readonly<Record<string, unknown>>
  /** Who acted, where the context does not know them yet: at sign-in. */
  by?: Readonly<{ name: string; id: string | null }>
}>

const FIRST = '0'.repeat(64)

/** 审计日志: one more link of the agency's chain, in the transaction of what it tells of. */
export async function recordAudit(tx: Tx, ctx: Context, record: AuditRecord): Promise<void> {
  // The counter row serialises writers of one agency, so that the chain has no fork.
  const seq = await nextNumber(tx, record.agencyId, 0, 'audit')
  const last = await tx
    .selectFrom('audit_entry')
    .select('hash')
    .where('agency_id', '=', record.agencyId)
    .where('seq', '=', seq - 1)
    .executeTakeFirst()
  const entry = {
    agency_id: record.agencyId,
    seq,
    at: ctx.now.toISOString(),
    actor: record.by?.name ?? actorName(ctx.actor),
    actor_id: record.by ? record.by.id : actorId(ctx.actor),
    action: record.action,
    object_kind: record.objectKind ?? null,
    object_id: record.objectId ?? null,
    detail: JSON.stringify(record.detail ?? {}),
    ip: actorIp(ctx.actor),
    previous_hash: last?.hash ?? FIRST,
  }
  await tx
    .insertInto('audit_entry')
    .values({ ...entry, hash: hashOf(entry) })
    .execute()
}

export type AuditFault = Readonly<{ agencyId: string; seq: number; what: 'missing' | 'altered' | 'unlinked' }>

/** Walks the chain of an agency and names every entry that is missing, altered or no longer linked. */
export async function verifyAudit(tx: Tx, agencyId: string): Promise<readonly AuditFault[]> {
  const entries = await tx
    .selectFrom('audit_entry')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('seq')
    .execute()
  const faults: AuditFault[] = []
  let previous = FIRST
  let expected = 1
  for (const { hash, ...entry } of entries) {
    for (; expected < entry.seq; expected += 1) faults.push({ agencyId, seq: expected, what: 'missing' })
    expected = entry.seq + 1
    if (entry.previous_hash !== previous) faults.push({ agencyId, seq: entry.seq, what: 'unlinked' })
    const again = hashOf({ ...entry, at: entry.at.toISOString(), detail: JSON.stringify(entry.detail) })
    if (again !== hash) faults.push({ agencyId, seq: entry.seq, what: 'altered' })
    previous = hash
  }
  return faults
}

type Hashed = Readonly<Record<string, string | number | null> & { detail: string }>

/** Over every field in a fixed order; `detail` is compared as PostgreSQL gives it back, so its keys are sorted. */
function hashOf(entry: Hashed): string {
  const detail = JSON.stringify(sorted(JSON.parse(String(entry.detail))))
  const fields = [
    'agency_id',
    'seq',
    'at',
    'actor',
    'actor_id',
    'action',
    'object_kind',
    'object_id',
    'ip',
    'previous_hash',
  ]
  return createHash('sha256')
    .update(JSON.stringify([...fields.map((field) => entry[field] ?? null), detail]))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, of]) => [key, sorted(of)]),
  )
}
