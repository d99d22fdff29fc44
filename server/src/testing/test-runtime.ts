import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { APP_ROLE } from '../db/app-role.ts'
import { newId } from '../db/new-id.ts'
import { assemble, type Runtime } from '../runtime.ts'
import type { Role } from '../services/allow.ts'
import type { Actor, Context } from '../services/context.ts'
import { atEndOfFile } from './clean-up.ts'
import { TEMPLATE } from './global-setup.ts'

export type TestRuntime = Runtime &
  Readonly<{
    /** A pool as the schema's owner, to look behind row-level security. */
    owner: pg.Pool
    /** A context for staff with these roles, on a day of one's choice. */
    as(
      staff: { agencyId: string; roles: readonly Role[]; staffId?: string; name?: string },
      on?: string,
    ): Context
    asPublic(agencyId: string, on?: string): Context
    asSystem(scope: string, on?: string): Context
  }>

/** A runtime on a database of this test file's own; dropped when the file is done. */
export async function testRuntime(): Promise<TestRuntime> {
  const server = inject('databaseServer')
  const database = `test_${newId().replaceAll('-', '')}`
  await asAdmin((client) => client.query(`create database ${database} template ${TEMPLATE}`))
  const home = mkdtempSync(join(tmpdir(), 'mingfu-test-'))
  const runtime = await assemble(
    { home, statements: 'named', publicUrl: undefined, trustProxy: false },
    { connection: { ...server, database, user: APP_ROLE } },
    () => undefined,
  )
  const owner = new pg.Pool({ ...server, database, max: 2 })
  owner.on('error', () => undefined)
  owner.on('connect', (client) => client.on('error', () => undefined))
  atEndOfFile(async () => {
    await runtime.close()
    await owner.end()
    await asAdmin((client) => client.query(`drop database if exists ${database} with (force)`))
    rmSync(home, { recursive: true, force: true })
  })
  const contextOn = (actor: Actor, scope: string, on?: string) =>
    runtime.contextFor(actor, scope, on ? atNoon(on) : undefined)
  return {
    ...runtime,
    owner,
    as({ agencyId, roles, staffId = newId(), name = '测试员' }, on) {
      return contextOn({ kind: 'staff', staffId, name, agencyId, departmentId: null, roles }, agencyId, on)
    },
    asPublic: (agencyId, on) => contextOn({ kind: 'public', ip: '127.0.0.1' }, agencyId, on),
    asSystem: (scope, on) => contextOn({ kind: 'system', task: 'test' }, scope, on),
  }
}

/** Noon in China, so that a day is the same day however the test machine's zone is set. */
export function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`)
}

async function asAdmin(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(inject('databaseServer'))
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
