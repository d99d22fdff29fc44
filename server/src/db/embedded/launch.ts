import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { APP_ROLE } from '../app-role.ts'
import { program } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { OWNER, readSecret, spawnOptions } from './initialise.ts'
import { type Layout, makeFolder, makeSocketFolder } from './layout.ts'
import type { RunningServer } from './pid-file.ts'

/** How `pg` reaches the server, as the owner of the schema. */
export type Connection = Readonly<{
  host: string
  port: number
  user: string
  database: string
  password?: string
}>

const SOCKET_PORT = 5432
const LOOPBACK = '127.0.0.1'

/** Where the next server will listen; kept over restarts, so that open pools find it again. */
export type Endpoint = Readonly<{ socketFolder: string | undefined; port: number }>

/** A Unix socket in a folder that only we may enter; loopback with a password where that cannot be. */
export async function chooseEndpoint(layout: Layout, loopback = false): Promise<Endpoint> {
  const socketFolder = loopback ? undefined : makeSocketFolder(layout)
  return { socketFolder, port: socketFolder === undefined ? await freePort() : SOCKET_PORT }
}

export function endpointOf({ socketFolder, address, port }: RunningServer): Endpoint {
  return { socketFolder: address === undefined ? socketFolder : undefined, port }
}

export function connectionTo({ socketFolder, port }: Endpoint, layout: Layout): Connection {
  const as = { user: OWNER, database: 'postgres', port }
  return socketFolder === undefined
    ? { ...as, host: LOOPBACK, password: readSecret(layout) }
    : { ...as, host: socketFolder }
}

/** Starts the server, apart from our own process group: it outlives us when we are killed, and is found again. */
export async function launch(
  folder: string,
  layout: Layout,
  { socketFolder, port }: Endpoint,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const rule =
    socketFolder === undefined
      ? `host all all ${LOOPBACK}/32 scram-sha-256`
      : // Whoever may enter the folder (mode 700) may read the data itself, so a password would guard nothing.
        'local all all trust\nlocal replication all trust'
  writeFileSync(join(layout.data, 'pg_hba.conf'), `${rule}\n`)
  const listen = socketFolder === undefined ? LOOPBACK : ''
  const given = { listen_addresses: listen, unix_socket_directories: socketFolder ?? '', ...settings }
  const args = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  if (socketFolder !== undefined) makeFolder(socketFolder, layout.user)
  keepLogShort(layout.log)
  const log = openSync(layout.log, 'a', 0o600)
  const child = spawn(program(folder, 'postgres'), ['-D', layout.data, '-p', String(port), ...args], {
    ...spawnOptions(layout),
    stdio: ['ignore', log, log],
    detached: true,
    windowsHide: true,
  })
  closeSync(log)
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (error) => reject(new CannotStart(`数据库程序不能执行（${error.message}）。`)))
  })
  child.unref()
  return child
}

const LOG_BYTES = 16 * 1024 * 1024

/** One older log is kept beside the one that is written. */
function keepLogShort(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_BYTES) renameSync(log, `${log}.1`)
}

/** Waits until the server answers. One that is still recovering after a power cut is given its time. */
export async function untilReady(connection: Connection, layout: Layout, runs: () => boolean): Promise<void> {
  let patience = 60_000
  for (let waited = 0; waited < patience; waited += 25) {
    const client = new pg.Client(connection)
    client.on('error', () => undefined)
    try {
      await client.connect()
      await ensureAppRole(client, layout)
      return
    } catch (error) {
      if (!runs()) throw new CannotStart(`数据库没有启动，详情见 ${layout.log}。`)
      if ((error as { code?: string }).code === '57P03') patience = 15 * 60_000
      await sleep(25)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  throw new CannotStart(`数据库一直没有就绪，详情见 ${layout.log}。`)
}

/** The role of the running program; with the owner's password, which is asked on loopback only. */
async function ensureAppRole(client: pg.Client, layout: Layout): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  if (rows.length > 0) return
  await client.query(`create role ${APP_ROLE} login password ${pg.escapeLiteral(readSecret(layout))}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, LOOPBACK, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
