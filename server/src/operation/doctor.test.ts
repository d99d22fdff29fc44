import { chmodSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { readConfig } from '../config.ts'
import { newId } from '../db/new-id.ts'
import { seedDemonstration } from '../demonstration/seed-demonstration.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { doctor } from './doctor.ts'
import { examine } from './examine.ts'
import type { Finding } from './finding.ts'

let runtime: TestRuntime
beforeAll(async () => {
  runtime = await testRuntime()
  await seedDemonstration(runtime)
}, 120_000)

async function findings(of: AsyncGenerator<Finding>): Promise<Readonly<Record<string, Finding>>> {
  const found: Record<string, Finding> = {}
  for await (const finding of of) found[finding.check] = finding
  return found
}

const levels = (found: Readonly<Record<string, Finding>>) =>
  Object.fromEntries(Object.entries(found).map(([check, { level }]) => [check, level]))

describe('the examination of an installation', () => {
  it('finds nothing wrong with the demonstration office', async () => {
    const found = await findings(examine(runtime))
    expect(found).toMatchObject({
      database: { level: 'ok' },
      requests: { level: 'ok' },
      files: { level: 'ok' },
      audit: { level: 'ok' },
      fonts: { level: 'ok' },
    })
    expect(found.requests?.sentence).toMatch(/^申请[1-9]\d*件，状态和期限都与办理经过相符。$/)
  })

  it('finds a row that says something else than its history, and mends it when asked', async () => {
    const { rows } = await runtime.owner.query<{ number: string }>(
      `update request set due_on = '2020-01-01' where request_id =
         (select request_id from request where due_on is not null order by number limit 1) returning number`,
    )
    const number = rows[0]?.number
    const found = (await findings(examine(runtime))).requests
    expect(found?.level).toBe('fault')
    expect(found?.details?.length).toBe(1)
    expect(found?.details?.[0]).toMatch(new RegExp(`^${number}：due_on 2020-01-01 → 20\\d\\d-\\d\\d-\\d\\d$`))
    expect((await findings(examine(runtime, { repair: true }))).requests?.level).toBe('warning')
    expect(await findings(examine(runtime))).toMatchObject({
      requests: { level: 'ok' },
      audit: { level: 'ok' },
    })
  })

  it('finds a file that is gone', async () => {
    const { sha256, sm3 } = await runtime.files.put(Buffer.from('一份附件'))
    await runtime.owner.query(
      `insert into file (agency_id, file_id, name, media_type, size_bytes, sha256, sm3)
       select agency_id, $1, '附件.txt', 'text/plain', 12, $2, $3 from agency limit 1`,
      [newId(), sha256, sm3],
    )
    expect((await findings(examine(runtime))).files).toMatchObject({ level: 'ok' })
    rmSync(join(runtime.home, 'files', sha256.slice(0, 2), sha256))
    expect((await findings(examine(runtime))).files).toMatchObject({
      level: 'fault',
      details: [`缺失：附件.txt（${sha256}）`],
    })
  })

  it('finds an audit entry that was altered', async () => {
    await runtime.owner.query(`update audit_entry set actor = '别人' where seq = 2`)
    expect((await findings(examine(runtime))).audit?.level).toBe('fault')
  })

  it('finds work that waits because no worker runs', async () => {
    await runtime.owner.query(
      `update mingfu_jobs.job set start_after = now() - interval '2 hours' where state = 'created'`,
    )
    expect((await findings(examine(runtime))).jobs?.sentence).toMatch(
      /^后台任务有[1-9]\d*项等候超过一小时，请确认 mingfu start 或者 mingfu work 正在运行。$/,
    )
  })
})

describe('the doctor', () => {
  it('says where there is nothing yet', async () => {
    const config = readConfig({ MINGFU_HOME: join(runtime.home, 'nothing') })
    expect(levels(await findings(doctor(config)))).toEqual({ 'data-directory': 'fault' })
  })

  it('finds keys that others can read, and a database that does not answer', async () => {
    const config = readConfig({
      MINGFU_HOME: runtime.home,
      MINGFU_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
    })
    const keys = readdirSync(join(runtime.home, 'keys')).map((name) => join(runtime.home, 'keys', name))
    for (const key of keys) chmodSync(key, 0o644)
    const found = await findings(doctor(config))
    for (const key of keys) chmodSync(key, 0o600)
    expect(found.keys).toEqual({
      check: 'keys',
      level: 'fault',
      sentence: '密钥文件可以被其他用户读取，请执行 chmod 600。',
      details: keys,
    })
    expect(found.database?.sentence).toBe(
      '连接不上数据库 postgres://nobody@127.0.0.1:9/nothing：没有数据库在监听，请核对主机和端口，并确认数据库已经启动。',
    )
  })

  it('says when the schema is not up to date', async () => {
    const { host, port, user } = inject('databaseServer')
    const config = readConfig({
      MINGFU_HOME: runtime.home,
      MINGFU_DATABASE_URL: `postgres://${user}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`,
    })
    expect((await findings(doctor(config))).database?.sentence).toBe(
      '数据库结构不是最新的，请先执行 mingfu migrate。',
    )
  })
})
