import { join } from 'node:path'
import {
  COUNTING_PRACTICE,
  type PlainDate,
  parsePlainDate,
  TABLE2_PRACTICE,
  type WorkingCalendar,
} from '@mingfu/law'
import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { keepCalendar } from './calendar-keeper.ts'
import type { Config } from './config.ts'
import { APP_ROLE } from './db/app-role.ts'
import { bringUpToDate, hasSealedData, whatIsMissing } from './db/bring-up-to-date.ts'
import { type Db, openDatabase } from './db/database.ts'
import { CannotStart } from './db/embedded/cannot-start.ts'
import { startEmbeddedPostgres } from './db/embedded/embedded-postgres.ts'
import { makeHome } from './db/embedded/make-home.ts'
import { openJobs } from './db/enqueue.ts'
import { aesSeal, hasKeys } from './outside/aes-seal.ts'
import { diskFileStore } from './outside/disk-file-store.ts'
import { oidcProvider } from './outside/oidc/oidc-provider.ts'
import { smsGateway } from './outside/sms-gateway.ts'
import { smtpMail } from './outside/smtp-mail.ts'
import { nodeWebProbe } from './outside/web/node-web-probe.ts'
import { wechatAccount } from './outside/wechat/official-account.ts'
import { SIGN_IN_POLICY, type SignInPolicy } from './services/agencies/sign-in-policy.ts'
import type { Actor, Context } from './services/context.ts'
import type { FileStore } from './services/file-store.ts'
import type { Messengers } from './services/notifications/messengers.ts'
import type { Seal } from './services/seal.ts'

/** Everything that outlives one request: pools, stores, the calendar. Doors make contexts from it. */
export type Runtime = Readonly<{
  home: string
  db: Db
  pool: pg.Pool
  files: FileStore
  seal: Seal
  /** 身份鉴别: what the installation asks of its staff's accounts. */
  signIn: SignInPolicy
  publicUrl: string | undefined
  trustProxy: boolean
  /** The national calendar in force, with notices imported since the program was made. */
  calendar(): WorkingCalendar
  reloadCalendar(): Promise<void>
  /** `scope` is an agency's id, or `all` for verbs that look across agencies. `at` is for the demonstration only. */
  contextFor(actor: Actor, scope: string, at?: Date): Context
  openJobs(): PgBoss
  log(message: string, detail?: unknown): void
  close(): Promise<void>
}>

export type OpenOptions = Readonly<{
  /** Bring the schema up to date first (the default); otherwise a database that lacks something is refused. */
  migrate?: boolean
  log?: Runtime['log']
}>

/** Starts or reaches the database and opens the stores. Throws `CannotStart` with a sentence for people. */
export async function openRuntime(config: Config, options: OpenOptions = {}): Promise<Runtime> {
  const log = options.log ?? ((message, detail) => console.error(message, detail ?? ''))
  makeHome(config.home)
  const database = await reachDatabase(config, log)
  try {
    if (options.migrate === false) await refuseOutdated(database.owner)
    else await bringUpToDate(database.owner)
    await refuseLostKeys(database.owner, config.home)
    const runtime = await assemble(config, database.app, log)
    return {
      ...runtime,
      async close() {
        await runtime.close()
        await database.leave()
      },
    }
  } catch (error) {
    await database.leave()
    throw error
  }
}

/** A database that is there: how its owner and how the running program sign in. */
export type Reached = Readonly<{ owner: pg.ClientConfig; app: AppConnection; leave(): Promise<void> }>
export type AppConnection = Readonly<{ connection: pg.PoolConfig; role?: string }>

