import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import type { Config } from '../config.ts'
import { CannotStart } from '../db/embedded/cannot-start.ts'
import { waitingJobs } from '../db/enqueue.ts'
import { withClient } from '../db/with-client.ts'
import { diskFileStore } from '../outside/disk-file-store.ts'
import { type Reached, reachDatabase } from '../runtime.ts'
import { copyOut } from './copy.ts'
import { hasData, nothingHere } from './existing.ts'
import { digestOfBackup, MANIFEST, type Manifest } from './manifest.ts'
import { type TableShape, tablesInOrder } from './table-order.ts'

export type Backup = Readonly<{
  folder: string
  digest: string
  tables: number
  rows: number
  files: number
  keys: boolean
}>

/**
 * 备份: every table as of one moment, every file, and a manifest with their digests, in a new folder. Keys go into it
 * only when asked: without them nobody who finds it can read who the applicants are.
 */
export async function backup(
  config: Config,
  {
    out,
    withKeys = false,
    onStep = () => undefined,
  }: { out: string; withKeys?: boolean; onStep?: (sentence: string) => void },
): Promise<Backup> {
  if (!hasData(config)) throw new CannotStart(nothingHere(config))
  const folder = resolve(out)
  if (existsSync(folder)) throw new CannotStart(`备份的目标 ${folder} 已经存在，请换一个名称。`)
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(join(unfinished, 'tables'), { recursive: true, mode: 0o700 })
  const database = await reachDatabase(config, onStep)
  try {
    const manifest = await write(database, config, unfinished, withKeys, onStep)
    writeFileSync(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    renameSync(unfinished, folder)
    return {
      folder,
      digest: digestOfBackup(folder),
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      files: manifest.files.length,
      keys: manifest.keys,
    }
  } finally {
    await database.leave()
    rmSync(unfinished, { recursive: true, force: true })
  }
}

async function write(
  { owner }: Reached,
  { home }: Config,
  to: string,
  withKeys: boolean,
  onStep: (sentence: string) => void,
): Promise<Manifest> {
  return withClient(owner, async (client) => {
    // One snapshot for all tables, while work goes on.
    await client.query('begin isolation level repeatable read read only')
    await client.query(
      `set local datestyle = 'ISO'; set local timezone = 'UTC'; set local bytea_output = 'hex'`,
    )
    onStep('正在导出数据表……')
    const tables: Manifest['tables'] = []
    for (const table of await tablesInOrder(client)) tables.push(await writeTable(client, table, to))
    const { rows: schema } = await client.query<Manifest['schema'][number]>(
      'select name, hash from migration order by name',
    )
    const { rows: contents } = await client.query<{ sha256: string }>(
      'select distinct sha256 from file order by sha256',
    )
    const jobs = await waitingJobs(client)
    onStep('正在复制文件……')
    const files = await copyFiles(
      join(home, 'files'),
      join(to, 'files'),
      contents.map(({ sha256 }) => sha256),
    )
    await copyFolder(join(home, 'holiday-notices'), join(to, 'holiday-notices'), '.json')
    if (withKeys) await copyFolder(join(home, 'keys'), join(to, 'keys'), '.key')
    const sealed = tables.some(
      ({ name, rows }) => (name === 'applicant' || name === 'filing_draft') && rows > 0,
    )
    return {
      format: 1,
      madeAt: new Date().toISOString(),
      schema,
      tables,
      files,
      jobs,
      sealed,
      keys: withKeys,
    }
  })
}

async function writeTable(
  client: pg.Client,
  { name, columns, key }: TableShape,
  to: string,
): Promise<Manifest['tables'][number]> {
  const hash = createHash('sha256')
  const digesting = new Transform({
    transform(chunk, _encoding, next) {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  const written = pipeline(
    digesting,
    createGzip({ level: 4 }),
    createWriteStream(join(to, 'tables', `${name}.copy.gz`), { mode: 0o600 }),
  )
  const list = columns.map(pg.escapeIdentifier).join(', ')
  const order = key.length === 0 ? '' : ` order by ${key.map(pg.escapeIdentifier).join(', ')}`
  const from = `select ${list} from ${pg.escapeIdentifier(name)}${order}`
  const rows = await copyOut(client, `copy (${from}) to stdout with (encoding 'UTF8')`, digesting)
  digesting.end()
  await written
  return { name, columns: [...columns], rows, sha256: hash.digest('hex') }
}

async function copyFiles(from: string, to: string, contents: readonly string[]): Promise<Manifest['files']> {
  const [source, target] = [diskFileStore(from), diskFileStore(to)]
  const files: Manifest['files'] = []
  for (const sha256 of contents) {
    const bytes = await source.find(sha256)
    const kept = bytes === undefined ? undefined : await target.put(bytes)
    if (kept?.sha256 !== sha256) {
      throw new CannotStart(
        `文件库中的内容 ${sha256} 缺失或者被改动，备份没有完成。请先执行 mingfu doctor 查明。`,
      )
    }
    files.push({ sha256, sizeBytes: kept.sizeBytes })
  }
  return files
}

async function copyFolder(from: string, to: string, ending: string): Promise<void> {
  if (!existsSync(from)) return
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of await readdir(from)) {
    if (name.endsWith(ending)) await cp(join(from, name), join(to, name))
  }
}
