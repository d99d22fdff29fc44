import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { isAlive } from './running-process.ts'
import { aFolder, hold, isRoot, removeFolders, SMALL } from './testing/processes.ts'

const open: EmbeddedPostgres[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})
afterAll(removeFolders)

async function start(home: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(home, { settings: SMALL, ...options })
  open.push(server)
  return server
}

async function ask<T>(server: EmbeddedPostgres, sql: string): Promise<T[]> {
  const client = new pg.Client(server.connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

describe('on one data directory, used again and again', () => {
  const home = aFolder()

  it('starts durable, by code point, with checksums, and on no network', async () => {
    const server = await start(home)
    expect(server.adopted).toBe(false)
    const settings = await ask<{ name: string; setting: string }>(
      server,
      `select name, setting from pg_settings where name in
         ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses') order by name`,
    )
    expect(settings).toEqual([
      { name: 'data_checksums', setting: 'on' },
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
    const locale = await ask(
      server,
      `select datlocprovider, datlocale from pg_database where datname = 'postgres'`,
    )
    expect(locale).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8' }])
    expect(
      await ask(server, `select rolsuper, rolcanlogin from pg_roles where rolname = 'mingfu_app'`),
    ).toEqual([{ rolsuper: false, rolcanlogin: true }])
  })

  it.runIf(isRoot)('runs under another account than root, which alone may enter the data', async () => {
    const server = await start(home)
    expect(statSync(`/proc/${server.processId()}`).uid).not.toBe(0)
    const data = statSync(join(home, 'postgres', 'data'))
    expect(data.uid).toBe(statSync(`/proc/${server.processId()}`).uid)
    expect(data.mode & 0o777).toBe(0o700)
  })

  it('is shared: the second to come joins, and the last to leave turns it off', async () => {
    const first = await start(home)
    const second = await start(home)
    expect([second.adopted, second.processId()]).toEqual([true, first.processId()])
    await first.stop()
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(isAlive(first.processId())).toBe(false)
    expect(existsSync(join(home, 'postgres', 'data', 'postmaster.pid'))).toBe(false)
  })

  it('is shared with another process', async () => {
    const other = await hold(home)
    expect(other.said.adopted).toBe(false)
    const server = await start(home)
    expect([server.adopted, server.processId()]).toEqual([true, other.said.pid])
    await other.leave()
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is found again after its program was killed', async () => {
    const killed = await hold(home)
    killed.child.kill('SIGKILL')
    await killed.leave()
    const server = await start(home)
    expect([server.adopted, server.processId()]).toEqual([true, killed.said.pid])
    await server.stop()
    expect(isAlive(server.processId())).toBe(false)
  })

  it('knows a stale pid file whose number now belongs to another program', async () => {
    writeFileSync(
      join(home, 'postgres', 'data', 'postmaster.pid'),
      `${process.pid}\n/elsewhere\n1\n5432\n/tmp\n\n`,
    )
    const server = await start(home)
    expect(server.adopted).toBe(false)
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('forgets the lock of a process that is gone', async () => {
    writeFileSync(join(home, 'postgres', 'lock'), '999999999 1\nnowhere')
    utimesSync(join(home, 'postgres', 'lock'), 1, 1)
    expect(await ask(await start(home), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is started again when it dies, with every acknowledged row', async () => {
    const sentences: string[] = []
    const server = await start(home, { onRestart: (sentence) => sentences.push(sentence) })
    await ask(server, 'create table kept (n integer)')
    await ask(server, 'insert into kept select generate_series(1, 1000)')
    const before = server.processId()
    process.kill(before, 'SIGKILL')
    while (server.processId() === before) await sleep(50)
    expect(await ask(server, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }])
    expect(sentences).toEqual([
      `数据库进程中断，已经重新启动，详情见 ${join(home, 'postgres', 'postgres.log')}。`,
    ])
  })

  it('writes what the server says to a file', () => {
    expect(readFileSync(join(home, 'postgres', 'postgres.log'), 'utf8')).toContain('database system is ready')
  })

  it('leaves no lease and no lock behind', async () => {
    await (await start(home)).stop()
    expect(readdirSync(join(home, 'postgres', 'users'))).toEqual([])
    expect(existsSync(join(home, 'postgres', 'lock'))).toBe(false)
  })
})

describe('on a fresh data directory', () => {
  it('lets two processes that start at once share one server', async () => {
    const home = aFolder()
    const [one, two] = await Promise.all([hold(home), hold(home)])
    expect([one.said.adopted, two.said.adopted].toSorted()).toEqual([false, true])
    expect(one.said.pid).toBe(two.said.pid)
    await Promise.all([one.leave(), two.leave()])
    expect(isAlive(one.said.pid ?? 0)).toBe(false)
  })

  it('begins anew after an interrupted first start, also below a long path in Chinese', async () => {
    const above = aFolder()
    chmodSync(above, 0o755)
    const home = join(above, '政府信息公开平台'.repeat(4), '数据')
    mkdirSync(join(home, 'postgres', 'data.new'), { recursive: true })
    writeFileSync(join(home, 'postgres', 'data.new', 'PG_VERSION'), '18\n')
    const server = await start(home)
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(server.connection.host.length).toBeLessThan(86)
    expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
    const joined = await start(home)
    expect(joined.connection.host).toBe(server.connection.host)
    await joined.stop()
    await server.stop()
    expect(existsSync(server.connection.host)).toBe(false)
  })

  it('asks a password where there are no Unix sockets', async () => {
    const home = aFolder()
    const server = await start(home, { loopback: true })
    expect(server.connection.host).toBe('127.0.0.1')
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
    const app = new pg.Client({ ...server.connection, user: 'mingfu_app' })
    await app.connect()
    await app.end()
    const stranger = new pg.Client({ ...server.connection, password: 'guess' })
    await expect(stranger.connect()).rejects.toThrow('password authentication failed')
    expect(statSync(join(home, 'postgres', 'secret')).mode & 0o777).toBe(0o600)
    expect((await start(home, { loopback: true })).connection).toEqual(server.connection)
  })
})
