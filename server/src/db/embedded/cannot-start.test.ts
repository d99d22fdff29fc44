import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { installedServer, majorOf, operatingSystemServer, readyServer } from './binaries.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { layOut } from './layout.ts'
import { othersFallSilent, takeLease } from './leases.ts'
import { aFolder, canChangeUser, hold, isRoot, NOBODY, removeFolders, SMALL } from './testing/processes.ts'

const DEBIAN = '/usr/lib/postgresql/15/bin'
const canDropCapabilities = isRoot && spawnSync('setpriv', ['--version']).status === 0
afterAll(removeFolders)

/** Everybody may enter, and what stands in it belongs to the account. */
function aFolderOf(account: { uid: number; gid: number }): string {
  const folder = aFolder()
  chownSync(folder, account.uid, account.gid)
  return folder
}

describe('an ordinary user', () => {
  it.runIf(canChangeUser)('runs the server as itself', async () => {
    const home = aFolderOf(NOBODY)
    const holder = await hold(home, { as: NOBODY })
    expect(holder.said.sentence).toBeUndefined()
    expect(statSync(`/proc/${holder.said.pid}`).uid).toBe(65534)
    await holder.leave()
  })

  it.runIf(canChangeUser)('is told when the data directory is closed to it', async () => {
    const home = aFolder()
    const { said } = await hold(home, { as: NOBODY })
    expect(said).toEqual({
      name: 'CannotStart',
      sentence: `当前用户不能使用数据目录 ${home}（没有权限，或者它属于另一个用户），请用原来的用户运行，或用 MINGFU_HOME 指定另一个目录。`,
    })
  })

  it.runIf(canChangeUser)('is told when the data directory is in use by another account', async () => {
    const home = aFolder()
    chmodSync(home, 0o777)
    layOut(home)
    const { said } = await hold(home, { as: NOBODY })
    expect(said.sentence).toContain('它属于另一个用户')
  })

  it.runIf(canChangeUser)('is told when the machine has no name for it', async () => {
    const unnamed = { uid: 54321, gid: 54321 }
    const { said } = await hold(aFolderOf(unnamed), { as: unnamed })
    expect(said).toEqual({
      name: 'CannotStart',
      sentence:
        '当前用户在本机没有账户名（/etc/passwd 中没有它的用户号），数据库不能初始化。请为它建立账户，或用 MINGFU_DATABASE_URL 指明外部数据库的地址。',
    })
  })
})

describe('root', () => {
  it.runIf(canDropCapabilities)('is told when it may not change user', async () => {
    const before = ['setpriv', '--bounding-set=-setuid,-setgid,-chown', '--inh-caps=-setuid,-setgid,-chown']
    const { said } = await hold(aFolder(), { before })
    expect(said).toEqual({
      name: 'CannotStart',
      sentence: '当前的 root 不能切换用户（可能在受限的容器中），请改用普通用户运行。',
    })
  })

  it.runIf(isRoot)('lends the server a copy of its programs when they lie below a closed folder', () => {
    const closed = aFolder()
    const native = join(closed, 'package', 'native')
    const from = installedServer()
    mkdirSync(native, { recursive: true })
    cpSync(join(from, 'bin'), join(native, 'bin'), { recursive: true })
    cpSync(join(from, 'lib'), join(native, 'lib'), {
      recursive: true,
      filter: (name) => !name.endsWith('.a'),
    })
    writeFileSync(join(native, 'pg-symlinks.json'), '[]')
    writeFileSync(join(native, '..', 'package.json'), '{"version":"18.4.0-test"}')
    const layout = layOut(aFolder())
    const old = join(layout.root, 'server', '17.0.0')
    mkdirSync(old, { recursive: true })

    const ready = readyServer(undefined, layout, native)

    expect(ready).toBe(join(layout.root, 'server', '18.4.0-test', 'native'))
    expect(existsSync(old)).toBe(false)
    const asServer = spawnSync(join(ready, 'bin', 'postgres'), ['--version'], {
      ...layout.user,
      encoding: 'utf8',
    })
    expect(asServer.stdout).toMatch(/^postgres \(PostgreSQL\) 18\./)
    expect(readyServer(undefined, layout, native)).toBe(ready)
  })

  it.runIf(isRoot)(
    'keeps the database under /var/lib, by a link, when its own home is closed to the server',
    async () => {
      const closed = aFolder()
      const home = join(closed, 'deeper')
      const server = await startEmbeddedPostgres(home, { settings: SMALL })
      const at = readlinkSync(join(home, 'postgres'))
      try {
        expect(dirname(at)).toBe('/var/lib/mingfu')
        expect(realpathSync(server.connection.host)).toBe(join(at, 'run'))
      } finally {
        await server.stop()
        rmSync(at, { recursive: true })
      }
    },
  )

  it.runIf(isRoot)('opens its own closed data directory for passing through only', () => {
    const above = aFolder()
    chmodSync(above, 0o755)
    const home = join(above, 'home')
    mkdirSync(home, { mode: 0o700 })
    layOut(home)
    expect(statSync(home).mode & 0o777).toBe(0o711)
    expect(statSync(join(home, 'postgres')).mode & 0o777).toBe(0o700)
  })
})

