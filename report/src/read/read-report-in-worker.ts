import { Worker } from 'node:worker_threads'
import type { ReadReport } from '../locate/locate-report.ts'
import type { ReadOptions } from './read-source.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type WorkerLimits = Readonly<{
  /** The file is given up after this long. */
  seconds?: number
  /** Memory the reader may use. */
  megabytes?: number
}>

/** What the worker is handed and what it answers. */
export type ReadTask = Readonly<{
  want: 'report' | 'text'
  bytes: Uint8Array
  fileName: string
  options: ReadOptions
}>
export type ReadAnswer =
  | Readonly<{ read: ReadReport }>
  | Readonly<{ text: string }>
  | Readonly<{ unreadable: string }>

const SECONDS = 60
const MEGABYTES = 768

const TOO_LONG = '文件读取超时，可能内容异常，没有读取'
const TOO_BIG = '文件内容过大，超出读取所允许的内存，没有读取'
const STOPPED = '文件写法异常，读取中断，请重新取得文件后再试'

/**
 * 在隔离的线程里读报告: a file from outside can then take neither more time nor more memory than it is given. Throws
 * `UnreadableFile` with a sentence for people.
 */
export async function readReportInWorker(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions & WorkerLimits = {},
): Promise<ReadReport> {
  const { seconds, megabytes, ...rest } = options
  const limits = { ...(seconds ? { seconds } : {}), ...(megabytes ? { megabytes } : {}) }
  const answer = await ask({ want: 'report', bytes: new Uint8Array(bytes), fileName, options: rest }, limits)
  if ('read' in answer) return answer.read
  throw new UnreadableFile('unreadable' in answer ? answer.unreadable : STOPPED)
}

/**
 * 附件的文字: the plain text of a Word, Excel, PDF, HTML or text file, a line a paragraph or table row, read in a thread
 * of its own like a report. Throws `UnreadableFile` with a sentence for people.
 */
export async function readTextInWorker(
  bytes: Uint8Array,
  fileName: string,
  limits: WorkerLimits = {},
): Promise<string> {
  const answer = await ask({ want: 'text', bytes: new Uint8Array(bytes), fileName, options: {} }, limits)
  if ('text' in answer) return answer.text
  throw new UnreadableFile('unreadable' in answer ? answer.unreadable : STOPPED)
}

function ask(task: ReadTask, limits: WorkerLimits): Promise<ReadAnswer> {
  const { seconds = SECONDS, megabytes = MEGABYTES } = limits
  // Beside the source stands the source of the worker, beside the bundle the bundled worker.
  const entry = new URL(
    import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js',
    import.meta.url,
  )
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => finish(() => reject(new UnreadableFile(TOO_LONG))), seconds * 1000)
    let done = false

    function finish(settle: () => void): void {
      if (done) return
      done = true
      clearTimeout(timer)
      void worker.terminate()
      settle()
    }

    worker.once('message', (answer: ReadAnswer) => finish(() => resolve(answer)))
    worker.once('error', (error: Error & { code?: string }) =>
      finish(() =>
        reject(
          new UnreadableFile(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_BIG : STOPPED, { cause: error }),
        ),
      ),
    )
    worker.once('exit', () => finish(() => reject(new UnreadableFile(STOPPED))))
  })
}
