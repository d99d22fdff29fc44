import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chownSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { majorOf, program } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { type Layout, NO_CAPABILITY } from './layout.ts'

/** Owner of the schema; the running program signs in as another role. */
export const OWNER = 'mingfu_owner'

/** Makes the data directory on first use; one made by another major version is refused. */
export function initialiseOnce(folder: string, layout: Layout): void {
  const major = majorOf(folder)
  const version = join(layout.data, 'PG_VERSION')
  if (!existsSync(version)) {
    initialise(folder, major, layout)
    return
  }
  const made = Number(readFileSync(version, 'utf8'))
  if (made !== major) {
    throw new CannotStart(
      `数据目录 ${layout.data} 由 PostgreSQL ${made} 建立，现在要用的程序是 PostgreSQL ${major}。请先用原来的版本执行 mingfu backup，再在新的 MINGFU_HOME 中执行 mingfu restore。`,
    )
  }
}

/** The password of both roles; asked only on loopback, where a socket's folder guards nothing. */
export function readSecret(layout: Layout): string {
  return readFileSync(layout.secret, 'utf8')
}

/** Into a folder of another name first: an interrupted initdb leaves a folder that looks finished. */
function initialise(folder: string, major: number, layout: Layout): void {
  const unfinished = `${layout.data}.new`
  rmSync(unfinished, { recursive: true, force: true })
  writeSecret(layout)
  const made = initdb(folder, unfinished, major, layout)
  if (made.status !== 0) throw whyNot(made, layout)
  appendFileSync(join(unfinished, 'postgresql.conf'), settings())
  renameSync(unfinished, layout.data)
}

function initdb(folder: string, data: string, major: number, layout: Layout): SpawnSyncReturns<string> {
  // Sort order must not depend on the machine's C library; before 17 there was no such choice.
  const locale = major >= 17 ? ['--locale-provider=builtin', '--locale=C.UTF-8'] : ['--locale=C.UTF-8']
  return spawnSync(
    program(folder, 'initdb'),
    ['-D', data, '-U', OWNER, '--encoding=UTF8', ...locale, '--data-checksums', '--no-instructions'].concat([
      '--auth=scram-sha-256',
      `--pwfile=${layout.secret}`,
    ]),
    { ...spawnOptions(layout), encoding: 'utf8' },
  )
}

function writeSecret({ secret, user }: Layout): void {
  writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (user) chownSync(secret, user.uid, user.gid)
}

/** Written once; whoever knows the machine better may edit postgresql.conf afterwards. */
function settings(): string {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
  const quarter = Math.min(8192, Math.max(128, Math.floor(memory / 4 / 1024 / 1024)))
  return [
    '',
    "listen_addresses = ''",
    `shared_buffers = ${quarter}MB`,
    'max_wal_size = 4GB',
    'synchronous_commit = on',
    "timezone = 'UTC'",
    "log_timezone = 'Asia/Shanghai'",
    // Containers often give 64 MB of shared memory, too little for a parallel plan.
    ...(sharedMemoryIsSmall() ? ['dynamic_shared_memory_type = mmap'] : []),
    '',
  ].join('\n')
}

function sharedMemoryIsSmall(): boolean {
  if (process.platform !== 'linux') return false
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize < 256 * 1024 * 1024
  } catch {
    return true
  }
}

function whyNot({ error, stderr }: SpawnSyncReturns<string>, { log, data }: Layout): CannotStart {
  if (error !== undefined && 'code' in error && error.code === 'EPERM') return new CannotStart(NO_CAPABILITY)
  const why = String(stderr || error)
  if (why.includes('could not look up effective user ID')) {
    return new CannotStart(
      '当前用户在本机没有账户名（/etc/passwd 中没有它的用户号），数据库不能初始化。请为它建立账户，或用 MINGFU_DATABASE_URL 指明外部数据库的地址。',
    )
  }
  if (why.includes('No space left on device')) return new CannotStart(`磁盘已满，不能在 ${data} 建立数据库。`)
  appendFileSync(log, why)
  return new CannotStart(`数据库没有建成，详情见 ${log}。`)
}

export function spawnOptions({ root, user }: Layout) {
  return { cwd: root, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, ...(user ?? {}) }
}