describe('the programs', () => {
  it('are asked from the operating system where npm has none', () => {
    expect(() => installedServer('linux', 'loong64')).toThrow(
      '没有适用于本机（linux-loong64）的内置数据库。请安装 PostgreSQL 15 或更新的版本，并用 MINGFU_DATABASE_URL 指明其地址。',
    )
  })

  it('get their missing symbolic links from the list of the package', () => {
    const native = join(aFolder(), 'native')
    mkdirSync(join(native, 'lib'), { recursive: true })
    writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library')
    writeFileSync(
      join(native, 'pg-symlinks.json'),
      '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]',
    )
    chmodSync(dirname(native), 0o755)
    const layout = layOut(aFolder())
    mkdirSync(join(native, 'bin'))
    expect(readyServer(undefined, layout, native)).toBe(native)
    expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
  })

  it('are looked for where MINGFU_PG_BIN says', () => {
    expect(() => operatingSystemServer('/usr/nowhere/bin')).toThrow(
      'MINGFU_PG_BIN 指定的目录 /usr/nowhere/bin 中没有 postgres 和 initdb 程序，请核对路径。',
    )
  })

  it('say in one sentence when this machine cannot run them', () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'bin', 'postgres'), 'not a program', { mode: 0o755 })
    expect(() => majorOf(folder)).toThrow('不能在本机运行')
  })

  it.runIf(existsSync(DEBIAN))(
    'may be those of the operating system, on data of the same major version',
    async () => {
      const home = aFolder()
      const server = await startEmbeddedPostgres(home, { settings: SMALL, serverFolder: DEBIAN })
      const client = new pg.Client(server.connection)
      await client.connect()
      const { rows } = await client.query(
        `select current_setting('server_version_num')::int / 10000 as major`,
      )
      await client.end()
      await server.stop()
      expect(rows).toEqual([{ major: 15 }])
      await expect(startEmbeddedPostgres(home, { settings: SMALL })).rejects.toThrow(
        '由 PostgreSQL 15 建立，现在要用的程序是 PostgreSQL 18。请先用原来的版本执行 mingfu backup',
      )
    },
  )
})

describe('a data directory on a shared volume', () => {
  const lease = (folder: string, place: string) => writeFileSync(join(folder, 'other'), `17 4242\n${place}`)

  it('is refused while another container shows signs of life', async () => {
    const folder = aFolder()
    lease(folder, 'another-container pid:[1]')
    expect(await othersFallSilent(folder, 0)).toBe(false)
  })

  it('is free when the other lease is of a process that is gone, here', async () => {
    const folder = aFolder()
    const own = takeLease(folder)
    lease(folder, `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`)
    expect(await othersFallSilent(folder, 0)).toBe(true)
    clearInterval(own.heart)
  })
})
