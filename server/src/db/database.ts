import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from './rows.ts'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

const DATE = 1082
const INT8 = 20
// Days are days, not moments: pg would make a Date at midnight of the machine's own zone.
pg.types.setTypeParser(DATE, (text) => text)
pg.types.setTypeParser(INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of range: ${text}`)
  return value
})

export type PoolOptions = Readonly<{
  connection: pg.PoolConfig
  max?: number
  /** `unnamed` for poolers in transaction mode, which lose prepared statements. */
  statements?: 'named' | 'unnamed'
  /** Role taken on each new connection, so that the running program cannot rewrite history. */
  role?: string
  onError?: (error: Error) => void
}>

/** A pool of connections as Kysely. A lost connection is replaced, never an uncaught exception. */
export function openDatabase(options: PoolOptions): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({ max: 10, ...options.connection, ...(options.max ? { max: options.max } : {}) })
  pool.on('error', (error) => options.onError?.(error))
  pool.on('connect', (client) => {
    if (options.role) void client.query(`set role ${pg.escapeIdentifier(options.role)}`)
    if (options.statements !== 'unnamed') nameStatements(client)
  })
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool }
}

/** Parameterised queries get a name by their text, so that PostgreSQL plans each once a connection. */
function nameStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const named = (...args: unknown[]): unknown => {
    const [text, values, ...rest] = args
    if (
      typeof text !== 'string' ||
      !Array.isArray(values) ||
      values.length === 0 ||
      text.startsWith('/* unnamed */')
    ) {
      return query(...args)
    }
    const name = createHash('sha1').update(text).digest('base64').slice(0, 27)
    return query({ name, text, values }, ...rest)
  }
  client.query = named as typeof client.query
}
