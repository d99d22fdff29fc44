import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Config, readConfig } from '../config.ts'
import { enqueue } from '../db/enqueue.ts'
import { newId } from '../db/new-id.ts'
import { tx } from '../db/transaction.ts'
import { openRuntime } from '../runtime.ts'
import { recordAudit, verifyAudit } from '../services/audit.ts'
import { anAgency, aStaffMember } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { type Backup, backup } from './backup.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { restore } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingfu-backup-'))
const databases: string[] = []
let runtime: TestRuntime
let agencyId: string
let sha256: string
let made: Backup
let manifest: Manifest
let sealed: Buffer

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { name: '有	制表符、\\反斜杠和\n换行的机关' })
  await aStaffMember(runtime, agencyId, { roles: ['clerk', 'system-admin'] })
  const kept = await runtime.files.put(Buffer.from('一份附件'))
  sha256 = kept.sha256
  await runtime.owner.query(
    `insert into file (agency_id, file_id, name, media_type, size_bytes, sha256, sm3) values ($1, $2, '附件.txt', 'text/plain', $3, $4, $5)`,
    [agencyId, newId(), kept.sizeBytes, kept.sha256, kept.sm3],
  )
  const requestId = newId()
  await runtime.owner.query(
    `insert into request (agency_id, request_id, number, query_code_hash, channel, applicant_kind, description,
       wanted_medium, wanted_delivery, state) values ($1, $2, 'x-1', '\\x00ff', 'online', 'person', '', '', '', 'registered')`,
    [agencyId, requestId],
  )
  sealed = runtime.seal.seal('王小明')
  await runtime.owner.query(
    `insert into applicant (agency_id, request_id, name_sealed, identity_kind, contact_sealed) values ($1, $2, $3, 'id-card', $3)`,
    [agencyId, requestId, sealed],
  )
  // Enough to come in many pieces, faster than it is compressed.
  await runtime.owner.query(
    `insert into yearly_figure (agency_id, year, measure, value, source)
     select $1, 2024, 'measure ' || n, n, repeat('来源' || n, 40) from generate_series(1, 8000) as n`,
    [agencyId],
  )
  const ctx = runtime.asSystem(agencyId, '2024-05-06')
  await tx(ctx, (t) => recordAudit(t, ctx, { agencyId, action: 'one', detail: { 甲: [1, null] } }))
  await tx(ctx, (t) => enqueue(t, 'index-document', { agencyId, documentId: agencyId }))
  mkdirSync(join(runtime.home, 'holiday-notices'))
  writeFileSync(join(runtime.home, 'holiday-notices', '2027.json'), '{}')
  made = await backup(configOf(runtime.home, await nameOf(runtime)), { out: join(folder, 'first') })
  manifest = readManifest(made.folder)
})
afterAll(async () => {
  for (const database of databases)
    await asAdmin((client) => client.query(`drop database ${database} with (force)`))
  rmSync(folder, { recursive: true, force: true })
})

/** The test server as an external database, with a data directory of its own. */
function configOf(home: string, database: string): Config {
  const { host, port, user } = inject('databaseServer')
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
  return readConfig({ MINGFU_HOME: home, MINGFU_DATABASE_URL: url })
}

async function anEmptyInstallation({ withKeys = true } = {}): Promise<Config> {
  const database = `restored_${newId().replaceAll('-', '')}`
  await asAdmin((client) => client.query(`create database ${database}`))
  databases.push(database)
  const home = mkdtempSync(join(folder, 'home-'))
  if (withKeys) await cp(join(runtime.home, 'keys'), join(home, 'keys'), { recursive: true })
  return configOf(home, database)
}

async function aCopyOfTheBackup(): Promise<string> {
  const copy = join(mkdtempSync(join(folder, 'copy-')), 'backup')
  await cp(made.folder, copy, { recursive: true })
  return copy
}

async function nameOf({ owner }: TestRuntime): Promise<string> {
  const { rows } = await owner.query<{ name: string }>('select current_database() as name')
  return rows[0]?.name ?? ''
}

async function asAdmin(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(inject('databaseServer'))
  await client.connect()
  await work(client).finally(() => client.end())
}

