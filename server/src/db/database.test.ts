import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordAudit, verifyAudit } from '../services/audit.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { nextNumber } from './counter.ts'
import { enqueue } from './enqueue.ts'
import { generateRows } from './generate-rows.ts'
import { newId } from './new-id.ts'
import { tx } from './transaction.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
})

describe('the running program', () => {
  it('numbers without a gap or a repeat when twenty ask at once', async () => {
    const ctx = runtime.asSystem(agencyId)
    const numbers = await Promise.all(
      Array.from({ length: 20 }, () => tx(ctx, (t) => nextNumber(t, agencyId, 2024, 'request'))),
    )
    expect(numbers.toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ])
  })

  it('finds a case by its key alone, though its tables were never analysed', async () => {
    const client = await runtime.owner.connect()
    try {
      // The check behind every row that belongs to a case, as PostgreSQL keeps it for a connection.
      await client.query('set plan_cache_mode = force_generic_plan')
      await client.query(`prepare found (uuid, uuid) as select 1 from only request as r
        where r.agency_id = $1 and r.request_id = $2 for key share of r`)
      const { rows } = await client.query(`explain execute found ('${newId()}', '${newId()}')`)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan).toMatch(/Index Cond: .*request_id = \$2/)
    } finally {
      client.release(true)
    }
  })

  it('takes no number when its transaction fails', async () => {
    const ctx = runtime.asSystem(agencyId)
    await expect(
      tx(ctx, async (t) => {
        await nextNumber(t, agencyId, 2025, 'request')
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(await tx(ctx, (t) => nextNumber(t, agencyId, 2025, 'request'))).toBe(1)
  })

  it('sees no request at all when no scope is set', async () => {
    await runtime.owner.query(
      `insert into request (agency_id, request_id, number, query_code_hash, channel, applicant_kind, description,
         wanted_medium, wanted_delivery, state) values ($1, $2, 'x-1', '', 'online', 'person', '', '', '', 'registered')`,
      [agencyId, newId()],
    )
    expect((await runtime.db.selectFrom('request').select('number').execute()).length).toBe(0)
    const inScope = await tx(runtime.asSystem(agencyId), (t) =>
      t.selectFrom('request').select('number').execute(),
    )
    expect(inScope).toEqual([{ number: 'x-1' }])
    const elsewhere = await tx(runtime.asSystem(newId()), (t) =>
      t.selectFrom('request').select('number').execute(),
    )
    expect(elsewhere).toEqual([])
  })

  it('cannot change or delete events and audit entries', async () => {
    const ctx = runtime.asSystem(agencyId)
    for (const table of [
      'request_event',
      'document_event',
      'audit_entry',
      'annual_report_event',
      'secrecy_review',
    ]) {
      for (const statement of [`delete from ${table}`, `update ${table} set agency_id = agency_id`]) {
        await expect(tx(ctx, (t) => sql.raw(statement).execute(t))).rejects.toThrow('permission denied')
      }
    }
  })

  it('chains audit entries, and tells which one was altered or removed, also at the end', async () => {
    const ctx = runtime.asSystem(agencyId, '2024-05-06')
    for (const action of ['one', 'two', 'three', 'four', 'five']) {
      await tx(ctx, (t) =>
        recordAudit(t, ctx, { agencyId, action, detail: { b: 1, a: [2, { d: 3, c: '四' }] } }),
      )
    }
    const check = () => tx(ctx, (t) => verifyAudit(t, agencyId))
    expect(await check()).toMatchObject({ checked: 5, faults: [] })
    await runtime.owner.query(`update audit_entry set action = 'tow' where agency_id = $1 and seq = 2`, [
      agencyId,
    ])
    expect((await check()).faults).toEqual([{ agencyId, seq: 2, what: 'altered' }])
    await runtime.owner.query('delete from audit_entry where agency_id = $1 and seq in (3, 5)', [agencyId])
    expect((await check()).faults).toEqual([
      { agencyId, seq: 2, what: 'altered' },
      { agencyId, seq: 3, what: 'missing' },
      { agencyId, seq: 4, what: 'unlinked' },
      { agencyId, seq: 5, what: 'missing' },
    ])
  })

  it('puts a job on the queue only when its cause is committed', async () => {
    const ctx = runtime.asSystem(agencyId)
    const jobs = () =>
      runtime.owner.query<{ n: string }>(
        `select count(*)::int as n from mingfu_jobs.job where name = 'index-document'`,
      )
    await expect(
      tx(ctx, async (t) => {
        await enqueue(t, 'index-document', { agencyId, documentId: newId() })
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect((await jobs()).rows).toEqual([{ n: 0 }])
    await tx(ctx, (t) => enqueue(t, 'index-document', { agencyId, documentId: newId() }))
    expect((await jobs()).rows).toEqual([{ n: 1 }])
  })

  it('has row types that are those of the migrated database (else run node scripts/rows.mjs)', async () => {
    const client = await runtime.owner.connect()
    const generated = await generateRows(client).finally(() => client.release())
    const kept = readFileSync(new URL('./rows.ts', import.meta.url), 'utf8')
    const lines = (text: string) => text.split('\n').map((line) => line.trim())
    const missing = (from: string, lacking: string) => {
      const there = new Set(lines(lacking))
      return lines(from).filter((line) => !there.has(line))
    }
    expect({ added: missing(generated, kept), gone: missing(kept, generated) }).toEqual({
      added: [],
      gone: [],
    })
    expect(lines(kept).length).toBe(lines(generated).length)
  })
})
