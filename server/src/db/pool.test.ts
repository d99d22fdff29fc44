import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { openDatabase } from './database.ts'
import { tx } from './transaction.ts'

let runtime: TestRuntime
beforeAll(async () => {
  runtime = await testRuntime()
})

const statements = sql<{
  statement: string
}>`select statement from pg_prepared_statements order by prepare_time`

describe('the pool', () => {
  it('goes on after its connections were cut', async () => {
    const ask = () => sql<{ one: number }>`select ${1}::int as one`.execute(runtime.db)
    await ask()
    await runtime.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'mingfu_app' and datname = current_database()`,
    )
    await expect.poll(async () => (await ask().catch(() => undefined))?.rows).toEqual([{ one: 1 }])
  })

  it('fails a transaction whose connection was cut, and nothing else', async () => {
    const cut = tx({ db: runtime.db, scope: 'all' }, async (t) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(t)
      await runtime.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await sleep(100)
      await sql`select 1`.execute(t)
    })
    await expect(cut).rejects.toThrow()
    expect((await sql<{ one: number }>`select ${1}::int as one`.execute(runtime.db)).rows).toEqual([
      { one: 1 },
    ])
  })

  it('gives days as days, sums as text and large counts as numbers', async () => {
    const { rows } = await sql`
      select date '2024-02-29' as day, 12.5000::numeric(18, 4) as sum, 9007199254740991::bigint as count
    `.execute(runtime.db)
    expect(rows).toEqual([{ day: '2024-02-29', sum: '12.5000', count: 9007199254740991 }])
    await expect(sql`select 9007199254740992::bigint`.execute(runtime.db)).rejects.toThrow(
      'int8 out of range',
    )
  })
})

describe.each([
  ['named', ['select $1::int as n']],
  ['unnamed', []],
] as const)('statements, %s', (mode, prepared) => {
  const { db } = openDatabase({ connection: inject('databaseServer'), max: 1, statements: mode })
  afterAll(() => db.destroy())

  it('are planned once a connection, but for those that must not be', async () => {
    for (const n of [1, 2]) await sql`select ${n}::int as n`.execute(db)
    await sql`/* unnamed */ select ${3}::int as n`.execute(db)
    const { rows } = await statements.execute(db)
    expect(rows.map(({ statement }) => statement)).toEqual(prepared)
  })
})

describe('a transaction', () => {
  it('is tried again after a deadlock, until both have happened', async () => {
    await runtime.owner.query('create table pair (id integer primary key, n integer not null)')
    await runtime.owner.query('insert into pair values (1, 0), (2, 0)')
    await runtime.owner.query('grant select, update on pair to mingfu_app')
    let waiting = 0
    let release = () => {}
    const both = new Promise<void>((resolve) => {
      release = resolve
    })
    const change = (first: number, second: number) =>
      tx({ db: runtime.db, scope: 'all' }, async (t) => {
        await sql`update pair set n = n + 1 where id = ${first}`.execute(t)
        waiting += 1
        if (waiting === 2) release()
        await both
        await sql`update pair set n = n + 1 where id = ${second}`.execute(t)
      })
    await Promise.all([change(1, 2), change(2, 1)])
    expect((await runtime.owner.query('select n from pair order by id')).rows).toEqual([{ n: 2 }, { n: 2 }])
  })

  it('is not tried again for any other fault', async () => {
    let runs = 0
    const fail = tx({ db: runtime.db, scope: 'all' }, async (t) => {
      runs += 1
      await sql`select 1 / 0`.execute(t)
    })
    await expect(fail).rejects.toThrow('division by zero')
    expect(runs).toBe(1)
  })
})