/** The external database that the configuration names, or the embedded one below the data directory. */
export async function reachDatabase(config: Config, log: Runtime['log']): Promise<Reached> {
  if (config.databaseUrl !== undefined) {
    const owner = { connectionString: config.databaseUrl }
    const app =
      config.databaseAppUrl === undefined
        ? { connection: owner, role: APP_ROLE }
        : { connection: { connectionString: config.databaseAppUrl } }
    return { owner, app, leave: async () => undefined }
  }
  const { connection, stop } = await startEmbeddedPostgres(config.home, {
    onRestart: (sentence) => log(sentence),
    ...(config.serverFolder === undefined ? {} : { serverFolder: config.serverFolder }),
  })
  return { owner: connection, app: { connection: { ...connection, user: APP_ROLE } }, leave: stop }
}

/** A new key made in place of a lost one would hide that everything sealed so far can no longer be read. */
async function refuseLostKeys(owner: pg.ClientConfig, home: string): Promise<void> {
  const folder = join(home, 'keys')
  if (hasKeys(folder) || !(await hasSealedData(owner))) return
  throw new CannotStart(
    `密钥目录 ${folder} 中没有密钥，而数据库里已有加密的申请人信息。请从备份恢复密钥文件后再启动。`,
  )
}

async function refuseOutdated(owner: pg.ClientConfig): Promise<void> {
  const missing = await whatIsMissing(owner)
  if (missing.length > 0) throw new CannotStart('数据库结构不是最新的，请先执行 mingfu migrate。')
}

/** A runtime on a database that is there and migrated; tests come in here. */
export async function assemble(
  config: Pick<Config, 'home' | 'statements' | 'publicUrl' | 'trustProxy'> &
    Partial<Pick<Config, 'mail' | 'sms' | 'wechat' | 'countingPractice' | 'signIn' | 'oidc'>>,
  app: AppConnection,
  log: Runtime['log'],
): Promise<Runtime> {
  let closing = false
  const { db, pool } = openDatabase({
    connection: app.connection,
    statements: config.statements,
    ...(app.role === undefined ? {} : { role: app.role }),
    onError: (error) => closing || log('数据库连接中断，将自动重连', error.message),
  })
  const files = diskFileStore(join(config.home, 'files'))
  const seal = aesSeal(join(config.home, 'keys'))
  const messengers: Messengers = {
    mail: config.mail === undefined ? null : smtpMail(config.mail),
    sms: config.sms === undefined ? null : smsGateway(config.sms),
  }
  // One for the process, so that its token is fetched once.
  const officialAccount = config.wechat === undefined ? null : wechatAccount(config.wechat)
  const web = nodeWebProbe()
  const countingPractice = config.countingPractice ?? { ...COUNTING_PRACTICE, ...TABLE2_PRACTICE }
  // One for the process, so that the platform's own description is fetched once.
  const identityProvider = config.oidc === undefined ? null : oidcProvider(config.oidc)
  const signIn = config.signIn ?? SIGN_IN_POLICY
  const calendar = await keepCalendar(db, config.home, log)
  return {
    home: config.home,
    db,
    pool,
    files,
    seal,
    signIn,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    calendar: () => calendar.of('all'),
    reloadCalendar: calendar.reload,
    contextFor(actor, scope, at) {
      const now = at ?? new Date()
      const publicUrl = config.publicUrl ?? null
      const today = dayInChina(now)
      return {
        db,
        actor,
        scope,
        now,
        today,
        calendar: calendar.of(scope),
        calendarOf: calendar.of,
        importedNotices: calendar.imported(),
        files,
        seal,
        messengers,
        officialAccount,
        web,
        signIn,
        identityProvider,
        countingPractice,
        publicUrl,
      }
    },
    openJobs: () => openJobs(pool, (error) => log('后台任务出错', error.message)),
    log,
    async close() {
      closing = true
      calendar.stop()
      await db.destroy()
    },
  }
}

const EIGHT_HOURS = 8 * 3600 * 1000

/** The one place where a moment becomes a day: the calendar day in China, where every clock shows UTC+8. */
export function dayInChina(moment: Date): PlainDate {
  return parsePlainDate(new Date(moment.getTime() + EIGHT_HOURS).toISOString().slice(0, 10))
}
