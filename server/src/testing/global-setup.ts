import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { bringUpToDate } from '../db/bring-up-to-date.ts'
import { startEmbeddedPostgres } from '../db/embedded/embedded-postgres.ts'
import type { Connection } from '../db/embedded/launch.ts'

export const TEMPLATE = 'mingfu_template'

/** One server for the whole run and one migrated database, which each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'mingfu-db-'))
  // The suite also runs on an operating system's PostgreSQL 15, the oldest that is promised.
  const serverFolder = process.env.MINGFU_PG_BIN
  const server = await startEmbeddedPostgres(home, {
    settings: { shared_buffers: '64MB' },
    ...(serverFolder ? { serverFolder } : {}),
  })
  const admin = new pg.Client(server.connection)
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  await bringUpToDate({ ...server.connection, database: TEMPLATE })
  project.provide('databaseServer', { ...server.connection })
  return async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: Connection
  }
}
