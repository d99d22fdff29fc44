import { Worker } from 'node:worker_threads'
import { UnreadableFile } from './layers/archive.ts'
import type { ScreenedFile } from './screen-layers.ts'
import { type ScreeningLists, STANDARD_LISTS } from './screen-texts.ts'
import type { ScreeningAnswer, ScreeningJob } from './screening-worker.ts'

export type ScreeningLimits = Readonly<{ seconds?: number; megabytes?: number }>

const SECONDS = 120
const MEGABYTES = 1024
/** So that several long files do not take the whole machine. */
const AT_ONCE = 2
const running = { jobs: 0 }
const waiting: (() => void)[] = []

/**
 * 检查一个文件: every layer of it, in a thread of its own that gets neither more time nor more memory than it is given.
 * What could not be read is said in `unread`, never passed over.
 */
export async function screenFile(
  bytes: Uint8Array,
  name: string,
  lists: ScreeningLists = STANDARD_LISTS,
  limits: ScreeningLimits = {},
): Promise<ScreenedFile> {
  const answer = await inWorker({ kind: 'screen', bytes, name, lists }, limits)
  return 'screened' in answer
    ? answer.screened
    : { findings: [], unread: [{ where: '文件', why: sentence(answer) }] }
}

/** 清理办公文件: saved anew without what is hidden in it, personal numbers masked. Throws `UnreadableFile` with a sentence. */
export async function cleanOfficeFile(
  bytes: Uint8Array,
  name: string,
  lists: ScreeningLists = STANDARD_LISTS,
): Promise<Uint8Array> {
  const answer = await inWorker({ kind: 'clean', bytes, name, lists }, {})
  if ('cleaned' in answer) return answer.cleaned
  throw new UnreadableFile(sentence(answer))
}

function sentence(answer: ScreeningAnswer): string {
  return 'fault' in answer ? answer.fault : '文件处理中途退出，请重新上传'
}

async function inWorker(job: ScreeningJob, limits: ScreeningLimits): Promise<ScreeningAnswer> {
  while (running.jobs >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running.jobs += 1
  try {
    return await answerOf(job, limits)
  } finally {
    running.jobs -= 1
    waiting.shift()?.()
  }
}

function answerOf(job: ScreeningJob, { seconds = SECONDS, megabytes = MEGABYTES }: ScreeningLimits) {
  // Beside the source stands the source of the worker, beside the bundle the bundled worker.
  const file = import.meta.url.endsWith('.ts') ? './screening-worker.ts' : './screening-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  })
  return new Promise<ScreeningAnswer>((resolve) => {
    const timer = setTimeout(
      () => resolve({ fault: '文件检查超时，没有检查完，请拆分后再试' }),
      seconds * 1000,
    )
    worker.once('message', resolve)
    worker.once('error', (error: Error & { code?: string }) =>
      resolve({
        fault:
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? '文件内容过大，没有检查完，请拆分后再试'
            : '文件写法异常，没有检查完，请重新取得文件后再试',
      }),
    )
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve({ fault: '文件写法异常，没有检查完，请重新取得文件后再试' })
    })
  }).finally(() => void worker.terminate())
}
