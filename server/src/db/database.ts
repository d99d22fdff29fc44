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
  const pool = new pg.Pool({
    max: options.max ?? 10,
    ...options.connection,
    // A connection that could not take the role is thrown away, never used with the owner's rights.
    async onConnect(client: pg.ClientBase) {
      // A connection lost between two queries of one transaction says so by an event; the next query fails with it.
      client.on('error', () => undefined)
      if (options.role) await client.query(`set role ${pg.escapeIdentifier(options.role)}`)
      if (options.statements !== 'unnamed') nameStatements(client)
    },
  } as pg.PoolConfig)
  pool.on('error', (error) => options.onError?.(error))
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool }
}

/** Texts beyond this many are sent unnamed: lists of changing length would fill the server's memory with plans. */
const NAMES_A_CONNECTION = 500

/**
 * Parameterised queries get a name by their text, so that PostgreSQL plans each once a connection. A query that must
 * be planned for its values (search, reports) says so in a comment that it begins with: `unnamed`.
 */
function nameStatements(client: pg.ClientBase): void {
  const names = new Map<string, string>()
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const named = (...args: unknown[]): unknown => {
    const [text, values, ...rest] = args
    const plain = typeof text !== 'string' || !Array.isArray(values) || values.length === 0
    if (plain || text.startsWith('/* unnamed */')) return query(...args)
    const name = names.get(text) ?? (names.size < NAMES_A_CONNECTION ? nameFor(text) : undefined)
    if (name === undefined) return query(...args)
    names.set(text, name)
    return query({ name, text, values }, ...rest)
  }
  client.query = named as typeof client.query
}

function nameFor(text: string): string {
  return createHash('sha1').update(text).digest('base64').slice(0, 27)
}
