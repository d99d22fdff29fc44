import { RETENTION, type RetentionKey } from '@mingfu/law'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

const DAY = 86_400_000

/** What a step looks at: one agency, or all of them, at one moment. */
type At = Readonly<{ agencyId: string | 'all'; now: Date }>

type Removal = Readonly<{
  table: string
  /** Which rows are due, given the moment before which something has had its days. */
  due(before: Date): RawBuilder<unknown>
  /** 清除: what the row loses; without it the row goes. */
  set?: RawBuilder<unknown>
  /** Rows of other tables that go with it, by the column that both have. */
  with?: Readonly<{ column: string; tables: readonly string[] }>
}>

/** Files without an owner have a sweep of their own; every other removed row of the schedule stands here. */
export type RemovedKey = Extract<
  RetentionKey,
  | 'feedback-contacts'
  | 'opinion-contacts'
  | 'notification-addresses'
  | 'left-staff'
  | 'reminders'
  | 'sessions'
  | 'drafts'
  | 'subscriptions'
  | 'probes'
>

const OF_LEFT_STAFF = ['staff_contact', 'staff_recovery_code', 'staff_second_factor'] as const

/** 到期清除: how each row of the schedule is found and removed. Nothing of a case, a document or the trail stands here. */
const REMOVALS: Readonly<Record<RemovedKey, Removal>> = {
  'feedback-contacts': {
    table: 'feedback',
    due: (before) => sql`contact_sealed is not null and answered_at < ${before}`,
    set: sql`contact_sealed = null`,
  },
  // Those who asked to be told are told when the result comes out, under an address of the message's own.
  'opinion-contacts': {
    table: 'opinion',
    due: (before) => sql`contact_sealed is not null and exists (
      select from opinion_call call
      where call.agency_id = opinion.agency_id and call.call_id = opinion.call_id
        and coalesce(call.result_published_at, call.cancelled_on::timestamp at time zone 'Asia/Shanghai') < ${before})`,
    set: sql`contact_sealed = null, notify_by = null`,
  },
  // A message that still waits keeps its address, however old it is.
  'notification-addresses': {
    table: 'notification',
    due: (before) => sql`length(to_sealed) > 0 and state <> 'waiting' and created_at < ${before}
      and (tried_at is null or tried_at < ${before})`,
    set: sql`to_sealed = ''::bytea`,
  },
  'left-staff': {
    table: 'staff',
    due: (before) =>
      sql`disabled_at < ${before} and (${sql.join(
        OF_LEFT_STAFF.map(
          (table) => sql`exists (select from ${sql.table(table)} held
          where held.agency_id = staff.agency_id and held.staff_id = staff.staff_id)`,
        ),
        sql` or `,
      )})`,
    set: sql`second_factor_at = null`,
    with: { column: 'staff_id', tables: OF_LEFT_STAFF },
  },
  reminders: { table: 'staff_reminder', due: (before) => sql`read_at < ${before}` },
  sessions: { table: 'staff_session', due: (before) => sql`expires_at < ${before}` },
  drafts: { table: 'filing_draft', due: (before) => sql`expires_at < ${before}` },
  subscriptions: {
    table: 'subscription',
    due: (before) => sql`state = 'waiting' and created_at < ${before}`,
  },
  probes: { table: 'site_probe', due: (before) => sql`probed_at < ${before}` },
}

export const REMOVED_KEYS = Object.keys(REMOVALS) as readonly RemovedKey[]

/** How much is due now. */
export async function countDue(t: Tx, key: RemovedKey, at: At): Promise<number> {
  const { table } = REMOVALS[key]
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from ${sql.table(table)} where ${dueNow(key, at)}`.execute(t)
  return Number(rows[0]?.n ?? 0)
}

/** Removes what is due; answers how much. Running it again removes nothing more. */
export async function removeDue(t: Tx, key: RemovedKey, at: At): Promise<number> {
  const { table, set, with: others } = REMOVALS[key]
  const due = dueNow(key, at)
  const target = sql.table(table)
  const done = set === undefined ? sql`delete from ${target}` : sql`update ${target} set ${set}`
  if (others === undefined) return Number((await sql`${done} where ${due}`.execute(t)).numAffectedRows ?? 0n)

  const column = sql.ref(others.column)
  const { rows } = await sql<{ id: string }>`select ${column} as id from ${target} where ${due}`.execute(t)
  if (rows.length === 0) return 0
  const named = sql`${column} in (${sql.join(rows.map(({ id }) => id))})`
  for (const other of others.tables) await sql`delete from ${sql.table(other)} where ${named}`.execute(t)
  await sql`${done} where ${named}`.execute(t)
  return rows.length
}

/** Before this moment something of a row has had its days. */
export function dueBefore(key: RetentionKey, now: Date): Date {
  const { days } = RETENTION[key]
  if (days === null) throw new Error(`${key} is never removed`)
  return new Date(now.getTime() - days * DAY)
}

function dueNow(key: RemovedKey, { agencyId, now }: At): RawBuilder<unknown> {
  const due = REMOVALS[key].due(dueBefore(key, now))
  return agencyId === 'all' ? due : sql`agency_id = ${agencyId} and ${due}`
}
