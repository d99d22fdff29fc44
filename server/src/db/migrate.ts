import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
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
  await refuseNewerDatabase(client, migrations)
  const done: string[] = []
  for (const migration of migrations) {
    if (await runOnce(client, migration)) done.push(migration.name)
  }
  return done
}

/** Names of shipped migrations that this database has not seen. */
export async function pendingMigrations(
  client: pg.ClientBase,
  migrations = shippedMigrations(),
): Promise<readonly string[]> {
  const applied = await appliedMigrations(client)
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name))
}

/** Runs one migration unless it was run before; answers whether it ran. */
async function runOnce(client: pg.ClientBase, { name, sql, hash }: Migration): Promise<boolean> {
  await client.query('begin')
  try {
    // Two processes that start together wait for one another on this row; no advisory lock, poolers lose those.
    await client.query('select 1 from migration_lock for update')
    const before = (await appliedMigrations(client)).get(name)
    if (before !== undefined && before !== hash) {
      throw new CannotStart(`迁移文件 ${name} 在执行之后被改动过，请恢复原来的文件，改动另写新的迁移。`)
    }
    if (before === undefined) {
      await client.query(sql)
      await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    }
    await client.query('commit')
    return before === undefined
  } catch (error) {
    await client.query('rollback')
    if (error instanceof CannotStart) throw error
    throw new CannotStart(`迁移 ${name} 没有执行成功，数据库保持原样：${(error as Error).message}。`)
  }
}

async function appliedMigrations(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.migration') is not null as there`,
  )
  if (!rows[0]?.there) return new Map()
  const applied = await client.query<{ name: string; hash: string }>('select name, hash from migration')
  return new Map(applied.rows.map(({ name, hash }) => [name, hash]))
}

/** A program older than its database does not know what it would be writing into. */
async function refuseNewerDatabase(client: pg.ClientBase, known: readonly Migration[]): Promise<void> {
  const names = new Set(known.map(({ name }) => name))
  const unknown = [...(await appliedMigrations(client)).keys()].filter((name) => !names.has(name))
  if (unknown.length > 0) {
    throw new CannotStart(
      `数据库已由更新版本的明府升级过（${unknown.join('、')}），请使用不低于那个版本的程序。`,
    )
  }
}

/** What a second process that starts at the same moment may have made in between; that is as good. */
const MADE_MEANWHILE = new Set(['23505', '42710', '42P07', 'XX000'])

async function prepare(client: pg.ClientBase): Promise<void> {
  // Each of the four things may be met half-made by the other process, hence so many attempts.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await makeRoleAndJournal(client)
    } catch (error) {
      if (attempt === 5 || !MADE_MEANWHILE.has((error as { code?: string }).code ?? '')) throw error
      await sleep(20 * attempt)
    }
  }
}

async function makeRoleAndJournal(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  if (rows.length === 0) await client.query(`create role ${APP_ROLE} login`).catch(refuseWithoutRole)
  const { rows: superusers } = await client.query(
    'select from pg_roles where rolname = current_user and rolsuper',
  )
  // Whoever may take every role needs none granted.
  if (superusers.length === 0) {
    await client.query(`grant ${APP_ROLE} to current_user`).catch(ignoreMissingRight)
  }
  await client.query(`create table if not exists migration (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  await client.query(
    'create table if not exists migration_lock (only_row boolean primary key default true check (only_row))',
  )
  await client.query('insert into migration_lock default values on conflict do nothing')
}

function refuseWithoutRole(error: Error & { code?: string }): never {
  if (error.code !== '42501') throw error
  throw new CannotStart(
    `数据库用户没有建立角色的权限，请由数据库管理员先执行：create role ${APP_ROLE} login; grant ${APP_ROLE} to 该用户;`,
  )
}

/** An administrator who made the role has granted it too, or has given a separate address for the program. */
function ignoreMissingRight(error: Error & { code?: string }): void {
  if (error.code !== '42501') throw error
}

/** Beside the bundle in dist/, or in the source tree. */
function migrationsFolder(): string {
  const beside = join(import.meta.dirname, 'migrations')
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../migrations')
}
