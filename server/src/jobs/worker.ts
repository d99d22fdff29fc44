import type { PgBoss } from 'pg-boss'
import { DEAD_JOBS, JOB_KINDS, type JobPayloads } from '../db/job-kind.ts'
import type { Runtime } from '../runtime.ts'
import { HANDLERS } from './handlers.ts'

export type Worker = Readonly<{ stop(): Promise<void> }>

/** Takes work off the queue until stopped. Handlers call verbs and survive running twice. */
export async function startWorker(runtime: Runtime): Promise<Worker> {
  const boss: PgBoss = runtime.openJobs()
  await boss.start()
  for (const kind of JOB_KINDS) {
    await boss.work<JobPayloads[typeof kind]>(
      kind,
      { batchSize: 5, pollingIntervalSeconds: 1 },
      async (jobs) => {
        for (const job of jobs) {
          const ctx = runtime.contextFor({ kind: 'system', task: kind }, job.data.agencyId)
          await HANDLERS[kind](ctx, job.data)
        }
      },
    )
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}

/** Work that failed on every attempt, newest first, for the system administrator. */
export async function listDeadJobs(boss: PgBoss): Promise<readonly { id: string; data: unknown }[]> {
  const jobs = await boss.findJobs(DEAD_JOBS)
  return jobs.map(({ id, data }) => ({ id, data }))
}