describe('a backup', () => {
  it('brought back gives the same rows, files, notices, waiting work and audit chain', async () => {
    const config = await anEmptyInstallation()
    const restored = await restore(config, { from: made.folder })
    expect(restored).toEqual({ tables: made.tables, rows: made.rows, files: 1 })

    const again = await backup(config, { out: join(folder, 'second') })
    const { madeAt: _, ...second } = readManifest(again.folder)
    const { madeAt: __, ...first } = manifest
    expect(second).toEqual(first)
    expect(second.jobs).toEqual([{ kind: 'index-document', payload: { agencyId, documentId: agencyId } }])

    const there = await openRuntime(config, { log: () => undefined })
    try {
      expect(await there.files.find(sha256)).toEqual(Buffer.from('一份附件'))
      expect(there.seal.open(sealed)).toBe('王小明')
      const ctx = there.contextFor({ kind: 'system', task: 'test' }, agencyId)
      expect(await tx(ctx, (t) => verifyAudit(t, agencyId))).toMatchObject({ checked: 1, faults: [] })
      const names = await there.db.selectFrom('agency').select('name').execute()
      expect(names).toEqual([{ name: '有	制表符、\\反斜杠和\n换行的机关' }])
    } finally {
      await there.close()
    }
    expect(readFileSync(join(config.home, 'holiday-notices', '2027.json'), 'utf8')).toBe('{}')
  })

  it('holds no keys unless asked, and is refused where none are at hand', async () => {
    expect(manifest).toMatchObject({ sealed: true, keys: false })
    await expect(
      restore(await anEmptyInstallation({ withKeys: false }), { from: made.folder }),
    ).rejects.toThrow('备份中没有密钥，加密的申请人信息将不能读取。')
    const withKeys = await backup(configOf(runtime.home, await nameOf(runtime)), {
      out: join(folder, 'with-keys'),
      withKeys: true,
    })
    const config = await anEmptyInstallation({ withKeys: false })
    await restore(config, { from: withKeys.folder })
    expect(readFileSync(join(config.home, 'keys', 'seal-1.key'))).toEqual(
      readFileSync(join(runtime.home, 'keys', 'seal-1.key')),
    )
  })

  it('is not made over another one', async () => {
    const config = configOf(runtime.home, await nameOf(runtime))
    await expect(backup(config, { out: made.folder })).rejects.toThrow('已经存在，请换一个名称。')
  })

  it('is brought back only where there is nothing yet', async () => {
    const config = configOf(runtime.home, await nameOf(runtime))
    await expect(restore(config, { from: made.folder })).rejects.toThrow('这里已经有数据')
  })

  it('is refused when a table was altered', async () => {
    const copy = await aCopyOfTheBackup()
    writeFileSync(join(copy, 'tables', 'agency.copy.gz'), gzipSync('altered'))
    await expect(restore(await anEmptyInstallation(), { from: copy })).rejects.toThrow(
      '备份中的数据表 agency 与清单不符，备份已经损坏或者被改动。',
    )
  })

  it('is refused when a file is missing or altered', async () => {
    const copy = await aCopyOfTheBackup()
    const file = join(copy, 'files', sha256.slice(0, 2), sha256)
    writeFileSync(file, 'altered')
    await expect(restore(await anEmptyInstallation(), { from: copy })).rejects.toThrow(
      `备份中的文件 ${sha256} 缺失或者被改动`,
    )
    rmSync(file)
    await expect(restore(await anEmptyInstallation(), { from: copy })).rejects.toThrow(
      `备份中的文件 ${sha256} 缺失或者被改动`,
    )
  })

  it('of a newer version is refused', async () => {
    const copy = await aCopyOfTheBackup()
    const newer = {
      ...manifest,
      schema: [...manifest.schema, { name: '9999_later.sql', hash: '0'.repeat(64) }],
    }
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(newer))
    await expect(restore(await anEmptyInstallation(), { from: copy })).rejects.toThrow(
      '备份由不同版本的明府制作（9999_later.sql）',
    )
  })

  it('is told from any other folder', async () => {
    await expect(restore(await anEmptyInstallation(), { from: folder })).rejects.toThrow('不是明府的备份')
  })
})
