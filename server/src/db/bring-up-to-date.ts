import type pg from 'pg'
import { CannotStart } from './embedded/cannot-start.ts'
import { installJobs, missingQueues } from './enqueue.ts'
import { linkOldHistories } from './event-link.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { withClient } from './with-client.ts'

const OLDEST = 15

/** Migrations and the queue's tables, as the owner of the schema; answers the names of what was run. */
export async function bringUpToDate(owner: pg.ClientConfig): Promise<readonly string[]> {
  return asOwner(owner, async (client) => {
    const done = await migrate(client)
    if (done.some((name) => name.includes('event_chain'))) await linkOldHistories(client)
    if ((await missingQueues(client)).length > 0) {
      // The queue's installation opens transactions of its own, so the lock is held beside it.
      await asOwner(owner, (keeper) => withLock(keeper, () => installJobs(client)))
    }
    return done
  })
}

async function withLock(keeper: pg.Client, work: () => Promise<void>): Promise<void> {
  await keeper.query('begin')
  try {
    await keeper.query('select 1 from migration_lock for update')
    await work()
  } finally {
    await keeper.query('rollback')
  }
}

/** What `bringUpToDate` would do: names of migrations and of queues. */
export async function whatIsMissing(owner: pg.ClientConfig): Promise<readonly string[]> {
  return asOwner(owner, async (client) => [
    ...(await pendingMigrations(client)),
    ...(await missingQueues(client)),
  ])
}

/** Whether anything sealed with a key is kept. */
export async function hasSealedData(owner: pg.ClientConfig): Promise<boolean> {
  return asOwner(owner, async (client) => {
    const { rows } = await client.query<{
      kept: boolean
    }>(`select exists (select 1 from applicant) or exists (select 1 from staff_contact)
        or exists (select 1 from staff_second_factor) as kept`)
    return rows[0]?.kept ?? false
  })
}

async function asOwner<T>(owner: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  let reached = false
  try {
    return await withClient(owner, async (client) => {
      reached = true
      await refuseUnsuitable(client)
      return work(client)
    })
  } catch (error) {
    throw reached ? error : unreachable(owner, error)
  }
}

async function refuseUnsuitable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
  )
  const { version = 0, encoding = '' } = rows[0] ?? {}
  if (version < OLDEST) {
    throw new CannotStart(`外部数据库是 PostgreSQL ${version}，明府需要 ${OLDEST} 或更新的版本。`)
  }
  if (encoding !== 'UTF8') {
    throw new CannotStart(`外部数据库的编码是 ${encoding}，明府需要 UTF8，请另建一个 UTF8 编码的库。`)
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: '没有数据库在监听，请核对主机和端口，并确认数据库已经启动',
  ENOTFOUND: '找不到这台主机，请核对主机名',
  ETIMEDOUT: '连接超时，请核对主机、端口和防火墙',
  '28P01': '用户名或者口令不对',
  '28000': '数据库不允许这样登录，请核对用户名和 pg_hba.conf',
  '3D000': '这个库不存在，请先建库',
}

function unreachable({ connectionString, host }: pg.ClientConfig, error: unknown): CannotStart {
  const { code = '', message } = error as Error & { code?: string }
  const where = connectionString === undefined ? (host ?? '') : withoutPassword(connectionString)
  return new CannotStart(`连接不上数据库 ${where}：${FAULTS[code] ?? message}。`)
}

function withoutPassword(url: string): string {
  return url.replace(/:[^:@/]*@/, '@').replace(/\?.*$/, '')
}
