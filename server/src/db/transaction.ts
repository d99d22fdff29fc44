import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

/** serialization_failure and deadlock_detected: nothing is wrong but the moment. */
const RETRIED = new Set(['40001', '40P01'])
const ATTEMPTS = 5

/**
 * One transaction that sees the rows of `scope` (an agency's id, or `all`). A serialisation failure or a deadlock
 * is tried again, so the body may run more than once and must do nothing outside the transaction. In a rehearsal the
 * context's `db` is a transaction already, and the body joins it.
 */
export async function tx<T>(ctx: { db: Db; scope: string }, body: (tx: Tx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return body(ctx.db as Tx)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.transaction().execute(async (transaction) => {
        await sql`select set_config('mingfu.scope', ${ctx.scope}, true)`.execute(transaction)
        return body(transaction)
      })
    } catch (error) {
      const code = (error as { code?: string }).code
      if (attempt >= ATTEMPTS || code === undefined || !RETRIED.has(code)) throw error
      await sleep(Math.random() * 20 * 2 ** attempt)
    }
  }
}
