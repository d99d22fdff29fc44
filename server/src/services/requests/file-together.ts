import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { type Filed, type OpeningBy, openRequests } from './open-request.ts'

type Waiting = OpeningBy & Readonly<{ resolve(filed: Filed): void; reject(error: unknown): void }>

/** Most applications in one transaction. */
const MOST = 64

/** How long a busy queue gathers before it commits again; somebody alone is not kept waiting. */
const GATHER_MS = 5

const queues = new WeakMap<Db, Map<string, Waiting[]>>()

/**
 * 合并提交: applications that come to one agency while others are being committed share the next transaction. Each is
 * answered when it lies durably in the database; one that cannot be opened spoils nothing for the others.
 */
export function fileTogether(by: OpeningBy): Promise<Filed> {
  const { agencyId } = by.opening.application
  const { db, scope } = by.ctx
  const open = queues.get(db) ?? new Map<string, Waiting[]>()
  queues.set(db, open)
  // Whoever may see other rows does not share a transaction.
  const key = `${scope} ${agencyId}`
  return new Promise((resolve, reject) => {
    const waiting: Waiting = { ...by, resolve, reject }
    const queue = open.get(key)
    if (queue !== undefined) {
      queue.push(waiting)
      return
    }
    const started = [waiting]
    open.set(key, started)
    void work(agencyId, started, () => open.delete(key))
  })
}

async function work(agencyId: string, queue: Waiting[], done: () => void): Promise<void> {
  while (queue.length > 0) {
    const batch = queue.splice(0, batchSize(queue.length))
    await fileBatch(agencyId, batch)
    if (batch.length > 1) await sleep(GATHER_MS)
  }
  // In the same step as the last look at the queue: whoever comes next begins a new one.
  done()
}

/** A power of two, so that the database meets few different statements. */
function batchSize(waiting: number): number {
  return Math.min(MOST, 2 ** Math.floor(Math.log2(waiting)))
}

async function fileBatch(agencyId: string, batch: readonly Waiting[]): Promise<void> {
  const [first] = batch
  if (first === undefined) return
  try {
    const filed = await tx(first.ctx, (t) => openRequests(t, agencyId, batch))
    for (const [index, answer] of filed.entries()) batch[index]?.resolve(answer)
  } catch (error) {
    if (batch.length === 1) return first.reject(error)
    for (const one of batch) await fileBatch(agencyId, [one])
  }
}
