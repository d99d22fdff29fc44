import type { PgBoss } from 'pg-boss'
import { JOB_KINDS, type JobKind, type JobPayloads } from '../db/job-kind.ts'
import type { Runtime } from '../runtime.ts'
import type { Context } from '../services/context.ts'

/**
 * What does the work of a kind. It runs at least once: a worker may die after the work and before it was noted, so
 * it must come to the same end when it runs twice. Its transaction and the note of its completion are two.
 */
export type Handler<Kind extends JobKind> = (ctx: Context, payload: JobPayloads[Kind]) => Promise<void>
export type Handlers = { readonly [Kind in JobKind]: Handler<Kind> }

/** Work that comes by the clock, in China's time; a run missed while the program was off is made up for once. */
export type Scheduled = {
  readonly [Kind in JobKind]?: Readonly<{ cron: string; payload: JobPayloads[Kind] }>
}

export type Worker = Readonly<{ boss: PgBoss; stop(): Promise<void> }>

/** Takes work off the queue until stopped. */
export async function startWorker(
  runtime: Runtime,
  handlers: Handlers,
  scheduled: Scheduled = {},
): Promise<Worker> {
  const boss = runtime.openJobs()
  await boss.start()
  await keepSchedule(boss, scheduled)
  for (const kind of JOB_KINDS) await take(boss, runtime, handlers, kind)
  return { boss, stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}

async function take<Kind extends JobKind>(
  boss: PgBoss,
  runtime: Runtime,
  handlers: Handlers,
  kind: Kind,
): Promise<void> {
  const options = { batchSize: 5, pollingIntervalSeconds: 1, perJobResults: true } as const
  await boss.work<JobPayloads[Kind], unknown, typeof options>(kind, options, async (jobs) => {
    const results = []
    for (const job of jobs) {
      const ctx = runtime.contextFor({ kind: 'system', task: kind }, job.data.agencyId)
      try {
        await handlers[kind](ctx, job.data)
        results.push({ id: job.id, status: 'completed' as const })
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        // Said once a job: what fails for good stands in the list of dead jobs.
        if (job.retryCount === 0) runtime.log(`后台任务 ${kind} 没有完成，将再次尝试`, message)
        results.push({ id: job.id, status: 'failed' as const, output: { message } })
      }
    }
    return results
  })
}

/** Makes the stored schedule that of the program: an older version's entries go. */
async function keepSchedule(boss: PgBoss, scheduled: Scheduled): Promise<void> {
  const wanted = Object.entries(scheduled)
  for (const { name } of await boss.getSchedules()) {
    if (!wanted.some(([kind]) => kind === name)) await boss.unschedule(name)
  }
  for (const [kind, { cron, payload }] of wanted) {
    await boss.schedule(kind, cron, payload, { tz: 'Asia/Shanghai', missed: 'once' })
  }
}
