import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Db } from '../../db/database.ts'
import type { Database } from '../../db/rows.ts'
import { noteRead, noteWrite, type Read } from './read-log.ts'

type Query = Extract<Read, { kind: 'query' }>

const READS = /^\s*(?:\/\*.*?\*\/\s*)?(?:select|with)\b/is
const SCOPE = /^\s*select set_config\('mingfu\.scope'/i
const FRAME = /^\s*(?:begin|start transaction|commit|rollback|savepoint|release|set)\b/i

/** The database of a runtime, by which pages note each question that they ask. */
export function watchedDatabase(pool: pg.Pool): Db {
  return new Kysely<Database>({
    dialect: new PostgresDialect({
      pool: {
        async connect() {
          return watchedClient(await pool.connect()) as never
        },
        // The pool is the runtime's own, and goes on.
        end: async () => undefined,
        options: pool.options,
      },
    }),
  })
}

function watchedClient(client: pg.PoolClient) {
  let scope = ''
  return {
    async query(text: string, values: readonly unknown[] = []) {
      const result = await client.query(text, [...values])
      if (SCOPE.test(text)) scope = String(values[0] ?? '')
      else if (READS.test(text)) noteRead({ kind: 'query', text, values, scope }, result.rows)
      else if (!FRAME.test(text)) noteWrite()
      return result
    },
    release: () => client.release(),
  }
}

/** Asks again, seeing what was seen then. */
export async function askAgain(pool: pg.Pool, { text, values, scope }: Query): Promise<unknown> {
  if (scope === '') return (await pool.query(text, [...values])).rows
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('mingfu.scope', $1, true)`, [scope])
    return (await client.query(text, [...values])).rows
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}
