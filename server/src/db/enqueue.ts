import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { APP_ROLE } from './app-role.ts'
import type { Tx } from './database.ts'
import { DEAD_JOBS, JOB_KINDS, type JobKind, type JobPayloads } from './job-kind.ts'

const SCHEMA = 'mingfu_jobs'
const SENDER = { schema: SCHEMA, supervise: false, schedule: false, migrate: false } as const

/** Puts work on the queue in the transaction of its cause: both are kept, or neither. */
export async function enqueue<Kind extends JobKind>(
  tx: Tx,
  kind: Kind,
  payload: JobPayloads[Kind],
  options: { after?: Date; once?: string } = {},
): Promise<void> {
  const db = {
    executeSql: async (text: string, values: unknown[] = []) => ({
      rows: [...(await tx.executeQuery(CompiledQuery.raw(text, values))).rows],
    }),
  }
  await new PgBoss({ ...SENDER, db }).send(kind, payload, {
    db,
    ...(options.after ? { startAfter: options.after } : {}),
    ...(options.once ? { singletonKey: options.once } : {}),
  })
}

/** Makes the queue's tables and one queue a kind, as the schema's owner; the app role may use them, not drop them. */
export async function installJobs(owner: pg.PoolConfig): Promise<void> {
  const boss = new PgBoss({ ...owner, schema: SCHEMA, supervise: false, schedule: false, max: 1 } as never)
  boss.on('error', () => undefined)
  await boss.start()
  await boss.createQueue(DEAD_JOBS)
  for (const kind of JOB_KINDS) {
    await boss.createQueue(kind, { deadLetter: DEAD_JOBS, retryLimit: 6, retryDelay: 5, retryBackoff: true })
  }
  const db = boss.getDb()
  await db.executeSql(`grant usage on schema ${SCHEMA} to ${APP_ROLE}`)
  await db.executeSql(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_ROLE}`)
  await db.executeSql(`grant usage on all sequences in schema ${SCHEMA} to ${APP_ROLE}`)
  await db.executeSql(`grant execute on all functions in schema ${SCHEMA} to ${APP_ROLE}`)
  await boss.stop({ graceful: false })
}

/** The worker's side of the queue, on the running pool. */
export function openJobs(pool: pg.Pool, onError: (error: Error) => void): PgBoss {
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values as never) }
  const boss = new PgBoss({
    db,
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: true,
    schedule: true,
  })
  boss.on('error', onError)
  return boss
}
