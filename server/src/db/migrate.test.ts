import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { bringUpToDate, whatIsMissing } from './bring-up-to-date.ts'
import { type Migration, migrate, pendingMigrations } from './migrate.ts'
import { newId } from './new-id.ts'

let admin: pg.Client
const databases: string[] = []
beforeAll(async () => {
  admin = new pg.Client(inject('databaseServer'))
  await admin.connect()
})
afterAll(async () => {
  for (const database of databases) await admin.query(`drop database ${database} with (force)`)
  await admin.end()
})

async function anEmptyDatabase() {
  const database = `migrate_${newId().replaceAll('-', '')}`
  await admin.query(`create database ${database}`)
  databases.push(database)
  return { ...inject('databaseServer'), database }
}

async function inside<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  return work(client).finally(() => client.end())
}

const ONE: Migration = { name: '0001_one.sql', sql: 'create table one (n integer)', hash: 'a' }
const TWO: Migration = { name: '0002_two.sql', sql: 'alter table one add m integer', hash: 'b' }

describe('migrations', () => {
  it('run once, in order, and say which ran', async () => {
    await inside(await anEmptyDatabase(), async (client) => {
      expect(await migrate(client, [ONE])).toEqual(['0001_one.sql'])
      expect(await pendingMigrations(client, [ONE, TWO])).toEqual(['0002_two.sql'])
      expect(await migrate(client, [ONE, TWO])).toEqual(['0002_two.sql'])
      expect(await migrate(client, [ONE, TWO])).toEqual([])
    })
  })

  it('refuse a file that was changed after it ran', async () => {
    await inside(await anEmptyDatabase(), async (client) => {
      await migrate(client, [ONE])
      await expect(migrate(client, [{ ...ONE, hash: 'other' }])).rejects.toThrow(
        '迁移文件 0001_one.sql 在执行之后被改动过，请恢复原来的文件，改动另写新的迁移。',
      )
    })
  })

  it('refuse a database that a newer program has been at', async () => {
    await inside(await anEmptyDatabase(), async (client) => {
      await migrate(client, [ONE, TWO])
      await expect(migrate(client, [ONE])).rejects.toThrow(
        '数据库已由更新版本的明府升级过（0002_two.sql），请使用不低于那个版本的程序。',
      )
    })
  })

  it('leave nothing of one that fails, and keep those before it', async () => {
    await inside(await anEmptyDatabase(), async (client) => {
      const broken = { name: '0002_two.sql', sql: 'create table two (n integer); select 1 / 0', hash: 'c' }
      await expect(migrate(client, [ONE, broken])).rejects.toThrow(
        '迁移 0002_two.sql 没有执行成功，数据库保持原样：division by zero。',
      )
      const { rows } = await client.query(
        `select tablename from pg_tables where schemaname = 'public' and tablename in ('one', 'two')`,
      )
      expect(rows).toEqual([{ tablename: 'one' }])
    })
  })

  it('run once when two processes start at the same moment', async () => {
    const connection = await anEmptyDatabase()
    const done = await Promise.all([
      inside(connection, (client) => migrate(client, [ONE, TWO])),
      inside(connection, (client) => migrate(client, [ONE, TWO])),
    ])
    expect(done.flat().toSorted()).toEqual(['0001_one.sql', '0002_two.sql'])
  })

  it('bring the queue with them, and then nothing is missing', async () => {
    const connection = await anEmptyDatabase()
    expect((await whatIsMissing(connection)).length).toBeGreaterThan(0)
    await Promise.all([bringUpToDate(connection), bringUpToDate(connection)])
    expect(await whatIsMissing(connection)).toEqual([])
  })
})

describe('a database that cannot be reached', () => {
  it.each([
    [
      'postgres://a:secret@127.0.0.1:9/b',
      '连接不上数据库 postgres://a@127.0.0.1:9/b：没有数据库在监听，请核对主机和端口，并确认数据库已经启动。',
    ],
    [
      'postgres://a:secret@no-such-host.invalid/b',
      '连接不上数据库 postgres://a@no-such-host.invalid/b：找不到这台主机，请核对主机名。',
    ],
  ])('is told in words, without the password: %s', async (connectionString, sentence) => {
    await expect(bringUpToDate({ connectionString })).rejects.toThrow(sentence)
  })

  it('is told when the database does not exist', async () => {
    const server = inject('databaseServer')
    await expect(bringUpToDate({ ...server, database: 'nothing' })).rejects.toThrow(
      '这个库不存在，请先建库。',
    )
  })
})
