import type { Db } from './database.ts'
import { queueOf } from './enqueue.ts'
import { DEAD_JOBS } from './job-kind.ts'

/** Work that failed on every attempt. */
export type DeadJob = Readonly<{
  id: string
  kind: string
  payload: unknown
  /** What the last attempt said. */
  error: string
  attempts: number
  queuedAt: Date
  failedAt: Date
}>

/** Work that failed on every attempt, oldest first, for the system administrator. */
export async function listDeadJobs(db: Db): Promise<readonly DeadJob[]> {
  const jobs = await queueOf(db).findJobs(DEAD_JOBS, { queued: true })
  return jobs.map((job) => ({
    id: job.id,
    kind: job.sourceName ?? '',
    payload: job.data,
    error: messageOf(job.sourceOutput),
    attempts: (job.sourceRetryCount ?? 0) + 1,
    queuedAt: job.sourceCreatedOn ?? job.createdOn,
    failedAt: job.createdOn,
  }))
}

/** Puts dead work back where it came from, once its cause is mended; answers how many. */
export async function reviveDeadJobs(db: Db, ids?: readonly string[]): Promise<number> {
  return queueOf(db).redrive(DEAD_JOBS, ids === undefined ? {} : { ids: [...ids] })
}

function messageOf(output: object | null): string {
  if (output !== null && 'message' in output) return String(output.message)
  return JSON.stringify(output)
}
