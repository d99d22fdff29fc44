import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { APP_ROLE } from './app-role.ts'
import type { Db, Tx } from './database.ts'
import { DEAD_JOBS, JOB_KINDS, type JobKind, type JobPayloads } from './job-kind.ts'
import { newId } from './new-id.ts'
import { withClient } from './with-client.ts'

const SCHEMA = 'mingfu_jobs'
const YEAR = 365 * 86_400

export type EnqueueOptions = Readonly<{
  /** Not before this moment. */
  after?: Date
  /** Work of the same kind and key that is still waiting is not added again. */
  once?: string
}>

/** Puts work on the queue in the transaction of its cause: both are kept, or neither. */
export async function enqueue<Kind extends JobKind>(
  tx: Tx,
  kind: Kind,
  payload: JobPayloads[Kind],
  options: EnqueueOptions = {},
): Promise<void> {
  await queueOf(tx).send(kind, payload, {
    // The queues keep one waiting job a key; work that may wait several times over gets a key of its own.
    singletonKey: options.once ?? newId(),
    ...(options.after ? { startAfter: options.after } : {}),
  })
}

/** The queue as a transaction or the program's pool sees it: it may be written to and read, and runs nothing. */
export function queueOf(db: Db | Tx): PgBoss {
  const executeSql = async (text: string, values: unknown[] = []) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
    return { rows: [...rows] }
  }
  return new PgBoss({ db: { executeSql }, schema: SCHEMA, supervise: false, schedule: false, migrate: false })
}

/** Makes the queue's tables and one queue a kind, as the schema's owner; the app role may use them, not drop them. */
export async function installJobs(owner: pg.ClientBase): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => owner.query(text, values) }
  const boss = new PgBoss({ db, schema: SCHEMA, supervise: false, schedule: false, registerInstance: false })
  await boss.start()
  await boss.createQueue(DEAD_JOBS)
  for (const kind of JOB_KINDS) {
    await boss.createQueue(kind, {
      policy: 'short',
      deadLetter: DEAD_JOBS,
      retryLimit: 6,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 3600,
      // Work waits as long as it must for a worker; what fails for good stays visible as long.
      retentionSeconds: YEAR,
    })
  }
  for (const grant of [
    'usage on schema',
    'select, insert, update, delete on all tables in schema',
    'usage on all sequences in schema',
    'execute on all functions in schema',
  ]) {
    await owner.query(`grant ${grant} ${SCHEMA} to ${APP_ROLE}`)
  }
  await boss.stop({ graceful: false })
}

/** Kinds whose queue is not there yet; all of them on a database that has none. */
export async function missingQueues(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('${SCHEMA}.queue') is not null as there`,
  )
  if (!rows[0]?.there) return JOB_KINDS
  const queues = await client.query<{ name: string }>(`select name from ${SCHEMA}.queue`)
  const names = new Set(queues.rows.map(({ name }) => name))
  return [...JOB_KINDS, DEAD_JOBS].filter((kind) => !names.has(kind))
}

/** Work as a backup keeps it. */
export type WaitingJob = { kind: string; payload: Record<string, unknown> }

/** Work that waits or is being done; for a backup, which has no workers. */
export async function waitingJobs(client: pg.ClientBase): Promise<WaitingJob[]> {
  const { rows } = await client.query<WaitingJob>(
    `select name as kind, data as payload from ${SCHEMA}.job
     where state in ('created', 'retry', 'active') and name = any ($1) order by created_on, id`,
    [JOB_KINDS],
  )
  return rows
}

/** Puts work from a backup on the queue; a kind that this program no longer knows is left out. */
export async function requeue(owner: pg.ClientConfig, jobs: readonly WaitingJob[]): Promise<void> {
  await withClient(owner, async (client) => {
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
    const sender = new PgBoss({ db, schema: SCHEMA, supervise: false, schedule: false, migrate: false })
    for (const { kind, payload } of jobs) {
      if (JOB_KINDS.some((known) => known === kind))
        await sender.send(kind, payload, { singletonKey: newId() })
    }
  })
}

/** The worker's side of the queue, on the running pool. */
export function openJobs(pool: pg.Pool, onError: (error: Error) => void): PgBoss {
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) }
  const boss = new PgBoss({
    db,
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: true,
    schedule: true,
    // Rebuilding indexes needs their owner, and the running program is not.
    reindex: false,
  })
  boss.on('error', onError)
  return boss
}
