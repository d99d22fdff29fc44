import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { copyServer, executable, findServerFolder, makeLinks } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { chooseServerUser, mayReach, type ServerUser } from './server-user.ts'

const OWNER = 'mingfu_owner'
const PORT = 5432
/** Longest path of a Unix socket that every system takes, less the file's own name. */
const SOCKET_PATH_LIMIT = 85

export type EmbeddedPostgres = Readonly<{
  /** For `pg`: connects as the owner of the schema. */
  connection: Readonly<{ host: string; port: number; user: string; database: string }>
  /** True when the server was already running (a crash left it behind, or another process started it). */
  adopted: boolean
  processId: number
  /** Fast shutdown; does nothing when this process did not start and did not adopt the server for itself. */
  stop(): Promise<void>
}>

type Layout = Readonly<{ root: string; data: string; run: string; log: string; user: ServerUser | undefined }>

/**
 * Starts the PostgreSQL that npm brought, on a Unix socket below `home`, or adopts the one already running there.
 * Throws `CannotStart` with a sentence for people.
 */
export async function startEmbeddedPostgres(
  home: string,
  options: { serverFolder?: string } = {},
): Promise<EmbeddedPostgres> {
  const layout = layOut(home)
  const running = runningServer(layout.data)
  if (running !== undefined) {
    await untilReady(layout, () => true)
    return handle(layout, running, true)
  }
  const folder = readyServer(options.serverFolder, layout)
  if (!existsSync(join(layout.data, 'PG_VERSION'))) initialise(folder, layout)
  rmSync(join(layout.data, 'postmaster.pid'), { force: true })
  const child = launch(folder, layout)
  await untilReady(layout, () => child.exitCode === null && child.signalCode === null)
  return handle(layout, child.pid as number, false)
}

function handle(layout: Layout, processId: number, adopted: boolean): EmbeddedPostgres {
  return {
    connection: { host: layout.run, port: PORT, user: OWNER, database: 'postgres' },
    adopted,
    processId,
    async stop() {
      if (!isAlive(processId)) return
      process.kill(processId, 'SIGINT')
      for (let waited = 0; waited < 10_000 && isAlive(processId); waited += 20) await sleep(20)
      if (isAlive(processId)) process.kill(processId, 'SIGQUIT')
    },
  }
}

function layOut(home: string): Layout {
  try {
    mkdirSync(home, { recursive: true })
  } catch {
    throw new CannotStart(`不能在 ${home} 建立数据目录，请检查权限，或用 MINGFU_HOME 指定另一个目录。`)
  }
  const wanted = join(home, 'postgres')
  const user = chooseServerUser(join(wanted, 'data'))
  const root = user && !mayReach(home, user) ? elsewhere(wanted) : wanted
  try {
    makeFolder(root, user, 0o700)
    makeFolder(join(root, 'data'), user, 0o700)
    makeFolder(join(root, 'run'), user, 0o700)
  } catch {
    throw new CannotStart(`数据目录 ${root} 没有写入权限，请检查权限，或用 MINGFU_HOME 指定另一个目录。`)
  }
  const run = join(root, 'run')
  const real = realpathSync(root)
  return {
    root: real,
    data: join(real, 'data'),
    run: shortRun(run, user),
    log: join(real, 'postgres.log'),
    user,
  }
}

/** Root's own folders (mode 700) are closed to the server's user; its files then lie under /var/lib. */
function elsewhere(wanted: string): string {
  if (existsSync(wanted) && lstatSync(wanted).isSymbolicLink()) return realpathSync(wanted)
  const at = join('/var/lib/mingfu', randomBytes(6).toString('hex'))
  mkdirSync('/var/lib/mingfu', { recursive: true, mode: 0o755 })
  mkdirSync(at, { mode: 0o700 })
  rmSync(wanted, { recursive: true, force: true })
  symlinkSync(at, wanted)
  return at
}

/** A path too long for a socket is reached through a short private link. */
function shortRun(run: string, user: ServerUser | undefined): string {
  if (run.length <= SOCKET_PATH_LIMIT) return run
  const name = join('/tmp', `mingfu-${Buffer.from(run).toString('base64url').slice(-16)}`)
  makeFolder(name, user, 0o700)
  return name
}

