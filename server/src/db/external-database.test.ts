import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readConfig } from '../config.ts'
import { openRuntime } from '../runtime.ts'
import { newId } from './new-id.ts'

const home = mkdtempSync(join(tmpdir(), 'mingfu-external-'))
const name = `external_${newId().replaceAll('-', '')}`
let admin: pg.Client

/** The test server, by an address as for any other PostgreSQL. */
function urlFor(user: string): string {
  const { host, port } = inject('databaseServer')
  return `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
}

beforeAll(async () => {
  admin = new pg.Client(inject('databaseServer'))
  await admin.connect()
  // What an administrator hands out: an owner of one database, no superuser, and the program's role.
  await admin.query(`create role ${name} login`)
  await admin.query(`grant mingfu_app to ${name}`)
  await admin.query(`create database ${name} owner ${name}`)
})
afterAll(async () => {
  await admin.query(`drop database ${name} with (force)`)
  await admin.query(`drop role ${name}`)
  await admin.end()
  rmSync(home, { recursive: true, force: true })
})

const whoAmI = sql<{ who: string }>`select current_user as who`

describe('an external database', () => {
  it('is migrated by its owner and used with the rights of the program only', async () => {
    const config = readConfig({ MINGFU_HOME: home, MINGFU_DATABASE_URL: urlFor(name) })
    const runtime = await openRuntime(config)
    try {
      expect((await whoAmI.execute(runtime.db)).rows).toEqual([{ who: 'mingfu_app' }])
      await expect(sql`delete from audit_entry`.execute(runtime.db)).rejects.toThrow('permission denied')
    } finally {
      await runtime.close()
    }
  })

  it('is used by the address for the program, when there is one', async () => {
    const config = readConfig({
      MINGFU_HOME: home,
      MINGFU_DATABASE_URL: urlFor(name),
      MINGFU_DATABASE_APP_URL: urlFor('mingfu_app'),
      MINGFU_DATABASE_STATEMENTS: 'unnamed',
    })
    const runtime = await openRuntime(config, { migrate: false })
    try {
      expect((await whoAmI.execute(runtime.db)).rows).toEqual([{ who: 'mingfu_app' }])
    } finally {
      await runtime.close()
    }
  })
})
