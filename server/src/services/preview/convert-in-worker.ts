import { Worker } from 'node:worker_threads'
import { readTextInWorker, UnreadableFile } from '@mingfu/report'
import { linePieces, paged } from './convert.ts'
import { type Preview, type Reader, without } from './preview.ts'

export type PreviewTask = Readonly<{ bytes: Uint8Array; reader: Exclude<Reader, 'old-word'> }>
export type PreviewLimits = Readonly<{ seconds?: number; megabytes?: number }>

const SECONDS = 30
const MEGABYTES = 512
/** Readers on the portal decide when a file is looked at: they may not take the whole machine. */
const AT_ONCE = 2
const running = { tasks: 0 }
const waiting: (() => void)[] = []

const TOO_LONG = '文件内容过多，在限定的时间内没有转换完，不能预览'
const TOO_BIG = '文件内容过大，不能预览'
const STOPPED = '文件的写法异常，不能预览'

/** 在隔离的线程里转换: a hostile file takes neither more time nor more memory than it is given. */
export async function convertInWorker(
  bytes: Uint8Array,
  name: string,
  reader: Reader,
  limits: PreviewLimits = {},
): Promise<Preview> {
  while (running.tasks >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running.tasks += 1
  try {
    return reader === 'old-word' ? await oldWord(bytes, name) : await answerOf({ bytes, reader }, limits)
  } finally {
    running.tasks -= 1
    waiting.shift()?.()
  }
}

/** doc、wps: only their words are read, by the reader of reports, which has a thread of its own. */
async function oldWord(bytes: Uint8Array, name: string): Promise<Preview> {
  try {
    const text = await readTextInWorker(bytes, name, { seconds: SECONDS, megabytes: MEGABYTES })
    return paged({ pieces: linePieces(text), notes: ['旧版 Word 文件只显示文字，不显示格式和图片'] })
  } catch (error) {
    if (error instanceof UnreadableFile) return without(error.message)
    throw error
  }
}

function answerOf(task: PreviewTask, { seconds = SECONDS, megabytes = MEGABYTES }: PreviewLimits) {
  // Beside the source stands the source of the worker, beside the bundle the bundled worker.
  const file = import.meta.url.endsWith('.ts') ? './preview-worker.ts' : './preview-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  })
  return new Promise<Preview>((resolve) => {
    const timer = setTimeout(() => resolve(without(TOO_LONG)), seconds * 1000)
    worker.once('message', (preview: Preview) => {
      clearTimeout(timer)
      resolve(preview)
    })
    worker.once('error', (error: Error & { code?: string }) =>
      resolve(without(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_BIG : STOPPED)),
    )
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve(without(STOPPED))
    })
  }).finally(() => void worker.terminate())
}