function makeFolder(folder: string, user: ServerUser | undefined, mode: number): void {
  mkdirSync(folder, { recursive: true, mode })
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, mode)
}

function readyServer(fromEnvironment: string | undefined, layout: Layout): string {
  const folder = findServerFolder(fromEnvironment)
  if (fromEnvironment !== undefined) return folder
  makeLinks(folder)
  if (!layout.user || mayReach(join(folder, 'bin'), layout.user)) return folder
  const copy = copyServer(folder, join(layout.root, 'server'))
  execFileSync('chown', ['-R', `${layout.user.uid}:${layout.user.gid}`, join(layout.root, 'server')])
  return copy
}

function initialise(folder: string, layout: Layout): void {
  const args = ['-D', layout.data, '-U', OWNER, '--auth=trust', '--encoding=UTF8', '--no-instructions']
  const builtin = ['--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums']
  let made = spawnSync(join(folder, 'bin', executable('initdb')), [...args, ...builtin], spawnOptions(layout))
  // An operating system's PostgreSQL before 17 has no builtin provider.
  if (made.status !== 0 && String(made.stderr).includes('locale-provider')) {
    made = spawnSync(
      join(folder, 'bin', executable('initdb')),
      [...args, '--locale=C.UTF-8', '--data-checksums'],
      spawnOptions(layout),
    )
  }
  if (made.error !== undefined && 'code' in made.error && made.error.code === 'EPERM') {
    throw new CannotStart('当前的 root 没有切换用户的权限（可能在受限的容器中），请改用普通用户运行。')
  }
  if (made.status !== 0) {
    const why = String(made.stderr ?? made.error ?? '')
    if (why.includes('could not look up effective user ID')) {
      throw new CannotStart(
        '当前用户在本机没有账户名，数据库不能初始化。请为它建立账户，或用 MINGFU_DATABASE_URL 指定外部数据库。',
      )
    }
    appendFileSync(layout.log, why)
    throw new CannotStart(`数据库没有建成，详情见 ${layout.log}。`)
  }
  const memory = Math.min(8192, Math.max(128, Math.floor(totalmem() / 4 / 1024 / 1024)))
  appendFileSync(
    join(layout.data, 'postgresql.conf'),
    [
      '',
      "listen_addresses = ''",
      `shared_buffers = ${memory}MB`,
      'max_wal_size = 4GB',
      'synchronous_commit = on',
      "timezone = 'UTC'",
      "log_timezone = 'Asia/Shanghai'",
      '',
    ].join('\n'),
  )
  // Only who can reach the socket folder (mode 700) gets here, so the socket itself asks no password.
  writeFileSync(join(layout.data, 'pg_hba.conf'), 'local all all trust\nlocal replication all trust\n')
}

function launch(folder: string, layout: Layout): ChildProcess {
  const log = openSync(layout.log, 'a')
  const child = spawn(
    join(folder, 'bin', executable('postgres')),
    ['-D', layout.data, '-k', layout.run, '-p', String(PORT), '-c', 'listen_addresses='],
    { ...spawnOptions(layout), stdio: ['ignore', log, log], detached: true },
  )
  child.unref()
  return child
}

function spawnOptions({ root, user }: Layout) {
  return { cwd: root, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, ...(user ?? {}) }
}

/** The process id in postmaster.pid, when it belongs to a postgres on this very folder; a stale file is none. */
function runningServer(data: string): number | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || !isAlive(pid)) return undefined
  if (process.platform !== 'linux') return pid
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  return command.includes('postgres') && command.includes(data) ? pid : undefined
}

async function untilReady(layout: Layout, alive: () => boolean): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 25) {
    const client = new pg.Client({ host: layout.run, port: PORT, user: OWNER, database: 'postgres' })
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch {
      if (!alive()) throw new CannotStart(`数据库没有启动，详情见 ${layout.log}。`)
      await sleep(25)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  throw new CannotStart(`数据库一分钟内没有就绪，详情见 ${layout.log}。`)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
