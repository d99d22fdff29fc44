import { join } from 'node:path'
import {
  type HolidayNotice,
  makeCalendar,
  NATIONAL_NOTICES,
  type PlainDate,
  parsePlainDate,
  type WorkingCalendar,
} from '@mingfu/law'
import pg from 'pg'
import type { PgBoss } from 'pg-boss'
import type { Config } from './config.ts'
import { APP_ROLE } from './db/app-role.ts'
import { type Db, openDatabase } from './db/database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './db/embedded/embedded-postgres.ts'
import { installJobs, openJobs } from './db/enqueue.ts'
import { migrate } from './db/migrate.ts'
import { aesSeal } from './outside/aes-seal.ts'
import { diskFileStore } from './outside/disk-file-store.ts'
import type { Actor, Context } from './services/context.ts'
import type { FileStore } from './services/file-store.ts'
import type { Seal } from './services/seal.ts'

/** Everything that outlives one request: pools, stores, the calendar. Doors make contexts from it. */
export type Runtime = Readonly<{
  home: string
  db: Db
  pool: pg.Pool
  files: FileStore
  seal: Seal
  publicUrl: string | undefined
  trustProxy: boolean
  /** The calendar in force, with notices imported since the program was made. */
  calendar(): WorkingCalendar
  reloadCalendar(): Promise<void>
  /** `scope` is an agency's id, or `all` for verbs that look across agencies. `at` is for the demonstration only. */
  contextFor(actor: Actor, scope: string, at?: Date): Context
  openJobs(): PgBoss
  log(message: string, detail?: unknown): void
  close(): Promise<void>
}>

export type OpenOptions = Readonly<{
  /** Stop the embedded server on close. Off for short commands that may share another process's server. */
  ownsServer?: boolean
  /** Bring the schema up to date first. */
  migrate?: boolean
  log?: (message: string, detail?: unknown) => void
}>

/** Starts or reaches the database and opens the stores. Throws `CannotStart` with a sentence for people. */
export async function openRuntime(config: Config, options: OpenOptions = {}): Promise<Runtime> {
  const log = options.log ?? ((message, detail) => console.error(message, detail ?? ''))
  const database = await reachDatabase(config)
  if (options.migrate !== false) await bringUpToDate(database.owner)
  const runtime = await assemble(config, database.app, log)
  return {
    ...runtime,
    async close() {
      await runtime.close()
      if (options.ownsServer || (database.embedded && !database.embedded.adopted))
        await database.embedded?.stop()
    },
  }
}

type Reached = Readonly<{ owner: pg.PoolConfig; app: AppConnection; embedded?: EmbeddedPostgres }>
export type AppConnection = Readonly<{ connection: pg.PoolConfig; role?: string }>

async function reachDatabase(config: Config): Promise<Reached> {
  if (config.databaseUrl !== undefined) {
    const owner = { connectionString: config.databaseUrl }
    return { owner, app: { connection: owner, role: APP_ROLE } }
  }
  const embedded = await startEmbeddedPostgres(
    config.home,
    config.serverFolder === undefined ? {} : { serverFolder: config.serverFolder },
  )
  const owner = { ...embedded.connection }
  return { owner, app: { connection: { ...owner, user: APP_ROLE } }, embedded }
}

/** Migrations and the queue's tables, as the owner of the schema. */
export async function bringUpToDate(owner: pg.PoolConfig): Promise<readonly string[]> {
  const client = new pg.Client(owner as pg.ClientConfig)
  await client.connect()
  try {
    const done = await migrate(client)
    await installJobs(owner)
    return done
  } finally {
    await client.end()
  }
}

/** A runtime on a database that is there and migrated; tests come in here. */
export async function assemble(
  config: Pick<Config, 'home' | 'statements' | 'publicUrl' | 'trustProxy'>,
  app: AppConnection,
  log: Runtime['log'],
): Promise<Runtime> {
  const { db, pool } = openDatabase({
    connection: app.connection,
    statements: config.statements,
    ...(app.role === undefined ? {} : { role: app.role }),
    onError: (error) => log('数据库连接中断，将自动重连', error.message),
  })
  const files = diskFileStore(join(config.home, 'files'))
  const seal = aesSeal(join(config.home, 'keys', 'seal.key'))
  const calendar = { current: await readCalendar(db) }
  return {
    home: config.home,
    db,
    pool,
    files,
    seal,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    calendar: () => calendar.current,
    async reloadCalendar() {
      calendar.current = await readCalendar(db)
    },
    contextFor(actor, scope, at) {
      const now = at ?? new Date()
      return { db, actor, scope, now, today: dayInChina(now), calendar: calendar.current, files, seal }
    },
    openJobs: () => openJobs(pool, (error) => log('后台任务出错', error.message)),
    log,
    close: () => db.destroy(),
  }
}

async function readCalendar(db: Db): Promise<WorkingCalendar> {
  const rows = await db.selectFrom('holiday_notice').select('content').orderBy('imported_at').execute()
  return makeCalendar([...NATIONAL_NOTICES, ...rows.map(({ content }) => content as HolidayNotice)])
}

const CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** The one place where a moment becomes a day: the calendar day in China. */
export function dayInChina(moment: Date): PlainDate {
  return parsePlainDate(CHINA.format(moment))
}
