import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { APP_ROLE } from './app-role.ts'
import { CannotStart } from './embedded/cannot-start.ts'

export type Migration = Readonly<{ name: string; sql: string; hash: string }>

/** The migrations that ship with this program, in order. */
export function shippedMigrations(folder = migrationsFolder()): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Runs what is missing, each file in one transaction, and answers the names. `client` is the schema's owner. */
export async function migrate(
  client: pg.ClientBase,
  migrations = shippedMigrations(),
): Promise<readonly string[]> {
  await prepare(client)
  const done: string[] = []
  for (const migration of migrations) {
    await client.query('begin')
    try {
      // Two processes that start together wait for one another on this row; no advisory lock, poolers lose those.
      await client.query('select 1 from migration_lock for update')
      const { rows } = await client.query<{ hash: string }>('select hash from migration where name = $1', [
        migration.name,
      ])
      if (rows[0] === undefined) {
        await client.query(migration.sql)
        await client.query('insert into migration (name, hash) values ($1, $2)', [
          migration.name,
          migration.hash,
        ])
        done.push(migration.name)
      } else if (rows[0].hash !== migration.hash) {
        throw new CannotStart(
          `迁移文件 ${migration.name} 在执行之后被改动过，请恢复原来的文件，改动另写新的迁移。`,
        )
      }
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }
  return done
}

/** Names of shipped migrations that this database has not seen. */
export async function pendingMigrations(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('migration') is not null as there`,
  )
  if (!rows[0]?.there) return shippedMigrations().map(({ name }) => name)
  const applied = await client.query<{ name: string }>('select name from migration')
  const names = new Set(applied.rows.map(({ name }) => name))
  return shippedMigrations()
    .map(({ name }) => name)
    .filter((name) => !names.has(name))
}

async function prepare(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  if (rows.length === 0) {
    // Another process may have made it in between; that is as good.
    await client.query(`create role ${APP_ROLE} login`).catch((error: { code?: string }) => {
      if (error.code !== '42710' && error.code !== '23505') throw error
    })
  }
  await client.query(`grant ${APP_ROLE} to current_user`)
  await client.query(`create table if not exists migration (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  await client.query(
    'create table if not exists migration_lock (only_row boolean primary key default true check (only_row))',
  )
  await client.query('insert into migration_lock default values on conflict do nothing')
}

/** Beside the bundle in dist/, or in the source tree. */
function migrationsFolder(): string {
  const beside = join(import.meta.dirname, 'migrations')
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../migrations')
}
