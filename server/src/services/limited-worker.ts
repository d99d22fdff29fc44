import { Worker } from 'node:worker_threads'

export type Limits = Readonly<{ seconds: number; megabytes: number }>

/** Why a thread gave no answer. */
export type NoAnswer = Readonly<{ gaveUp: 'too-long' | 'too-big' | 'stopped' }>

/**
 * One piece of work in a thread of its own, which gets neither more time nor more memory than it is given and ends with
 * it. `from` is the caller's `import.meta.url`: beside the source stands the worker's source, beside the bundle its bundle.
 */
export function inThread<Answer>(
  from: string,
  name: string,
  workerData: unknown,
  { seconds, megabytes }: Limits,
): Promise<Answer | NoAnswer> {
  const worker = new Worker(new URL(`./${name}${from.endsWith('.ts') ? '.ts' : '.js'}`, from), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  })
  return new Promise<Answer | NoAnswer>((resolve) => {
    const timer = setTimeout(() => resolve({ gaveUp: 'too-long' }), seconds * 1000)
    worker.once('message', resolve)
    worker.once('error', (error: Error & { code?: string }) =>
      resolve({ gaveUp: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-big' : 'stopped' }),
    )
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve({ gaveUp: 'stopped' })
    })
  }).finally(() => void worker.terminate())
}
