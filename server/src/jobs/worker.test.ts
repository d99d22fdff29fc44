import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { listDeadJobs, reviveDeadJobs } from '../db/dead-jobs.ts'
import { enqueue } from '../db/enqueue.ts'
import { JOB_KINDS } from '../db/job-kind.ts'
import { newId } from '../db/new-id.ts'
import { tx } from '../db/transaction.ts'
import { anAgency, aStaffMember } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { HANDLERS } from './handlers.ts'
import { type Handlers, startWorker } from './worker.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
})

const refuse = async () => {
  throw new Error('no such work in this test')
}

/** Handlers of which the test needs only some. */
function only(some: Partial<Handlers>): Handlers {
  return { ...Object.fromEntries(JOB_KINDS.map((kind) => [kind, refuse])), ...some } as Handlers
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(50)
}

describe('the worker', () => {
  it('does the work of a kind for its agency, as the program, and once only for one key that waits', async () => {
    const ctx = runtime.asSystem(agencyId)
    const [one, two] = [newId(), newId()]
    for (const documentId of [one, one, two]) {
      await tx(ctx, (t) => enqueue(t, 'index-document', { agencyId, documentId }, { once: documentId }))
    }
    const done: string[] = []
    const handlers = only({
      'index-document': async (ctx, payload) => {
        expect([ctx.scope, ctx.actor]).toEqual([agencyId, { kind: 'system', task: 'index-document' }])
        done.push(payload.documentId)
      },
    })
    const worker = await startWorker(runtime, handlers)
    await until(() => done.length === 2)
    await worker.stop()
    expect(done.toSorted()).toEqual([one, two].toSorted())
  })

  it('does not let one failing job hold up the others, and keeps what failed for good', async () => {
    const ctx = runtime.asSystem(agencyId)
    const ids = [newId(), newId(), newId()]
    for (const letterId of ids) {
      await tx(ctx, (t) => enqueue(t, 'draw-letter', { agencyId, letterId }))
    }
    await runtime.owner.query(`update mingfu_jobs.job set retry_limit = 0 where name = 'draw-letter'`)
    const done: string[] = []
    let broken = true
    const handlers = only({
      'draw-letter': async (_, { letterId }) => {
        if (letterId === ids[1] && broken) throw new Error('打印机没有纸')
        done.push(letterId)
      },
    })
    const worker = await startWorker(runtime, handlers)
    await until(async () => done.length === 2 && (await listDeadJobs(runtime.db)).length === 1)
    const [dead] = await listDeadJobs(runtime.db)
    expect(dead).toMatchObject({
      kind: 'draw-letter',
      payload: { agencyId, letterId: ids[1] },
      error: '打印机没有纸',
      attempts: 1,
    })
    broken = false
    expect(await reviveDeadJobs(runtime.db)).toBe(1)
    await until(() => done.length === 3)
    expect(await listDeadJobs(runtime.db)).toEqual([])
    await worker.stop()
  })

  it('keeps the schedule of this program and drops that of an older one', async () => {
    const handlers = only({})
    const old = await startWorker(runtime, handlers, {
      'draw-letter': { cron: '0 3 * * *', payload: { agencyId, letterId: agencyId } },
    })
    await old.stop()
    const now = await startWorker(runtime, handlers, {
      'index-document': { cron: '30 1 * * *', payload: { agencyId, documentId: agencyId } },
    })
    const schedules = await now.boss.getSchedules()
    await now.stop()
    expect(schedules.map(({ name, cron, timezone }) => [name, cron, timezone])).toEqual([
      ['index-document', '30 1 * * *', 'Asia/Shanghai'],
    ])
  })
})

describe('the work of this program', () => {
  it('discards drafts and sessions whose time is over, and keeps the others', async () => {
    const staffId = await aStaffMember(runtime, agencyId)
    for (const [key, expires] of [
      ['\\x01', '2024-05-06T11:59:59+08:00'],
      ['\\x02', '2024-05-06T12:00:01+08:00'],
    ]) {
      await runtime.owner.query(
        `insert into filing_draft (agency_id, draft_key, content_sealed, saved_at, expires_at) values ($1, $2, '', now(), $3)`,
        [agencyId, key, expires],
      )
      await runtime.owner.query(
        'insert into staff_session (agency_id, token_hash, staff_id, expires_at) values ($1, $2, $3, $4)',
        [agencyId, key, staffId, expires],
      )
    }
    await HANDLERS['discard-expired'](runtime.asSystem('all', '2024-05-06'), { agencyId: 'all' })
    const left = await runtime.owner.query(
      `select encode(draft_key, 'hex') as key from filing_draft union all select encode(token_hash, 'hex') from staff_session`,
    )
    expect(left.rows).toEqual([{ key: '02' }, { key: '02' }])
  })
})
