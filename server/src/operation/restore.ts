import { createHash } from 'node:crypto'
import { chmodSync, cpSync, createReadStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import type { Config } from '../config.ts'
import { bringUpToDate } from '../db/bring-up-to-date.ts'
import { CannotStart } from '../db/embedded/cannot-start.ts'
import { requeue } from '../db/enqueue.ts'
import { type Migration, migrate, shippedMigrations } from '../db/migrate.ts'
import { withClient } from '../db/with-client.ts'
import { hasKeys } from '../outside/aes-seal.ts'
import { diskFileStore } from '../outside/disk-file-store.ts'
import { reachDatabase } from '../runtime.ts'
import { copyIn } from './copy.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { tablesInOrder } from './table-order.ts'

export type Restored = Readonly<{ tables: number; rows: number; files: number }>

/** 恢复: brings a backup back into an installation that has nothing in it. All of it comes back, or nothing. */
export async function restore(
  config: Config,
  { from, onStep = () => undefined }: { from: string; onStep?: (sentence: string) => void },
): Promise<Restored> {
  const folder = resolve(from)
  const manifest = readManifest(folder)
  const schema = schemaOf(manifest)
  onStep('正在核对备份……')
  await checkTables(folder, manifest)
  refuseWithoutKeys(manifest, config.home)
  const database = await reachDatabase(config, onStep)
  try {
    await refuseInUse(database.owner, schema)
    onStep('正在恢复文件……')
    await restoreFiles(folder, manifest, config.home)
    onStep('正在恢复数据表……')
    await inTransaction(database.owner, schema, (client) => loadTables(client, folder, manifest))
    await bringUpToDate(database.owner)
    await requeue(database.owner, manifest.jobs)
    return {
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      files: manifest.files.length,
    }
  } finally {
    await database.leave()
  }
}

/** The migrations that the backup had seen; the later ones run over the data that was brought back. */
function schemaOf({ schema }: Manifest): readonly Migration[] {
  const shipped = new Map(shippedMigrations().map((migration) => [migration.name, migration]))
  return schema.map(({ name, hash }) => {
    const migration = shipped.get(name)
    if (migration?.hash === hash) return migration
    throw new CannotStart(`备份由不同版本的明府制作（${name}），请用制作备份的版本或者更新的版本恢复。`)
  })
}

async function checkTables(folder: string, { tables }: Manifest): Promise<void> {
  for (const { name, sha256 } of tables) {
    const hash = createHash('sha256')
    try {
      for await (const chunk of tableData(folder, name)) hash.update(chunk)
    } catch {
      throw new CannotStart(`备份中的数据表 ${name} 读不出来，备份已经损坏。`)
    }
    if (hash.digest('hex') !== sha256) {
      throw new CannotStart(`备份中的数据表 ${name} 与清单不符，备份已经损坏或者被改动。`)
    }
  }
}

function tableData(folder: string, name: string) {
  const file = createReadStream(join(folder, 'tables', `${name}.copy.gz`))
  const data = createGunzip()
  file.on('error', (error) => data.destroy(error))
  return file.pipe(data)
}

function refuseWithoutKeys(manifest: Manifest, home: string): void {
  const own = join(home, 'keys')
  if (manifest.keys && hasKeys(own)) {
    throw new CannotStart(
      `数据目录 ${home} 中已有密钥，不能用备份中的密钥覆盖，请用 MINGFU_HOME 指定另一个目录。`,
    )
  }
  if (manifest.sealed && !manifest.keys && !hasKeys(own)) {
    throw new CannotStart(
      `备份中没有密钥，加密的申请人信息将不能读取。请先把原来的密钥文件（seal-1.key 等）复制到 ${own}，再恢复。`,
    )
  }
}

function refuseInUse(owner: pg.ClientConfig, schema: readonly Migration[]): Promise<void> {
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('public.agency') is not null as there`,
    )
    if (!rows[0]?.there) return
    const agencies = await client.query('select 1 from agency limit 1')
    const names = schema.map(({ name }) => name)
    const newer = await client.query('select 1 from migration where name <> all ($1)', [names])
    if (agencies.rows.length > 0 || newer.rows.length > 0) {
      throw new CannotStart(
        '这里已经有数据，备份只能恢复到全新的数据目录或者空库，请用 MINGFU_HOME 指定另一个目录。',
      )
    }
  })
}

async function restoreFiles(folder: string, { files, keys }: Manifest, home: string): Promise<void> {
  const [source, target] = [diskFileStore(join(folder, 'files')), diskFileStore(join(home, 'files'))]
  for (const { sha256 } of files) {
    const bytes = await source.find(sha256)
    const kept = bytes === undefined ? undefined : await target.put(bytes)
    if (kept?.sha256 !== sha256)
      throw new CannotStart(`备份中的文件 ${sha256} 缺失或者被改动，备份已经损坏。`)
  }
  copyInto(join(folder, 'holiday-notices'), join(home, 'holiday-notices'), 0o644)
  if (keys) copyInto(join(folder, 'keys'), join(home, 'keys'), 0o600)
}

function copyInto(from: string, to: string, mode: number): void {
  if (!existsSync(from)) return
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(from)) {
    cpSync(join(from, name), join(to, name))
    chmodSync(join(to, name), mode)
  }
}

function inTransaction(
  owner: pg.ClientConfig,
  schema: readonly Migration[],
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  return withClient(owner, async (client) => {
    await migrate(client, schema)
    await client.query('begin')
    await work(client)
    await client.query('commit')
  })
}

async function loadTables(client: pg.Client, folder: string, { tables }: Manifest): Promise<void> {
  const wanted = new Map(tables.map((table) => [table.name, table]))
  const order = (await tablesInOrder(client)).filter(({ name }) => wanted.has(name))
  // A migration may have put rows there itself; the backup has them too.
  await client.query(`truncate ${order.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`)
  for (const { name } of order) {
    const { columns = [], rows } = wanted.get(name) ?? {}
    const list = columns.map(pg.escapeIdentifier).join(', ')
    const into = `copy ${pg.escapeIdentifier(name)} (${list}) from stdin with (encoding 'UTF8')`
    if ((await copyIn(client, into, tableData(folder, name))) !== rows) {
      throw new CannotStart(`数据表 ${name} 的行数与清单不符，没有恢复。`)
    }
  }
}
