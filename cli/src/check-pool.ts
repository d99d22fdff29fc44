import { Worker } from 'node:worker_threads'
import type { CheckedReport, PriorReport } from '@mingfu/report'

export type CheckTask = Readonly<{ file: string; hasPrevious: boolean }>
export type CheckAnswer = CheckResult | Readonly<{ wants: string | null }>

/** What came of one file: its findings, or the sentence that says why there are none. */
export type CheckResult =
  | Readonly<{ file: string; checked: CheckedReport; others?: readonly CheckedReport[] }>
  | Readonly<{ file: string; unreadable: string }>

type Options = Readonly<{
  workers: number
  /** Last year's report of an organ; `undefined` when no file of last year was given. */
  previousOf?: (orgName: string | null) => PriorReport | null
  onResult: (result: CheckResult) => void
}>

const SECONDS = 60
const MEGABYTES = 768
const TOO_LONG = '文件读取超时，可能内容异常，没有核验'
const TOO_BIG = '文件内容过大，超出读取所允许的内存，没有核验'
const STOPPED = '文件写法异常，读取中断，请重新取得文件后再试'

/**
 * 并行核验: a few workers go through the files; each is read within limits of time and memory, and a worker that a file
 * has brought down is replaced, so that one bad file costs its own result and nothing else.
 */
export async function checkInPool(files: readonly string[], options: Options): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    let worker: Worker | undefined
    while (next < files.length) {
      const file = files[next]
      next += 1
      if (file === undefined) break
      worker ??= startWorker()
      const { result, alive } = await runOne(worker, file, options)
      if (!alive) worker = undefined
      options.onResult(result)
    }
    await worker?.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(options.workers, files.length) }, lane))
}

function startWorker(): Worker {
  // Beside the source stands the source of the worker, beside the bundle the bundled worker.
  const name = import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js'
  return new Worker(new URL(name, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: 16 },
    stdout: true,
    stderr: true,
  })
}

function runOne(
  worker: Worker,
  file: string,
  { previousOf }: Options,
): Promise<Readonly<{ result: CheckResult; alive: boolean }>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => fail(TOO_LONG), SECONDS * 1000)
    const finish = (result: CheckResult, alive: boolean) => {
      clearTimeout(timer)
      worker.off('message', answered).off('error', broke).off('exit', stopped)
      if (!alive) {
        // A worker that is being ended may still complain.
        worker.on('error', () => {})
        void worker.terminate()
      }
      resolve({ result, alive })
    }
    const fail = (unreadable: string) => finish({ file, unreadable }, false)
    const answered = (answer: CheckAnswer) => {
      if ('wants' in answer) worker.postMessage({ prior: previousOf?.(answer.wants) ?? null })
      else finish(answer, true)
    }
    const broke = (error: Error & { code?: string }) =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_BIG : STOPPED)
    const stopped = () => fail(STOPPED)
    worker.on('message', answered).on('error', broke).on('exit', stopped)
    worker.postMessage({ file, hasPrevious: previousOf !== undefined } satisfies CheckTask)
  })
}
