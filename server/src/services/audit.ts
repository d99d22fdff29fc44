import { createHash } from 'node:crypto'
import { takeNumbers } from '../db/counter.ts'
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
export function recordAudit(tx: Tx, ctx: Context, record: AuditRecord): Promise<void> {
  return recordAudits(tx, record.agencyId, [{ ctx, record }])
}

/** Several links of one agency's chain, in order. */
export async function recordAudits(
  tx: Tx,
  agencyId: string,
  records: readonly Readonly<{ ctx: Context; record: AuditRecord }>[],
): Promise<void> {
  if (records.length === 0) return
  // The counter row serialises writers of one agency, so that the chain has no fork.
  const before = await takeNumbers(tx, agencyId, 0, 'audit', records.length)
  const last = await tx
    .selectFrom('audit_entry')
    .select('hash')
    .where('agency_id', '=', agencyId)
    .where('seq', '=', before)
    .executeTakeFirst()
  let previous = last?.hash ?? FIRST
  const entries = records.map(({ ctx, record }, index) => {
    const entry = entryOf(ctx, record, before + index + 1, previous)
    previous = hashOf(entry)
    return { ...entry, hash: previous }
  })
  await tx.insertInto('audit_entry').values(entries).execute()
}

function entryOf(ctx: Context, record: AuditRecord, seq: number, previousHash: string) {
  return {
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
    previous_hash: previousHash,
  }
}

export type AuditFault = Readonly<{ agencyId: string; seq: number; what: 'missing' | 'altered' | 'unlinked' }>

/** What a walk along the chain found. Whoever notes `lastHash` elsewhere can prove later that nothing was rewritten. */
export type AuditChain = Readonly<{ checked: number; lastHash: string; faults: readonly AuditFault[] }>

const ENTRIES_A_STEP = 2_000

/** Walks the chain of an agency and names every entry that is missing, altered or no longer linked. */
export async function verifyAudit(tx: Tx, agencyId: string): Promise<AuditChain> {
  const faults: AuditFault[] = []
  let [checked, lastSeq, lastHash] = [0, 0, FIRST]
  const missUntil = (seq: number) => {
    for (let at = lastSeq + 1; at < seq; at += 1) faults.push({ agencyId, seq: at, what: 'missing' })
  }
  for (;;) {
    const entries = await tx
      .selectFrom('audit_entry')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .where('seq', '>', lastSeq)
      .orderBy('seq')
      .limit(ENTRIES_A_STEP)
      .execute()
    for (const { hash, ...entry } of entries) {
      missUntil(entry.seq)
      if (entry.previous_hash !== lastHash) faults.push({ agencyId, seq: entry.seq, what: 'unlinked' })
      const again = hashOf({ ...entry, at: entry.at.toISOString(), detail: JSON.stringify(entry.detail) })
      if (again !== hash) faults.push({ agencyId, seq: entry.seq, what: 'altered' })
      ;[lastSeq, lastHash] = [entry.seq, hash]
    }
    checked += entries.length
    if (entries.length < ENTRIES_A_STEP) break
  }
  missUntil((await countedEntries(tx, agencyId)) + 1)
  return { checked, lastHash, faults }
}

/** How many entries were ever made: a chain cut off at its end still links up. */
async function countedEntries(tx: Tx, agencyId: string): Promise<number> {
  const row = await tx
    .selectFrom('counter')
    .select('value')
    .where('agency_id', '=', agencyId)
    .where('year', '=', 0)
    .where('kind', '=', 'audit')
    .executeTakeFirst()
  return row?.value ?? 0
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
