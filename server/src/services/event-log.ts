import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import { actorId, actorName, type Context } from './context.ts'

/** 经过: what happened to a thing, in order; each table is only added to. */
const LOGS = {
  document: { table: 'document_event', id: 'document_id' },
  briefing: { table: 'briefing_event', id: 'item_id' },
} as const

export type EventLog = keyof typeof LOGS

export type LoggedEvent<Kind extends string> = Readonly<{
  kind: Kind
  facts?: Readonly<Record<string, unknown>>
}>

export type RecordedEvent<Kind extends string> = Readonly<{
  seq: number
  kind: Kind
  facts: Readonly<Record<string, unknown>>
  at: Date
  actor: string
  actorId: string | null
}>

type Thing = Readonly<{ agencyId: string; id: string }>

/** Adds what was done, by whom and when. The thing's own row is locked, so the next number is nobody else's. */
export async function recordEvent(
  tx: Tx,
  ctx: Context,
  log: EventLog,
  { agencyId, id }: Thing,
  { kind, facts = {} }: LoggedEvent<string>,
): Promise<void> {
  const table = sql.table(LOGS[log].table)
  const idColumn = sql.ref(LOGS[log].id)
  await sql`
    insert into ${table} (agency_id, ${idColumn}, seq, kind, facts, recorded_at, actor, actor_id)
    select ${agencyId}::uuid, ${id}::uuid, coalesce(max(seq), 0) + 1, ${kind}::text,
           ${JSON.stringify(facts)}::jsonb, ${ctx.now}::timestamptz, ${actorName(ctx.actor)}::text,
           ${actorId(ctx.actor)}::uuid
    from ${table}
    where agency_id = ${agencyId}::uuid and ${idColumn} = ${id}::uuid`.execute(tx)
}

/** What happened to a thing, first things first. */
export async function listEvents<Kind extends string>(
  db: Db | Tx,
  log: EventLog,
  { agencyId, id }: Thing,
): Promise<readonly RecordedEvent<Kind>[]> {
  const { rows } = await sql<RecordedEvent<Kind>>`
    select seq, kind, facts, recorded_at as "at", actor, actor_id as "actorId"
    from ${sql.table(LOGS[log].table)}
    where agency_id = ${agencyId}::uuid and ${sql.ref(LOGS[log].id)} = ${id}::uuid
    order by seq`.execute(db)
  return rows
}
