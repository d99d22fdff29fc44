// Run by scripts/rows.mjs: migrates a database of its own and writes db/rows.ts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../db/embedded/embedded-postgres.ts'
import { generateRows } from '../db/generate-rows.ts'
import { migrate } from '../db/migrate.ts'

const home = mkdtempSync(join(tmpdir(), 'mingfu-rows-'))
const server = await startEmbeddedPostgres(home)
try {
  const client = new pg.Client(server.connection)
  await client.connect()
  try {
    await migrate(client)
    writeFileSync(new URL('../db/rows.ts', import.meta.url), await generateRows(client))
  } finally {
    await client.end()
  }
} finally {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}
